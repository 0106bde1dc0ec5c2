package io.semascope.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

final class FittedNameTest {
  private static final String NAME = "A title that is too long for most of the lists of Riga";

  private final Label label = FxToolkit.call(Label::new);
  private final FittedName name = FxToolkit.call(() -> new FittedName(label));

  private void layOut(double width) {
    FxToolkit.run(
        () -> {
          if (label.getScene() == null) {
            new Scene(label);
          }
          name.show(NAME);
          label.applyCss();
          label.resize(width, 20);
          label.layout();
        });
  }

  /// What the toolkit drew of the label's text.
  private String drawn() {
    return FxToolkit.call(() -> ((Text) label.lookup(".text")).getText());
  }

  @Test
  void whatIsWrittenFitsAndTheToolkitCutsNothingOff() {
    for (double width = 20; width < 420; width += 7.3) {
      layOut(width);
      assertEquals(label.getText(), drawn(), "at " + width);
      assertEquals(NAME, label.getAccessibleText());
    }
    layOut(120);
    assertTrue(label.getText().matches("A title.*….*Riga"), label.getText());
    layOut(FxToolkit.call(() -> label.prefWidth(-1)));
    assertEquals(NAME, label.getText());
  }

  @Test
  void hoveringTellsTheWholeName() {
    layOut(120);
    assertEquals(NAME, told());
    FxToolkit.run(() -> name.show("Another", "And more"));
    assertEquals("Another\nAnd more", told());
  }

  @Test
  void aNameOfAMillionCharactersIsNeverWrittenOrToldWhole() {
    String endless = NAME.repeat(20_000) + " of Riga";
    double wanted =
        FxToolkit.call(
            () -> {
              name.show(endless);
              return label.prefWidth(-1);
            });
    assertTrue(wanted < 400 * 20, "it asks for " + wanted);
    assertTrue(label.getText().length() <= 400, label.getText());
    assertTrue(label.getText().endsWith("of Riga"), label.getText());
    assertTrue(told().length() <= 2_000 && told().endsWith("of Riga"), told());
    assertEquals(endless, label.getAccessibleText());
  }

  private String told() {
    return FxToolkit.call(() -> PanelSamples.told(label));
  }

  @Test
  void aSignBesideTheNameTakesItsRoom() {
    layOut(200);
    int before = label.getText().length();
    FxToolkit.run(() -> label.setGraphic(new Rectangle(40, 8)));
    layOut(200);
    assertTrue(label.getText().length() < before, label.getText());
    assertEquals(label.getText(), drawn());
  }

  @Test
  void aLargerFontAndAPaddingTakeTheirRoom() {
    layOut(200);
    int before = label.getText().length();
    double wanted = FxToolkit.call(() -> label.prefWidth(-1));
    FxToolkit.run(() -> label.setPadding(new Insets(0, 30, 0, 30)));
    layOut(200);
    assertTrue(label.getText().length() < before, label.getText());
    assertEquals(wanted + 60, FxToolkit.call(() -> label.prefWidth(-1)));
    assertEquals(label.getText(), drawn());
    int padded = label.getText().length();
    FxToolkit.run(() -> label.setFont(Font.font(20)));
    layOut(200);
    assertTrue(label.getText().length() < padded, label.getText());
    assertEquals(label.getText(), drawn());
    assertTrue(label.getText().length() > 3, label.getText());
  }
}
