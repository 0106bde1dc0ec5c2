package io.semascope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import javafx.application.Platform;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

final class FxToolkitTest {
  @Test
  void runsOnTheFxThread() {
    assertTrue(FxToolkit.call(Platform::isFxApplicationThread));
  }

  @Test
  void handsErrorsBack() {
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                FxToolkit.run(
                    () -> {
                      throw new IllegalStateException("from the FX thread");
                    }));
    assertEquals("from the FX thread", thrown.getMessage());
  }

  @Test
  void drawsTheSameRootAtSeveralSizes() {
    Pane pane = FxToolkit.call(Pane::new);
    FxToolkit.run(() -> pane.setStyle("-fx-background-color: #ff0000"));
    for (int size : new int[] {40, 1200, 40}) {
      BufferedImage image = FxToolkit.snapshot(pane, size, size);
      assertEquals(size, image.getWidth());
      assertEquals(0xffff0000, image.getRGB(size - 1, size - 1));
    }
  }
}
