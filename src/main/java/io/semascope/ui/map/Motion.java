package io.semascope.ui.map;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Whether the points are moving: from a frame of a running layout until none has come for a while, as when the run is paused. FX thread only.
final class Motion {
  private static final Duration LONGEST_GAP = Duration.millis(500);

  private final PauseTransition rest = new PauseTransition(LONGEST_GAP);
  private boolean moving;

  /// @param whenResting called when the points have come to rest by themselves
  Motion(Runnable whenResting) {
    rest.setOnFinished(
        event -> {
          moving = false;
          whenResting.run();
        });
  }

  /// The points stand elsewhere.
  void moved() {
    moving = true;
    rest.playFromStart();
  }

  /// Nothing will move them now.
  void end() {
    moving = false;
    rest.stop();
  }

  boolean isMoving() {
    return moving;
  }
}
