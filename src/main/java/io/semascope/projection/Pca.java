package io.semascope.projection;

/// Principal components: the two directions in which the vectors vary most. Exact and without a seed.
public record Pca() implements ProjectionMethod {
  @Override
  public String key() {
    return "pca";
  }
}
