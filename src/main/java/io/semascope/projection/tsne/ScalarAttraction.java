package io.semascope.projection.tsne;

/// A plain loop, for a JVM without the Vector API.
final class ScalarAttraction extends Attraction {
  @Override
  void add(Affinities affinities, int from, int count) {
    for (int i = 0; i < count; i++) {
      add(i, affinities.value(from + i));
    }
  }
}
