package io.semascope.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Holds the one current snapshot. Changes are pure functions of the old one, retried until they win. Safe for use from any thread.
final class StateCell {
  private final AtomicReference<SessionState> current = new AtomicReference<>(SessionState.empty());
  private final List<Consumer<SessionState>> listeners = new CopyOnWriteArrayList<>();

  SessionState get() {
    return current.get();
  }

  SessionState change(UnaryOperator<SessionState> edit) {
    SessionState next = current.updateAndGet(old -> edit.apply(old).withVersion(old.version() + 1));
    for (Consumer<SessionState> listener : listeners) {
      listener.accept(next);
    }
    return next;
  }

  void listen(Consumer<SessionState> listener) {
    listeners.add(listener);
    listener.accept(get());
  }
}
