package io.semascope.ui.projection;

import io.semascope.neighbour.GraphSearch;
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
/// @param engine who computes a t-SNE
/// @param stopsWhenSettled whether a t-SNE ends when nothing improves
/// @param graphSearch how a t-SNE looks for neighbours
/// @param umap the parameters of a UMAP
public record LayoutChoice(
    Method method,
    double perplexity,
    long seed,
    double learningRate,
    double exaggeration,
    Tsne.Engine engine,
    boolean stopsWhenSettled,
    GraphSearch graphSearch,
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
        tsne.engine(),
        tsne.stopsWhenSettled(),
        tsne.graphSearch(),
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
              tsne.engine(),
              tsne.stopsWhenSettled(),
              tsne.graphSearch(),
              Umap.standard());
      case Umap umap -> standard().withMethod(Method.UMAP).withUmap(umap);
    };
  }

  /// The same with another tab chosen.
  public LayoutChoice withMethod(Method wanted) {
    return new LayoutChoice(
        wanted,
        perplexity,
        seed,
        learningRate,
        exaggeration,
        engine,
        stopsWhenSettled,
        graphSearch,
        umap);
  }

  LayoutChoice withPerplexity(double wanted) {
    return new LayoutChoice(
        method,
        wanted,
        seed,
        learningRate,
        exaggeration,
        engine,
        stopsWhenSettled,
        graphSearch,
        umap);
  }

  LayoutChoice withUmap(Umap wanted) {
    return new LayoutChoice(
        method,
        perplexity,
        seed,
        learningRate,
        exaggeration,
        engine,
        stopsWhenSettled,
        graphSearch,
        wanted);
  }

  /// Without what makes no difference: PCA has no settings, the library fixes learning rate, exaggeration, neighbours and end itself.
  LayoutChoice comparable() {
    LayoutChoice usual = standard();
    return switch (method) {
      case PCA -> usual.withMethod(Method.PCA);
      case UMAP -> usual.withMethod(Method.UMAP).withUmap(umap);
      case TSNE ->
          engine == Tsne.Engine.LIBRARY
              ? new LayoutChoice(
                  method,
                  perplexity,
                  seed,
                  usual.learningRate,
                  usual.exaggeration,
                  engine,
                  usual.stopsWhenSettled,
                  usual.graphSearch,
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
            engine,
            usual.earlyIterations(),
            usual.iterations(),
            exaggeration,
            learningRate,
            stopsWhenSettled,
            graphSearch);
      }
      case UMAP -> umap;
    };
  }
}
