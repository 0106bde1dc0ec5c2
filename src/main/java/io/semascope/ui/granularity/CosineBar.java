package io.semascope.ui.granularity;

import io.semascope.ui.theme.SignedScale;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/// A cosine in [−1, 1] as a bar around 0.
final class CosineBar extends Region {
  private static final double WIDTH = 56;
  private static final double HEIGHT = 12;

  private final Rectangle fill = new Rectangle();

  CosineBar() {
    Line zero = new Line(WIDTH / 2, 0, WIDTH / 2, HEIGHT);
    zero.getStyleClass().add("signed-bar-zero");
    getChildren().addAll(fill, zero);
    setMinSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
  }

  void show(double cosine) {
    double length = Double.isNaN(cosine) ? 0 : Math.clamp(cosine, -1.0, 1.0) * WIDTH / 2;
    fill.setX(Math.min(WIDTH / 2, WIDTH / 2 + length));
    fill.setY(2);
    fill.setWidth(Math.abs(length));
    fill.setHeight(HEIGHT - 4);
    fill.setFill(SignedScale.bar(cosine));
  }
}
