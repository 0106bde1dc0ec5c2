package io.semascope.ui.state;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The one hop from any thread to the FX thread.
public final class FxBridge {
  private FxBridge() {}

  /// Runs `action` on the FX thread: at once when already there, else soon.
  public static void run(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  /// Wraps a receiver so that values sent from any thread reach it on the FX thread, the newest only: those in between are dropped, never queued.
  public static <T> Consumer<T> latest(Consumer<T> receiver) {
    AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    return value -> {
      if (waiting.getAndSet(value) == null) {
        Platform.runLater(
            () -> {
              T newest = waiting.getAndSet(null);
              if (newest != null) {
                receiver.accept(newest);
              }
            });
      }
    };
  }
}
