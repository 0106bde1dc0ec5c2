package io.semascope.ui;

import io.semascope.projection.LiveChange;
import io.semascope.ui.projection.LayoutBar;
import io.semascope.ui.projection.LayoutChoice;

/// For a toolbar of layouts on which nothing is pressed, or only what a test overrides.
public class UnaskedLayout implements LayoutBar.LayoutActions {
  @Override
  public void start(LayoutChoice choice) {
    throw new AssertionError(choice);
  }

  @Override
  public void showKept(LayoutChoice.Method method) {
    throw new AssertionError(method);
  }

  @Override
  public void pause() {
    throw new AssertionError();
  }

  @Override
  public void resume() {
    throw new AssertionError();
  }

  @Override
  public void stop() {
    throw new AssertionError();
  }

  @Override
  public void change(LiveChange change) {
    throw new AssertionError(change);
  }
}
