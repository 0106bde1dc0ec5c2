package io.semascope.ui.theme;

import io.semascope.corpus.picture.CategoryPalette;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeType;

/// The mark that stands for a category beside its name, as on the map.
///
/// @param edge of its outline
public record CategorySymbol(CategoryPalette.Shape shape, Color colour, Color edge) {
  /// About 10 pixels wide.
  public Shape draw() {
    Shape drawn =
        switch (shape) {
          case DISC -> new Circle(4.5);
          case SQUARE -> new Rectangle(8, 8);
          case DIAMOND -> new Polygon(5, 0, 10, 5, 5, 10, 0, 5);
          case TRIANGLE -> new Polygon(5, 0, 10, 9, 0, 9);
        };
    drawn.setFill(colour);
    drawn.setStroke(edge);
    drawn.setStrokeType(StrokeType.INSIDE);
    return drawn;
  }
}
