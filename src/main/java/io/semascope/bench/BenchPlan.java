package io.semascope.bench;

import java.nio.file.Path;
import java.util.List;

/// What to measure, and on what.
///
/// @param vectorFile the vectors, `.npy`
/// @param unitFile their units, row by row
/// @param engines at least one, in the order they run
/// @param repetitions of each, at least 1
public record BenchPlan(
    Path vectorFile, Path unitFile, List<BenchedEngine> engines, int repetitions) {
  public BenchPlan {
    engines = List.copyOf(engines);
    if (engines.isEmpty() || repetitions < 1) {
      throw new IllegalArgumentException(engines + ", " + repetitions + " times");
    }
  }
}
