package io.semascope.ui.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.ui.FxToolkit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

final class NameLineTest {
  private final Label name =
      FxToolkit.call(() -> new Label("A name that is far too long for the line it stands on"));
  private final Label category = FxToolkit.call(() -> new Label("Software engineering"));
  private final NameLine line = FxToolkit.call(() -> new NameLine(name, category));

  private void layOut(double width) {
    FxToolkit.run(
        () -> {
          if (line.getScene() == null) {
            new Scene(line);
          }
          line.applyCss();
          line.resize(width, 20);
          line.requestLayout();
          line.layout();
        });
  }

  @Test
  void aLongNameGivesWayToItsCategoryButKeepsAThirdOfTheLine() {
    layOut(260);
    assertEquals(category.prefWidth(-1), category.getWidth(), 1);
    assertTrue(name.getLayoutX() + name.getWidth() <= category.getLayoutX());
    assertEquals(260, category.getLayoutX() + category.getWidth(), 0.5);
    layOut(120);
    assertTrue(name.getWidth() >= 41, "name " + name.getWidth());
    assertTrue(category.getWidth() < category.prefWidth(-1));
    FxToolkit.run(() -> category.setManaged(false));
    layOut(200);
    assertEquals(200, name.getWidth(), 0.5);
  }

  @Test
  void inANarrowListTheCategoryStandsBelowTheName() {
    layOut(200);
    double one = FxToolkit.call(() -> line.prefHeight(-1));
    FxToolkit.run(() -> line.setNarrow(true));
    layOut(200);
    assertTrue(FxToolkit.call(() -> line.prefHeight(-1)) > 1.5 * one);
    assertEquals(200, name.getWidth(), 0.5);
    assertEquals(category.prefWidth(-1), category.getWidth(), 1);
    assertTrue(category.getLayoutY() >= name.getLayoutY() + name.getHeight());
  }
}
