package io.semascope.ui.probe;

import io.semascope.ui.theme.SignedScale;
import io.semascope.ui.theme.Theme;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;

/// The key to the cells of a vector: the colours of all values from the lowest on the left to the highest on the right, 0 in the middle.
final class SignedRamp extends Region {
  private static final double HEIGHT = 8;

  SignedRamp() {
    setId("signed-ramp");
    getStyleClass().add(Theme.REPAINTED);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
  }

  @Override
  protected void layoutChildren() {
    boolean dark = getScene() != null && getScene().getRoot().getStyleClass().contains("dark");
    setBackground(
        new Background(
            new BackgroundFill(SignedScale.ramp(dark), CornerRadii.EMPTY, Insets.EMPTY)));
  }
}
