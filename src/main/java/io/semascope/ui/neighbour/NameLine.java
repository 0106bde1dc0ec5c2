package io.semascope.ui.neighbour;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A name and its category: beside each other, the category written out as long as the name keeps a good part of the line; in a narrow list below each other,
/// in every row, so that all rows are equally high.
final class NameLine extends Region {
  private static final double GAP = 6;
  private static final double LINE_GAP = 2;

  /// A name that is cut still says what it is about with its first word and its last; the tooltip has it whole.
  private static final double SHARE_OF_NAME = 0.35;

  private final Label name;
  private final Label category;
  private boolean narrow;

  NameLine(Label name, Label category) {
    this.name = name;
    this.category = category;
    getChildren().addAll(name, category);
  }

  void setNarrow(boolean wanted) {
    if (narrow != wanted) {
      narrow = wanted;
      requestLayout();
    }
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return name.prefWidth(-1) + (category.isManaged() ? GAP + category.prefWidth(-1) : 0);
  }

  @Override
  protected double computePrefHeight(double width) {
    double below = category.isManaged() ? category.prefHeight(-1) : 0;
    return narrow && category.isManaged()
        ? name.prefHeight(-1) + LINE_GAP + below
        : Math.max(name.prefHeight(-1), below);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    if (narrow && category.isManaged()) {
      double above = name.prefHeight(-1);
      name.resizeRelocate(0, 0, Math.min(name.prefWidth(-1), width), above);
      category.resizeRelocate(
          0, above + LINE_GAP, Math.min(category.prefWidth(-1), width), category.prefHeight(-1));
      return;
    }
    double beside = 0;
    if (category.isManaged()) {
      double left = width - GAP - Math.min(name.prefWidth(-1), SHARE_OF_NAME * width);
      double chip = snapSizeX(Math.max(0, Math.min(category.prefWidth(-1), left)));
      double height = category.prefHeight(-1);
      category.resizeRelocate(
          width - chip, snapPositionY((getHeight() - height) / 2), chip, height);
      beside = chip + GAP;
    }
    double height = name.prefHeight(-1);
    name.resizeRelocate(
        0,
        snapPositionY((getHeight() - height) / 2),
        Math.max(0, Math.min(name.prefWidth(-1), width - beside)),
        height);
  }
}
