package io.semascope.corpus.picture;

import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import java.util.List;
import java.util.Locale;

/// A map as it is to be drawn or written, with everything a reader needs to judge it.
///
/// @param title above the picture
/// @param layout position of row i at index i, always finite
/// @param ids of the rows, as many as the layout has points
/// @param labels short names drawn beside points where there is room; empty strings draw nothing
/// @param categories what rows are coloured by; empty strings stand for none
/// @param caption below the picture: method, number and dimension of the vectors, and what is known of the picture
public record MapPicture(
    String title,
    PlanarLayout layout,
    List<String> ids,
    List<String> labels,
    List<String> categories,
    String caption) {
  public MapPicture {
    ids = List.copyOf(ids);
    labels = List.copyOf(labels);
    categories = List.copyOf(categories);
    int count = layout.count();
    if (ids.size() != count || labels.size() != count || categories.size() != count) {
      throw new IllegalArgumentException(
          "%d points, %d ids, %d labels, %d categories"
              .formatted(count, ids.size(), labels.size(), categories.size()));
    }
    if (!layout.isFinite()) {
      throw new IllegalArgumentException("a position is not finite");
    }
  }

  /// What should stand below a picture of `count` vectors of `dimension` dimensions that `model` made.
  ///
  /// @param model its name and the beginning of its fingerprint
  public static String caption(Projection projection, String model, int count, int dimension) {
    String of =
        String.format(
            Locale.ROOT, " of %,d vectors × %,d dimensions by %s. ", count, dimension, model);
    return switch (projection.facts()) {
      case ProjectionFacts.OfPca pca ->
          "PCA"
              + of
              + String.format(
                  Locale.ROOT,
                  "The two axes carry %.1f %% and %.1f %% of the variance; the rest is not shown.",
                  100 * pca.firstShare(),
                  100 * pca.secondShare());
      case ProjectionFacts.OfTsne tsne ->
          "t-SNE"
              + of
              + String.format(
                  Locale.ROOT,
                  "Perplexity %.4g, %s%s%s. Distances between groups and their"
                      + " sizes mean little.",
                  tsne.perplexity(),
                  iterations(tsne),
                  Double.isNaN(tsne.divergence())
                      ? ""
                      : String.format(Locale.ROOT, ", divergence %.3f nats", tsne.divergence()),
                  neighbours(tsne));
      case ProjectionFacts.OfUmap umap ->
          "UMAP"
              + of
              + String.format(
                  Locale.ROOT,
                  "%,d neighbours, %,d of %,d epochs%s%s. Distances between groups and their sizes"
                      + " mean little.",
                  umap.neighbours(),
                  umap.epochs(),
                  umap.plannedEpochs(),
                  umap.components() == 1
                      ? ""
                      : String.format(Locale.ROOT, ", %,d separate parts", umap.components()),
                  neighbours(umap));
    };
  }

  private static String iterations(ProjectionFacts.OfTsne tsne) {
    return tsne.settled()
        ? String.format(Locale.ROOT, "settled after %,d iterations", tsne.iterations())
        : String.format(
            Locale.ROOT, "%,d of %,d iterations", tsne.iterations(), tsne.plannedIterations());
  }

  private static String neighbours(ProjectionFacts facts) {
    return facts
        .recallText()
        .map(recall -> ", made from approximate neighbours (" + recall + ")")
        .orElse("");
  }
}
