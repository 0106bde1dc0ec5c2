package io.semascope.ui.neighbour;

import javafx.scene.layout.Region;

/// A horizontal bar on a shared axis, drawn from 0. Colours come from the style sheet.
final class ScoreBar extends Region {
  private final Region track = new Region();
  private final Region fill = new Region();
  private final Region zeroMark = new Region();
  private NeighbourBar bar = new NeighbourBar(0, 0, 0, false);

  ScoreBar() {
    getStyleClass().add("score-bar");
    track.getStyleClass().add("score-bar-track");
    fill.getStyleClass().add("score-bar-fill");
    zeroMark.getStyleClass().add("score-bar-zero");
    getChildren().addAll(track, fill, zeroMark);
    setPrefSize(110, 10);
    setMinWidth(20);
    setMaxWidth(160);
  }

  void show(NeighbourBar shown) {
    bar = shown;
    fill.getStyleClass().remove("score-bar-negative");
    if (shown.negative()) {
      fill.getStyleClass().add("score-bar-negative");
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    track.resizeRelocate(0, height / 2 - 4, width, 8);
    fill.resizeRelocate(
        bar.from() * width, height / 2 - 4, Math.max(0, (bar.to() - bar.from()) * width), 8);
    zeroMark.resizeRelocate(
        Math.clamp(bar.zero() * width - 0.5, 0, Math.max(0, width - 1)), height / 2 - 5, 1, 10);
  }
}
