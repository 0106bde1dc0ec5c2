package io.semascope.projection;

import io.semascope.neighbour.GraphSearch;
import java.util.Arrays;
import java.util.Optional;

/// A finished (or stopped) picture of a space.
///
/// @param method how it was asked for
/// @param layout position of row i at index i
/// @param facts what is known about the picture
public record Projection(ProjectionMethod method, PlanarLayout layout, ProjectionFacts facts) {
  /// Whether it is a picture of our own t-SNE that was stopped with iterations left, so that it can be taken up again.
  public boolean canGoOn() {
    return canGoOn(method, facts);
  }

  /// The same of a picture without its points.
  public static boolean canGoOn(ProjectionMethod method, ProjectionFacts facts) {
    return method instanceof Tsne tsne
        && tsne.engine() != Tsne.Engine.LIBRARY
        && facts instanceof ProjectionFacts.OfTsne done
        && done.unfinished();
  }

  /// Whether both are told the same of, so that one need not be shown in place of the other.
  public boolean sameRun(Projection other) {
    return method.equals(other.method) && facts.equals(other.facts);
  }

  /// Whether both are of the same run and have every point at the same place.
  public boolean samePicture(Projection other) {
    return sameRun(other) && Arrays.equals(layout.toArray(), other.layout.toArray());
  }

  /// Whether its run was stopped before its end.
  public boolean unfinished() {
    return facts.unfinished();
  }

  /// How its neighbours were asked to be looked for; empty when it needs none, and when the engine looks for them in its own way.
  public Optional<GraphSearch> graphSearch() {
    return switch (method) {
      case Pca pca -> Optional.empty();
      case Tsne tsne when tsne.engine() == Tsne.Engine.LIBRARY -> Optional.empty();
      case Tsne tsne -> Optional.of(tsne.graphSearch());
      case Umap umap -> Optional.of(umap.graphSearch());
    };
  }

  /// Whether approximate neighbours were asked for and exact ones were found, because so few rows take no longer.
  public boolean exactInsteadOfApproximate() {
    int count = layout.count();
    return count < GraphSearch.FEWEST_FOR_APPROXIMATE
        && graphSearch()
            .map(asked -> asked.among(count) instanceof GraphSearch.Approximate)
            .orElse(false);
  }
}
