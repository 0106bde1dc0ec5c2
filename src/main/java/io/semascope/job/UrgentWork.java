package io.semascope.job;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Work that a person waits for, in the order it was asked for.
final class UrgentWork implements Pause {
  /// So long after urgent work a window has to itself for drawing what came of it. With two cores and two calls of the model under way, it came to a turn so
  /// seldom that drawing took four times as long as the work itself (decision 0047).
  private static final long DRAWING_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  private final LongSupplier nanoTime;

  /// Until when what is urgent has the cores.
  private volatile long until;

  private volatile boolean running;

  UrgentWork() {
    this(System::nanoTime);
  }

  /// @param nanoTime nanoseconds from anywhere
  UrgentWork(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    until = nanoTime.getAsLong();
  }

  void add(Runnable work) {
    waiting.add(work);
  }

  @Override
  public void run() {
    while (!waiting.isEmpty()) {
      // Before it is taken out, so that nobody finds neither work that waits nor work that runs.
      running = true;
      try {
        Runnable next = waiting.poll();
        if (next != null) {
          next.run();
        }
      } finally {
        until = nanoTime.getAsLong() + DRAWING_NANOS;
        running = false;
      }
    }
  }

  @Override
  public boolean wanted() {
    return running || !waiting.isEmpty() || nanoTime.getAsLong() - until < 0;
  }
}
