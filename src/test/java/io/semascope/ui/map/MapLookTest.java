package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.Test;

final class MapLookTest {
  private static BackgroundFill fill(Paint paint, double inset) {
    return new BackgroundFill(paint, CornerRadii.EMPTY, new Insets(inset));
  }

  @Test
  void onlyOnePlainOpaqueColourBecomesPartOfThePicture() {
    assertEquals(0xFF0D1117, MapLook.argb(new Background(fill(Color.web("#0D1117"), 0))));
    assertEquals(0, MapLook.argb(Background.EMPTY));
    assertEquals(0, MapLook.argb(new Background(fill(Color.web("#0D1117", 0.5), 0))));
    assertEquals(0, MapLook.argb(new Background(fill(Color.WHITE, 3))), "it has a margin");
    assertEquals(
        0, MapLook.argb(new Background(fill(Color.WHITE, 0), fill(Color.BLACK, 0))), "two");
  }
}
