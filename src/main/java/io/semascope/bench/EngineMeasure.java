package io.semascope.bench;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.StageTime;
import java.util.List;

/// What was measured of one engine.
///
/// @param stages in the order they run
/// @param figures paces from the medians, and the quality of the last repetition's result
/// @param notes what must not go unsaid: samples, what was left out, one sentence each
public record EngineMeasure(
    BenchedEngine engine, List<StageTime> stages, List<EngineFigure> figures, List<String> notes) {
  public EngineMeasure {
    stages = List.copyOf(stages);
    figures = List.copyOf(figures);
    notes = List.copyOf(notes);
  }
}
