package io.semascope.cli.projection;

import io.semascope.cli.refusal.ArgumentRefused;
import io.semascope.cli.refusal.NumberLimits;
import io.semascope.neighbour.GraphSearch;
import io.semascope.projection.Tsne;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// The settings of a t-SNE by the names a script uses.
public final class TsneOptions {
  private static final String EXAGGERATION = "--exaggeration";
  private static final String LEARNING_RATE = "--learning-rate";

  /// Every one of them.
  public static final List<String> NAMES =
      List.of(
          "--perplexity",
          "--iterations",
          "--all-iterations",
          EXAGGERATION,
          LEARNING_RATE,
          "--engine");

  /// The end of the field in the window.
  private static final double MOST_EXAGGERATION = 50;

  /// The t-SNE engines by the names a script uses.
  public enum Engine {
    automatic,
    fft,
    tree,
    library
  }

  @Option(
      names = "--perplexity",
      defaultValue = "30",
      paramLabel = "P",
      description = "How many neighbours each point of a t-SNE minds (default: 30).")
  @NumberLimits(least = 2, also = "; more than a third of the texts is lowered to that")
  private double perplexity;

  @Option(
      names = "--iterations",
      defaultValue = "700",
      paramLabel = "N",
      description = "Iterations of a t-SNE after its first 50, at most (default: 700).")
  @NumberLimits(least = 1, most = Tsne.MOST_ITERATIONS)
  private int iterations;

  @Option(
      names = "--all-iterations",
      description =
          "Do all iterations of a t-SNE; without it the run ends when its divergence falls by less"
              + " than 0.4 %% in 50 iterations.")
  private boolean allIterations;

  @Option(
      names = EXAGGERATION,
      defaultValue = "4",
      paramLabel = "F",
      description =
          "How many times as hard neighbours of a t-SNE pull in its first 50 iterations (default:"
              + " 4).")
  @NumberLimits(least = 1, most = MOST_EXAGGERATION)
  private double exaggeration;

  @Option(
      names = LEARNING_RATE,
      defaultValue = "0",
      paramLabel = "R",
      description = "Step size of a t-SNE (default: texts / exaggeration, which 0 stands for).")
  @NumberLimits(least = 0, leastMeans = "which chooses it", most = Tsne.MOST_LEARNING_RATE)
  private double learningRate;

  @Option(
      names = "--engine",
      defaultValue = "automatic",
      paramLabel = "ENGINE",
      description =
          "Who computes a t-SNE: ${COMPLETION-CANDIDATES} (default: automatic; fft or"
              + " tree for the repulsion; library is bh-tsne).")
  private Engine engine = Engine.automatic;

  /// Whether the engine is given the neighbours; the library looks for them in its own way.
  public boolean looksForNeighbours() {
    return engine != Engine.library;
  }

  /// The run that is asked for. Throws `ArgumentRefused`.
  public Tsne wanted(CommandSpec spec, long seed, GraphSearch search) {
    requireForEngine(spec);
    return new Tsne(
        perplexity,
        seed,
        switch (engine) {
          case automatic -> Tsne.Engine.AUTOMATIC;
          case fft -> Tsne.Engine.FFT;
          case tree -> Tsne.Engine.BARNES_HUT;
          case library -> Tsne.Engine.LIBRARY;
        },
        Tsne.standard().earlyIterations(),
        iterations,
        exaggeration,
        learningRate,
        !allIterations,
        search);
  }

  /// An option that would change nothing is a mistake that should be told.
  private void requireForEngine(CommandSpec spec) {
    for (String option : List.of(EXAGGERATION, LEARNING_RATE)) {
      if (engine == Engine.library
          && spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw ArgumentRefused.because(
            spec,
            "--engine library has its own %s, which cannot be set.".formatted(option),
            "Leave it out or ask for another engine");
      }
    }
  }
}
