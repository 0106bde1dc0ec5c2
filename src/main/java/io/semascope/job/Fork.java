package io.semascope.job;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Splits an inner loop over the cores. The blocks are the caller's, so a result never depends on how many cores there are.
public final class Fork {
  private Fork() {}

  /// Calls `body` once for every block in `0..blocks−1`, in any order, on any core, and returns when all are done. Throws what a block threw;
  /// `JobCancelled` when asked to stop, after the blocks in flight.
  public static void blocks(int blocks, Cancellation cancellation, IntConsumer body) {
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    AtomicInteger next = new AtomicInteger();
    // Each worker takes the next block when it is free, so that none waits long for the last ones.
    IntStream.range(0, Math.min(blocks, ForkJoinPool.getCommonPoolParallelism() + 1))
        .parallel()
        .forEach(
            worker -> {
              int block = next.getAndIncrement();
              while (block < blocks && failure.get() == null && !cancellation.requested()) {
                try {
                  body.accept(block);
                } catch (RuntimeException e) {
                  failure.compareAndSet(null, e);
                }
                block = next.getAndIncrement();
              }
            });
    RuntimeException thrown = failure.get();
    if (thrown != null) {
      throw thrown;
    }
    cancellation.check();
  }

  /// Does work on a thread that blocks are computed on, waits for it and returns what it gave. So it takes turns with whatever is computed there: on a thread
  /// besides it would halt a block now and then, and all cores that wait for that block with it. Throws what the work threw.
  public static <T> T inTurn(Supplier<T> work) {
    return ForkJoinPool.getCommonPoolParallelism() == 0
        ? work.get()
        : ForkJoinPool.commonPool().submit(work::get).join();
  }
}
