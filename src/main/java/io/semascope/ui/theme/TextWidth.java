package io.semascope.ui.theme;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide words or numbers are when they are drawn. FX thread only.
public final class TextWidth {
  private TextWidth() {}

  /// In whole pixels, rounded up.
  public static double of(String text, Font font) {
    Text drawn = new Text(text);
    drawn.setFont(font);
    return Math.ceil(drawn.getLayoutBounds().getWidth());
  }
}
