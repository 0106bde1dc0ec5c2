package io.semascope.bench;

import io.semascope.bench.neighbour.NeighbourPart;
import io.semascope.raster.DrawingScreen;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What to measure, and on what.
///
/// @param vectorFile the vectors, `.npy`
/// @param unitFile their units, row by row
/// @param engines at least one, in the order they run
/// @param repetitions of each, at least 1
/// @param neighbourParts at least one, should neighbours be among the engines
/// @param drawing what is drawn, should drawing be among the engines
public record BenchPlan(
    Path vectorFile,
    Path unitFile,
    List<BenchedEngine> engines,
    int repetitions,
    Set<NeighbourPart> neighbourParts,
    Drawing drawing) {
  public BenchPlan {
    engines = List.copyOf(engines);
    neighbourParts = Set.copyOf(neighbourParts);
    if (engines.isEmpty() || repetitions < 1) {
      throw new IllegalArgumentException(engines + ", " + repetitions + " times");
    }
    if (neighbourParts.isEmpty() && engines.contains(BenchedEngine.NEIGHBOURS)) {
      throw new IllegalArgumentException("no part of the neighbours");
    }
  }

  /// Whether some engine works on the files.
  public boolean readsFiles() {
    return engines.stream().anyMatch(BenchedEngine::readsFiles);
  }

  /// What is drawn to measure drawing.
  ///
  /// @param points how many, one picture after the other; each at least 1
  /// @param width of the picture in pixels
  /// @param height of the picture in pixels
  /// @param screen shows the pictures, those of a t-SNE that moves too; without one only the raster is timed
  public record Drawing(
      List<Integer> points, int width, int height, Optional<DrawingScreen> screen) {
    public Drawing {
      points = List.copyOf(points);
      if (points.isEmpty() || points.stream().anyMatch(count -> count < 1)) {
        throw new IllegalArgumentException("drawing " + points + " points");
      }
    }
  }
}
