package io.semascope.ui.projection;

import io.semascope.projection.Pca;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;

/// What a person set in the toolbar, before it is run.
///
/// @param method the tab that is chosen
/// @param perplexity of a t-SNE, the local–global slider
/// @param seed of a t-SNE
/// @param learningRate of a t-SNE; 0 means chosen from the number of points
/// @param exaggeration of the early iterations
/// @param library whether the library engine computes it
/// @param umap the parameters of a UMAP
public record LayoutChoice(
    Method method,
    double perplexity,
    long seed,
    double learningRate,
    double exaggeration,
    boolean library,
    Umap umap) {
  /// The methods by the names people know.
  public enum Method {
    PCA,
    TSNE,
    UMAP
  }

  /// The usual defaults.
  public static LayoutChoice standard() {
    Tsne tsne = Tsne.standard();
    return new LayoutChoice(
        Method.TSNE,
        tsne.perplexity(),
        tsne.seed(),
        tsne.learningRate(),
        tsne.exaggeration(),
        false,
        Umap.standard());
  }

  /// What the toolbar would have to say for a picture made so.
  public static LayoutChoice of(ProjectionMethod method) {
    return switch (method) {
      case Pca pca -> standard().withMethod(Method.PCA);
      case Tsne tsne ->
          new LayoutChoice(
              Method.TSNE,
              tsne.perplexity(),
              tsne.seed(),
              tsne.learningRate(),
              tsne.exaggeration(),
              tsne.engine() == Tsne.Engine.LIBRARY,
              Umap.standard());
      case Umap umap -> standard().withMethod(Method.UMAP).withUmap(umap);
    };
  }

  /// The same with another tab chosen.
  public LayoutChoice withMethod(Method wanted) {
    return new LayoutChoice(wanted, perplexity, seed, learningRate, exaggeration, library, umap);
  }

  LayoutChoice withPerplexity(double wanted) {
    return new LayoutChoice(method, wanted, seed, learningRate, exaggeration, library, umap);
  }

  LayoutChoice withUmap(Umap wanted) {
    return new LayoutChoice(method, perplexity, seed, learningRate, exaggeration, library, wanted);
  }

  /// Without what makes no difference: PCA has no settings, the library fixes its learning rate and exaggeration itself.
  LayoutChoice comparable() {
    LayoutChoice usual = standard();
    return switch (method) {
      case PCA -> usual.withMethod(Method.PCA);
      case UMAP -> usual.withMethod(Method.UMAP).withUmap(umap);
      case TSNE ->
          library
              ? new LayoutChoice(
                  method,
                  perplexity,
                  seed,
                  usual.learningRate,
                  usual.exaggeration,
                  true,
                  usual.umap)
              : withUmap(usual.umap);
    };
  }

  /// The run that is asked for.
  public ProjectionMethod toMethod() {
    return switch (method) {
      case PCA -> new Pca();
      case TSNE -> {
        Tsne usual = Tsne.standard();
        yield new Tsne(
            perplexity,
            seed,
            library ? Tsne.Engine.LIBRARY : Tsne.Engine.AUTOMATIC,
            usual.earlyIterations(),
            usual.iterations(),
            exaggeration,
            learningRate,
            usual.stopsWhenSettled());
      }
      case UMAP -> umap;
    };
  }
}
