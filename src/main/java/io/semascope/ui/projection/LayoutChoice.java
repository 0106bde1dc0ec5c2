package io.semascope.ui.projection;

import io.semascope.projection.Pca;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;

/// What a person set in the toolbar, before it is run.
///
/// @param method the tab that is chosen
/// @param tsne the parameters of a t-SNE; those under exaggeration are as many as usual, since nothing in the toolbar sets them
/// @param umap the parameters of a UMAP
public record LayoutChoice(Method method, Tsne tsne, Umap umap) {
  /// The methods by the names people know.
  public enum Method {
    PCA,
    TSNE,
    UMAP
  }

  public LayoutChoice {
    tsne =
        new Tsne(
            tsne.perplexity(),
            tsne.seed(),
            tsne.engine(),
            Tsne.standard().earlyIterations(),
            tsne.iterations(),
            tsne.exaggeration(),
            tsne.learningRate(),
            tsne.stopsWhenSettled(),
            tsne.graphSearch());
  }

  /// The usual defaults.
  public static LayoutChoice standard() {
    return new LayoutChoice(Method.TSNE, Tsne.standard(), Umap.standard());
  }

  /// What the toolbar would have to say for a picture made so.
  public static LayoutChoice of(ProjectionMethod method) {
    LayoutChoice usual = standard();
    return switch (method) {
      case Pca pca -> usual.withMethod(Method.PCA);
      case Tsne tsne -> usual.withTsne(tsne);
      case Umap umap -> usual.withMethod(Method.UMAP).withUmap(umap);
    };
  }

  /// The same with another tab chosen.
  public LayoutChoice withMethod(Method wanted) {
    return new LayoutChoice(wanted, tsne, umap);
  }

  LayoutChoice withTsne(Tsne wanted) {
    return new LayoutChoice(method, wanted, umap);
  }

  LayoutChoice withUmap(Umap wanted) {
    return new LayoutChoice(method, tsne, wanted);
  }

  /// Without what makes no difference: the settings of other methods, and those that the library fixes itself.
  LayoutChoice comparable() {
    LayoutChoice usual = standard().withMethod(method);
    return switch (method) {
      case PCA -> usual;
      case UMAP -> usual.withUmap(umap);
      case TSNE ->
          usual.withTsne(tsne.engine() == Tsne.Engine.LIBRARY ? ofLibrary(tsne, usual.tsne) : tsne);
    };
  }

  /// The library fixes learning rate, exaggeration, neighbours and end.
  private static Tsne ofLibrary(Tsne tsne, Tsne usual) {
    return new Tsne(
        tsne.perplexity(),
        tsne.seed(),
        tsne.engine(),
        usual.earlyIterations(),
        tsne.iterations(),
        usual.exaggeration(),
        usual.learningRate(),
        usual.stopsWhenSettled(),
        usual.graphSearch());
  }

  /// The run that is asked for.
  public ProjectionMethod toMethod() {
    return switch (method) {
      case PCA -> new Pca();
      case TSNE -> tsne;
      case UMAP -> umap;
    };
  }
}
