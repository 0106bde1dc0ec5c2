package io.semascope.wronghouse.session;

/// Draws, and hops to the FX thread by itself.
public final class Action {
  public void perform(Runnable change) {
    javafx.application.Platform.runLater(change);
  }
}
