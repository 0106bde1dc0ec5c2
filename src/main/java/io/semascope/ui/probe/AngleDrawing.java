package io.semascope.ui.probe;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Line;

/// Two arrows from one point with the angle between them; their lengths stand in the ratio of the two norms.
final class AngleDrawing extends Pane {
  private static final double WIDTH = 120;
  private static final double HEIGHT = 76;
  private static final double LONGEST = 56;

  AngleDrawing(CosineState.Facts facts) {
    setId("cosine-angle");
    setMinSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Two arrows with " + Math.round(facts.angleDegrees()) + " degrees between");
    double longest = Math.max(facts.normA(), facts.normB());
    double originX = WIDTH / 2;
    double originY = HEIGHT - 8;
    Line first = arrow(originX, originY, 0, LONGEST * facts.normA() / longest);
    Line second = arrow(originX, originY, facts.angleDegrees(), LONGEST * facts.normB() / longest);
    Arc arc = new Arc(originX, originY, 22, 22, 0, facts.angleDegrees());
    arc.setType(ArcType.ROUND);
    arc.getStyleClass().add("angle-arc");
    getChildren().addAll(arc, first, second);
  }

  private static Line arrow(double x, double y, double degrees, double length) {
    double radians = Math.toRadians(degrees);
    Line line = new Line(x, y, x + length * Math.cos(radians), y - length * Math.sin(radians));
    line.getStyleClass().add("angle-arrow");
    return line;
  }
}
