package io.semascope.job;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Large buffers that the blocks of a loop use one after the other, as many as run at once: made anew for each block they would be garbage in no time. Safe
/// for use from several threads.
///
/// @param <T> a buffer, whose contents are those of its last use
public final class Scratch<T> {
  private final Supplier<T> maker;
  private final ConcurrentLinkedQueue<T> idle = new ConcurrentLinkedQueue<>();

  /// @param maker makes one when all others are in use
  public Scratch(Supplier<T> maker) {
    this.maker = maker;
  }

  /// Lends a buffer to `work` alone until it returns. What `work` throws is thrown on, and the buffer is forgotten.
  public void lend(Consumer<T> work) {
    T waiting = idle.poll();
    T buffer = waiting == null ? maker.get() : waiting;
    work.accept(buffer);
    idle.add(buffer);
  }
}
