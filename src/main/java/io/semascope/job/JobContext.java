package io.semascope.job;

/// What running work is given: the wish to stop, a meter to report to, and a door for urgent work.
///
/// @param cancellation checked at least every 50 ms
/// @param meter told how far the work has come
/// @param pause lets urgent work of the same lane pass
public record JobContext(Cancellation cancellation, ProgressMeter meter, Pause pause) {
  /// For calling work directly, without a lane.
  public static JobContext direct() {
    return new JobContext(Cancellation.never(), ProgressMeter.silent(), () -> {});
  }
}
