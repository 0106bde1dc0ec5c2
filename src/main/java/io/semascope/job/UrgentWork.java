package io.semascope.job;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/// Work that a person waits for, in the order it was asked for.
final class UrgentWork implements Pause {
  /// So long after urgent work a window has to itself for drawing what came of it. With two cores and two calls of the model under way, it came to a turn so
  /// seldom that drawing took four times as long as the work itself (decision 0047).
  private static final long DRAWING_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /// Until when what is urgent has the cores; of the system's timer.
  private volatile long until = System.nanoTime();

  private volatile boolean running;

  void add(Runnable work) {
    waiting.add(work);
  }

  @Override
  public void run() {
    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
      running = true;
      try {
        next.run();
      } finally {
        until = System.nanoTime() + DRAWING_NANOS;
        running = false;
      }
    }
  }

  @Override
  public boolean wanted() {
    return running || !waiting.isEmpty() || System.nanoTime() - until < 0;
  }
}
