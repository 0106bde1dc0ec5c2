package io.semascope.projection;

/// t-distributed stochastic neighbour embedding (van der Maaten & Hinton 2008).
///
/// @param perplexity how many neighbours each point minds, at least 2; capped at (n−1)/3 when the run starts, and the cap is reported
/// @param seed of everything random in the run
/// @param engine who computes it
/// @param earlyIterations iterations under exaggeration
/// @param iterations iterations after them
/// @param exaggeration factor on the attraction during the early iterations
/// @param learningRate step size; 0 means n / exaggeration, as openTSNE takes it
public record Tsne(
    double perplexity,
    long seed,
    Engine engine,
    int earlyIterations,
    int iterations,
    double exaggeration,
    double learningRate)
    implements ProjectionMethod {
  /// Who computes a t-SNE.
  public enum Engine {
    /// Our own, Barnes–Hut or interpolated, whichever is faster for so many points.
    AUTOMATIC,
    /// Our own, repulsion interpolated on a grid by Fourier transforms: live frames, pause, live parameters.
    FFT,
    /// Our own, repulsion by a Barnes–Hut tree: live frames, pause, live parameters.
    BARNES_HUT,
    /// The library de.javagl:bh-tsne: one long run without frames.
    LIBRARY
  }

  public Tsne {
    if (!(perplexity >= 2)
        || earlyIterations < 0
        || iterations < 1
        || !(exaggeration >= 1)
        || !(learningRate >= 0)) {
      throw new IllegalArgumentException("t-SNE parameters out of range");
    }
  }

  /// Perplexity 30, seed 42, 250 iterations at exaggeration 12, then 500: the defaults of openTSNE.
  public static Tsne standard() {
    return new Tsne(30, 42, Engine.AUTOMATIC, 250, 500, 12, 0);
  }

  @Override
  public String key() {
    return "tsne";
  }
}
