package io.semascope.job;

import java.time.Duration;

/// How far a running job has come.
///
/// @param stage the name of the current stage, for people
/// @param fraction of the whole job, in [0, 1], never falling
/// @param done items finished in this stage
/// @param total items of this stage, 0 when not known
/// @param unit what is counted, in the plural (`texts`, `iterations`)
/// @param stageTime time spent in this stage so far
public record Progress(
    String stage, double fraction, long done, long total, String unit, Duration stageTime) {
  /// Items per second in this stage, 0 before anything can be said.
  public double rate() {
    double seconds = stageTime.toNanos() / 1e9;
    return seconds < 0.05 ? 0 : done / seconds;
  }
}
