package io.semascope.ui.projection;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Two labels beside each other, the first wrapped where it must be; where it would be left with a narrow column, the second goes below it.
final class CaptionRow extends Region {
  private static final double GAP = 8;
  private static final double LINE_GAP = 2;

  /// A line of some forty letters.
  private static final double NARROWEST_COLUMN = 240;

  private final Label wrapped;
  private final Label whole;

  /// @param wrapped may take any width
  /// @param whole is never narrower than its text; an invisible one takes no room
  CaptionRow(Label wrapped, Label whole) {
    this.wrapped = wrapped;
    this.whole = whole;
    getChildren().addAll(wrapped, whole);
    whole.visibleProperty().addListener(observed -> requestLayout());
  }

  private double wholeWidth() {
    return whole.isVisible() ? snapSizeX(whole.prefWidth(-1)) : 0;
  }

  /// What is left for the first of so much, beside the second.
  private double left(double width) {
    return whole.isVisible() ? Math.max(0, width - GAP - wholeWidth()) : width;
  }

  private boolean stacked(double width) {
    return left(width) < Math.min(NARROWEST_COLUMN, wrapped.prefWidth(-1));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return wholeWidth();
  }

  @Override
  protected double computePrefWidth(double height) {
    return wrapped.prefWidth(-1) + (whole.isVisible() ? GAP + wholeWidth() : 0);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = width < 0 ? computePrefWidth(-1) : width;
    double lines = whole.isVisible() ? snapSizeY(whole.prefHeight(-1)) : 0;
    return stacked(room)
        ? snapSizeY(wrapped.prefHeight(room)) + LINE_GAP + lines
        : Math.max(snapSizeY(wrapped.prefHeight(left(room))), lines);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double lines = snapSizeY(whole.prefHeight(-1));
    if (stacked(width)) {
      double above = snapSizeY(wrapped.prefHeight(width));
      wrapped.resizeRelocate(0, 0, width, above);
      whole.resizeRelocate(0, above + LINE_GAP, wholeWidth(), lines);
      return;
    }
    double column = left(width);
    double tall = snapSizeY(wrapped.prefHeight(column));
    wrapped.resizeRelocate(0, snapPositionY((height - tall) / 2), column, tall);
    whole.resizeRelocate(
        width - wholeWidth(), snapPositionY((height - lines) / 2), wholeWidth(), lines);
  }
}
