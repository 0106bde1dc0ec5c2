package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Holds the one current snapshot. Changes are pure functions of the old one, retried until they win. Safe for use from any thread.
final class StateCell {
  private final AtomicReference<SessionState> current = new AtomicReference<>(SessionState.empty());

  /// How often a wish to stop is looked for while waiting.
  private static final long LISTEN_MILLIS = 40;

  private final AtomicReference<CountDownLatch> changed =
      new AtomicReference<>(new CountDownLatch(1));
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  SessionState get() {
    return current.get();
  }

  SessionState change(UnaryOperator<SessionState> edit) {
    SessionState next = current.updateAndGet(old -> edit.apply(old).withVersion(old.version() + 1));
    changed.getAndSet(new CountDownLatch(1)).countDown();
    for (Listener listener : listeners) {
      listener.tell(next);
    }
    return next;
  }

  /// The state as soon as no vectors are being read any more; whoever reads them ends that, also when it fails. Not for the thread that reads them. Throws
  /// `JobCancelled` when asked to stop.
  SessionState awaitVectors(Cancellation cancellation) {
    SessionState now = current.get();
    while (now.readingVectors()) {
      cancellation.check();
      // Taken before the look, so that no change is missed between the two.
      CountDownLatch change = changed.get();
      if (current.get().readingVectors()) {
        pass(change);
      }
      now = current.get();
    }
    return now;
  }

  private static void pass(CountDownLatch change) {
    try {
      change.await(LISTEN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobCancelled();
    }
  }

  void listen(Consumer<SessionState> receiver) {
    Listener listener = new Listener(receiver);
    listeners.add(listener);
    listener.tell(get());
  }

  /// Two threads that change the state may tell of it in the wrong order; a listener never goes back to an older one.
  private static final class Listener {
    private final Consumer<SessionState> receiver;
    private long told = -1;

    Listener(Consumer<SessionState> receiver) {
      this.receiver = receiver;
    }

    synchronized void tell(SessionState state) {
      if (state.version() > told) {
        told = state.version();
        receiver.accept(state);
      }
    }
  }
}
