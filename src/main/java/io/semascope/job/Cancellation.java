package io.semascope.job;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The wish to stop, handed down explicitly to everything that takes longer than 50 ms. Safe for use from any thread.
public final class Cancellation {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean requested;

  /// A wish nobody will utter.
  public static Cancellation never() {
    return new Cancellation();
  }

  public boolean requested() {
    return requested;
  }

  /// Asks to stop. Listeners run on the calling thread, each at most once.
  public void request() {
    requested = true;
    for (Runnable listener : listeners) {
      if (listeners.remove(listener)) {
        listener.run();
      }
    }
  }

  /// Throws `JobCancelled` once a stop was asked for.
  public void check() {
    if (requested) {
      throw new JobCancelled();
    }
  }

  /// Runs `listener` when a stop is asked for (at once if it already was), until the registration is closed. For interrupting native calls.
  public Registration onRequest(Runnable listener) {
    listeners.add(listener);
    if (requested && listeners.remove(listener)) {
      listener.run();
    }
    return () -> listeners.remove(listener);
  }

  /// Ends a listener's interest.
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
