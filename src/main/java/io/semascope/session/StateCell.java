package io.semascope.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Holds the one current snapshot. Changes are pure functions of the old one, retried until they win. Safe for use from any thread.
final class StateCell {
  private final AtomicReference<SessionState> current = new AtomicReference<>(SessionState.empty());
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  SessionState get() {
    return current.get();
  }

  SessionState change(UnaryOperator<SessionState> edit) {
    SessionState next = current.updateAndGet(old -> edit.apply(old).withVersion(old.version() + 1));
    for (Listener listener : listeners) {
      listener.tell(next);
    }
    return next;
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
