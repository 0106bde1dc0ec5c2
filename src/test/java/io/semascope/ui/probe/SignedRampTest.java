package io.semascope.ui.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.semascope.ui.FxToolkit;
import io.semascope.ui.theme.SignedScale;
import io.semascope.ui.theme.Theme;
import java.awt.image.BufferedImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class SignedRampTest {
  private static final int WIDTH = 401;

  /// JavaFX paints a gradient from a table of 256 colours; a straight ramp would be off by 0.2.
  private static final double TOLERANCE = 0.03;

  /// Nearer to 0 the colours change faster than from one colour of that table to the next.
  private static final double STEEP = 0.05;

  @Test
  void hasTheColourOfTheCellAtEveryValue() {
    StackPane root = FxToolkit.call(() -> new StackPane(new SignedRamp()));
    for (Theme theme : Theme.values()) {
      FxToolkit.run(() -> theme.applyTo(root));
      BufferedImage image = FxToolkit.snapshot(root, WIDTH, 8);
      for (int x = 0; x < WIDTH; x += 10) {
        double value = (x + 0.5) / WIDTH * 2 - 1;
        if (Math.abs(value) < STEEP) {
          continue;
        }
        Color cell = SignedScale.colour(value, theme.isDark());
        int rgb = image.getRGB(x, 4);
        String place = theme + " at " + value;
        assertEquals(cell.getRed(), (rgb >> 16 & 255) / 255.0, TOLERANCE, place);
        assertEquals(cell.getGreen(), (rgb >> 8 & 255) / 255.0, TOLERANCE, place);
        assertEquals(cell.getBlue(), (rgb & 255) / 255.0, TOLERANCE, place);
      }
    }
  }
}
