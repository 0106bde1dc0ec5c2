package io.semascope.projection;

import io.semascope.neighbour.GraphSearch;

/// t-distributed stochastic neighbour embedding (van der Maaten & Hinton 2008).
///
/// @param perplexity how many neighbours each point minds, at least 2; capped at (n−1)/3 when the run starts, and the cap is reported
/// @param seed of everything random in the run
/// @param engine who computes it
/// @param earlyIterations iterations under exaggeration
/// @param iterations iterations after them
/// @param exaggeration factor on the attraction during the early iterations
/// @param learningRate step size; 0 means n / exaggeration, as openTSNE takes it
/// @param stopsWhenSettled whether the run ends before all iterations are done, once the divergence has fallen by less than 0.4 % in 50 of them
/// @param graphSearch how the neighbours are looked for; the library looks for them in its own way
public record Tsne(
    double perplexity,
    long seed,
    Engine engine,
    int earlyIterations,
    int iterations,
    double exaggeration,
    double learningRate,
    boolean stopsWhenSettled,
    GraphSearch graphSearch)
    implements ProjectionMethod {
  /// After the early ones: more than anybody waits for.
  public static final int MOST_ITERATIONS = 1_000_000;

  /// The largest step size a person may ask for: what 0 stands for with twenty million texts and no exaggeration.
  public static final double MOST_LEARNING_RATE = 20_000_000;

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

  /// All iterations are done, whatever they still change, and the search for neighbours is automatic.
  public Tsne(
      double perplexity,
      long seed,
      Engine engine,
      int earlyIterations,
      int iterations,
      double exaggeration,
      double learningRate) {
    this(
        perplexity,
        seed,
        engine,
        earlyIterations,
        iterations,
        exaggeration,
        learningRate,
        false,
        new GraphSearch.Automatic());
  }

  /// Perplexity 30, seed 42; 50 iterations at exaggeration 4, as van der Maaten & Hinton (2008, section 3.4) had it, then at most 700, ending when nothing
  /// improves. Decision 0043 has the reasons.
  public static Tsne standard() {
    return new Tsne(30, 42, Engine.AUTOMATIC, 50, 700, 4, 0, true, new GraphSearch.Automatic());
  }

  /// The same with another perplexity.
  public Tsne withPerplexity(double wanted) {
    return new Tsne(
        wanted,
        seed,
        engine,
        earlyIterations,
        iterations,
        exaggeration,
        learningRate,
        stopsWhenSettled,
        graphSearch);
  }

  @Override
  public String key() {
    return "tsne";
  }
}
