package io.semascope.ui.probe;

import io.semascope.ui.theme.SignedScale;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/// A bar around 0; one that is longer than the scale is drawn with a break.
final class SignedBar extends Region {
  private static final double BREAK_WIDTH = 4;

  private final CosineState.Bar bar;
  private final Rectangle fill = new Rectangle();
  private final Rectangle gap = new Rectangle();
  private final Line zero = new Line();

  SignedBar(CosineState.Bar bar) {
    this.bar = bar;
    getStyleClass().add("signed-bar");
    fill.setFill(SignedScale.bar(bar.value()));
    gap.getStyleClass().add("signed-bar-gap");
    gap.setVisible(bar.cut());
    zero.getStyleClass().add("signed-bar-zero");
    getChildren().addAll(fill, gap, zero);
    setMinSize(40, 14);
    setPrefSize(120, 14);
  }

  @Override
  protected void layoutChildren() {
    double middle = Math.floor(getWidth() / 2) + 0.5;
    double reach = middle - 1;
    double end = middle + bar.length() * reach;
    fill.setX(Math.min(middle, end));
    fill.setY(2);
    fill.setWidth(Math.abs(end - middle));
    fill.setHeight(getHeight() - 4);
    gap.setX(middle + bar.length() * reach * 0.75 - BREAK_WIDTH / 2);
    gap.setY(0);
    gap.setWidth(BREAK_WIDTH);
    gap.setHeight(getHeight());
    zero.setStartX(middle);
    zero.setEndX(middle);
    zero.setStartY(0);
    zero.setEndY(getHeight());
  }
}
