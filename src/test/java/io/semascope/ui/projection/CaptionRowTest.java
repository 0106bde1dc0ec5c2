package io.semascope.ui.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.ui.FxToolkit;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

final class CaptionRowTest {
  private final Label wrapped =
      FxToolkit.call(() -> new Label("Forty and some letters, and then as many more words again"));
  private final Label whole = FxToolkit.call(() -> new Label("two words of a badge\nof two lines"));
  private final VBox place =
      FxToolkit.call(
          () -> {
            wrapped.setWrapText(true);
            return new VBox(new CaptionRow(wrapped, whole));
          });

  private Bounds laidOut(Label label, int width) {
    FxToolkit.snapshot(place, width, 200);
    return FxToolkit.call(label::getBoundsInParent);
  }

  @Test
  void bothStandBesideEachOtherWhereThereIsRoom() {
    Bounds first = laidOut(wrapped, 900);
    Bounds second = laidOut(whole, 900);
    assertTrue(first.getMaxX() <= second.getMinX(), first + " " + second);
    assertEquals(900, second.getMaxX(), 1);
    assertEquals(first.getCenterY(), second.getCenterY(), 1);
    assertTrue(first.getHeight() < second.getHeight(), "one line beside two");
  }

  @Test
  void theSecondGoesBelowRatherThanLeavingANarrowColumn() {
    Bounds first = laidOut(wrapped, 260);
    Bounds second = laidOut(whole, 260);
    assertTrue(second.getMinY() >= first.getMaxY(), first + " " + second);
    assertEquals(260, first.getWidth(), 1);
    assertEquals(0, second.getMinX());
    assertEquals(
        second.getMaxY(), FxToolkit.call(() -> whole.getParent().getLayoutBounds()).getHeight(), 1);
    assertFalse(wrapped.getHeight() + 0.5 < wrapped.prefHeight(wrapped.getWidth()));
  }

  @Test
  void anInvisibleSecondTakesNoRoom() {
    FxToolkit.run(() -> whole.setVisible(false));
    Bounds first = laidOut(wrapped, 260);
    assertEquals(260, first.getWidth(), 1);
    assertEquals(
        first.getHeight(),
        FxToolkit.call(() -> whole.getParent().getLayoutBounds()).getHeight(),
        1);
  }
}
