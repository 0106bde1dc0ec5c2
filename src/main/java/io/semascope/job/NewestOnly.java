package io.semascope.job;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Serves the newest request on a thread of its own: one that was asked for before the last was begun is replaced, never queued. What has been begun is
/// finished, so that under a stream of requests something is always served. Safe for use from any thread.
///
/// The thread is there only while there is work, and a few seconds longer.
public final class NewestOnly<T> {
  private static final int IDLE_SECONDS = 5;

  private final ThreadPoolExecutor executor;
  private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
  private final Consumer<T> server;

  /// @param name of the thread
  /// @param server called on the thread, once at a time
  public NewestOnly(String name, Consumer<T> server) {
    this.server = server;
    executor =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name(name).factory());
    executor.allowCoreThreadTimeOut(true);
  }

  /// Returns at once.
  public void ask(T request) {
    if (waiting.getAndSet(request) == null) {
      executor.execute(this::serve);
    }
  }

  private void serve() {
    T newest = waiting.getAndSet(null);
    if (newest != null) {
      server.accept(newest);
    }
  }
}
