package io.semascope.ui.projection;

/// Thirty pictures of a moving map a second: more would cost the run more than they show. FX thread only.
public final class PicturePace {
  private static final long PICTURE_NANOS = 1_000_000_000 / 30;

  /// Pulses come sixty times a second, now a little early, now a little late.
  private static final long PULSE_NANOS = 1_000_000_000 / 60;

  private long due = Long.MIN_VALUE;

  /// Whether the next picture is due.
  ///
  /// @param now of this pulse, in nanoseconds
  public boolean isDue(long now) {
    return due == Long.MIN_VALUE || due - now <= PULSE_NANOS / 2;
  }

  /// One was shown at this pulse. The next is due from the time that this one was, so that a late one does not put off all others, but no sooner than at the next pulse.
  public void shown(long now) {
    due =
        due == Long.MIN_VALUE
            ? now + PICTURE_NANOS
            : Math.max(due + PICTURE_NANOS, now + PULSE_NANOS);
  }
}
