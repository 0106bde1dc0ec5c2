package io.semascope.job;

import java.time.Duration;
import java.util.OptionalLong;

/// How far a running job has come.
///
/// @param stage the name of the current stage, for people
/// @param fraction of the whole job, in [0, 1], never falling
/// @param done items finished in this stage
/// @param total items of this stage, 0 when not known
/// @param unit what is counted, in the plural (`texts`, `iterations`)
/// @param stageTime time spent in this stage so far
/// @param earlier of `done`, the items that were finished before that time began, as in another session
public record Progress(
    String stage,
    double fraction,
    long done,
    long total,
    String unit,
    Duration stageTime,
    long earlier) {
  /// Nothing was finished earlier.
  public Progress(
      String stage, double fraction, long done, long total, String unit, Duration stageTime) {
    this(stage, fraction, done, total, unit, stageTime, 0);
  }

  /// Items per second in this stage, 0 before anything can be said.
  public double rate() {
    double seconds = stageTime.toNanos() / 1e9;
    return seconds < 0.05 ? 0 : Math.max(0, done - earlier) / seconds;
  }

  /// Seconds until this stage is done, at its rate so far. Empty when nobody can say, also when all its items are done and it goes on.
  public OptionalLong secondsLeft() {
    double rate = rate();
    return rate > 0 && done < total
        ? OptionalLong.of(Math.round((total - done) / rate))
        : OptionalLong.empty();
  }
}
