package io.semascope.ui.neighbour;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A name and its category on one line: the category is written out as long as the name keeps a good part of the line.
final class NameLine extends Region {
  private static final double GAP = 6;

  /// A name that is cut still says what it is about with its first word or two; the tooltip has it whole.
  private static final double SHARE_OF_NAME = 0.35;

  private final Label name;
  private final Label category;

  NameLine(Label name, Label category) {
    this.name = name;
    this.category = category;
    getChildren().addAll(name, category);
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
    return Math.max(name.prefHeight(-1), category.isManaged() ? category.prefHeight(-1) : 0);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
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
