package io.semascope.projection;

/// A finished (or stopped) picture of a space.
///
/// @param method how it was asked for
/// @param layout position of row i at index i
/// @param facts what is known about the picture
public record Projection(ProjectionMethod method, PlanarLayout layout, ProjectionFacts facts) {
  /// Whether it is a picture of our own t-SNE that was stopped with iterations left, so that it can be taken up again.
  public boolean canGoOn() {
    return method instanceof Tsne tsne
        && tsne.engine() != Tsne.Engine.LIBRARY
        && facts instanceof ProjectionFacts.OfTsne done
        && done.unfinished();
  }
}
