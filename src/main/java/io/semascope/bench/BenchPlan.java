package io.semascope.bench;

import java.nio.file.Path;
import java.util.List;

/// What to measure, and on what.
///
/// @param vectorFile the vectors, `.npy`
/// @param unitFile their units, row by row
/// @param engines at least one, in the order they run
/// @param repetitions of each, at least 1
/// @param drawing what is drawn, should drawing be among the engines
public record BenchPlan(
    Path vectorFile,
    Path unitFile,
    List<BenchedEngine> engines,
    int repetitions,
    DrawPlan drawing) {
  public BenchPlan {
    engines = List.copyOf(engines);
    if (engines.isEmpty() || repetitions < 1) {
      throw new IllegalArgumentException(engines + ", " + repetitions + " times");
    }
  }

  /// Whether some engine works on the files.
  public boolean readsFiles() {
    return engines.stream().anyMatch(engine -> engine != BenchedEngine.DRAW);
  }
}
