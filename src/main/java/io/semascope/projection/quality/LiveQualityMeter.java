package io.semascope.projection.quality;

import io.semascope.job.Cancellation;
import io.semascope.projection.LayoutFrame;
import io.semascope.vector.VectorBlock;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Measures a moving picture about once a second, and less often where that would slow the run: behind each measurement the next waits until all of them
/// took no more than a hundredth of the time. A single one may take more, as the first of a large space does. The neighbours in the space are looked for
/// once for each row of the sample and kept as long as the meter. Used by one thread.
public final class LiveQualityMeter {
  private static final long EVERY_NANOS = 1_000_000_000;

  /// One part in 100 is 1 %; with its pictures a run may be slowed by 5 % in all.
  private static final long PARTS = 100;

  private static final int FEWEST_POINTS = 3;

  private final VectorBlock block;
  private final RowClasses classes;
  private final SpaceSample sample;
  private final LongSupplier nanoTime;
  private final long begun;
  private Optional<LiveQuality> newest = Optional.empty();
  private long spent;
  private long due;

  /// @param block the space; row i stands at position i of every frame
  /// @param k how many neighbours to compare, at least 1
  /// @param classes the class of each row
  public LiveQualityMeter(VectorBlock block, int k, RowClasses classes) {
    this(block, k, classes, System::nanoTime);
  }

  /// @param nanoTime the time that is shared with the run, in nanoseconds from anywhere; it may stand still while the run does
  public LiveQualityMeter(VectorBlock block, int k, RowClasses classes, LongSupplier nanoTime) {
    this.block = block;
    this.classes = classes;
    this.nanoTime = nanoTime;
    sample = new SpaceSample(block, k, QualityQuestion.LIVE_SAMPLE);
    begun = nanoTime.getAsLong();
    due = begun + EVERY_NANOS / 2;
  }

  /// The newest measurement, made of this frame when one is due; empty before the first, and always below three points. Throws `JobCancelled` when asked to
  /// stop.
  public Optional<LiveQuality> see(LayoutFrame frame, Cancellation cancellation) {
    long began = nanoTime.getAsLong();
    if (began - due >= 0 && block.count() >= FEWEST_POINTS) {
      sample.grow(cancellation);
      QualityQuestion question =
          QualityQuestion.of(block, frame.positions(), sample.neighbours()).with(classes);
      newest = Optional.of(LiveQuality.measure(question, sample, frame.iteration(), cancellation));
      spent += nanoTime.getAsLong() - began;
      due = Math.max(began + EVERY_NANOS, begun + spent * PARTS);
    }
    return newest;
  }
}
