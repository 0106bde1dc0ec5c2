package io.semascope.neighbour.quantised;

import io.semascope.job.Cancellation;
import io.semascope.vector.VectorBlock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Codes of a block, made when its second question comes: whoever asks once does not pay for them.
///
/// Safe for use from several threads: nobody waits, questions that come while the codes are being made go without them.
public final class LazyCodes {
  /// Fewer rows are read faster than a person can tell.
  private static final int FEWEST_ROWS = 20_000;

  private final VectorBlock block;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicReference<@Nullable RowCodes> made = new AtomicReference<>();

  public LazyCodes(VectorBlock block) {
    this.block = block;
  }

  /// Whether there are enough rows, of dimensions that can be coded, on a JVM that widens bytes side by side: one after the other they take longer than
  /// the values themselves.
  public boolean worthwhile() {
    return worthwhile(CodeKernel.best());
  }

  boolean worthwhile(CodeKernel kernel) {
    return kernel.sideBySide() && block.count() >= FEWEST_ROWS && RowCodes.fit(block.dimension());
  }

  /// The codes for one more question; empty for the first and where they are not worthwhile. Throws
  /// `JobCancelled` when asked to stop; the next question then makes them.
  public Optional<RowCodes> forQuestion(Cancellation cancellation) {
    RowCodes there = made.get();
    if (there != null || !worthwhile() || asked.getAndIncrement() != 1) {
      return Optional.ofNullable(there);
    }
    return Optional.of(make(cancellation));
  }

  /// Makes the codes now, however few rows there are.
  public RowCodes make(Cancellation cancellation) {
    boolean finished = false;
    try {
      RowCodes codes = RowCodes.of(block, cancellation);
      made.set(codes);
      finished = true;
      return codes;
    } finally {
      if (!finished) {
        asked.set(1);
      }
    }
  }
}
