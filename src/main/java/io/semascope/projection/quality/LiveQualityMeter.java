package io.semascope.projection.quality;

import io.semascope.job.Cancellation;
import io.semascope.projection.LayoutFrame;
import io.semascope.vector.VectorBlock;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Measures a moving picture about once a second, and less often where that would slow the run: what it takes stays below a fiftieth of the time. Used by
/// one thread.
public final class LiveQualityMeter {
  private static final long EVERY_NANOS = 1_000_000_000;

  /// One part in 50 is 2 %; with its pictures a run may be slowed by 5 % in all.
  private static final long PARTS = 50;

  private static final int FEWEST_POINTS = 3;

  private final VectorBlock block;
  private final int k;
  private final LongSupplier nanoTime;
  private Optional<LiveQuality> newest = Optional.empty();
  private long due;

  /// @param block the space; row i stands at position i of every frame
  /// @param k how many neighbours to compare, at least 1
  public LiveQualityMeter(VectorBlock block, int k) {
    this(block, k, System::nanoTime);
  }

  LiveQualityMeter(VectorBlock block, int k, LongSupplier nanoTime) {
    this.block = block;
    this.k = k;
    this.nanoTime = nanoTime;
    this.due = nanoTime.getAsLong() + EVERY_NANOS / 2;
  }

  /// The newest measurement, made of this frame when one is due; empty before the first, and always below three points. Throws `JobCancelled` when asked to
  /// stop.
  public Optional<LiveQuality> see(LayoutFrame frame, Cancellation cancellation) {
    long began = nanoTime.getAsLong();
    if (began - due >= 0 && block.count() >= FEWEST_POINTS) {
      newest = Optional.of(LiveQuality.measure(block, frame, k, cancellation));
      long spent = nanoTime.getAsLong() - began;
      due = began + Math.max(EVERY_NANOS, spent * PARTS);
    }
    return newest;
  }
}
