package io.semascope.session;

import io.semascope.projection.LayoutRun;
import io.semascope.projection.LiveParameters;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// What the person and the LAYOUT lane both touch while a picture is being computed. Safe for use from any thread.
final class LayoutTable {
  /// The newest frame; dropped when a newer one comes, never queued.
  final AtomicReference<Optional<LiveFrame>> frame = new AtomicReference<>(Optional.empty());

  /// Parameters the person turned and the run has not seen yet.
  final AtomicReference<Optional<LiveParameters>> turned = new AtomicReference<>(Optional.empty());

  private Optional<LayoutRun> run = Optional.empty();
  private volatile boolean pauseWanted;

  synchronized Optional<LayoutRun> run() {
    return run;
  }

  synchronized void keep(LayoutRun newRun) {
    run = Optional.of(newRun);
  }

  synchronized void forget() {
    run = Optional.empty();
    pauseWanted = false;
    turned.set(Optional.empty());
    frame.set(Optional.empty());
  }

  boolean pauseWanted() {
    return pauseWanted;
  }

  void wantPause(boolean wanted) {
    pauseWanted = wanted;
  }
}
