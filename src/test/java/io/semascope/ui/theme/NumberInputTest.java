package io.semascope.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.semascope.ui.FxToolkit;
import javafx.scene.control.Spinner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberInputTest {
  @ParameterizedTest
  @CsvSource({"abc, 10", "'', 10", "25, 25", "' 30 ', 30", "999999, 200", "12x, 10", "-5, 1"})
  void whatIsNoNumberIsTakenBackAndTheRestIsKeptInRange(String typed, int expected) {
    Spinner<Integer> spinner =
        FxToolkit.call(
            () -> {
              Spinner<Integer> made = new Spinner<>(1, 200, 10);
              NumberInput.forgive(made);
              made.getEditor().setText(typed);
              made.commitValue();
              return made;
            });
    assertEquals(expected, FxToolkit.call(spinner::getValue));
  }

  @Test
  void fractionsAreForgivenToo() {
    Spinner<Double> spinner =
        FxToolkit.call(
            () -> {
              Spinner<Double> made = new Spinner<>(1.0, 50.0, 12.0, 1.0);
              NumberInput.forgive(made);
              made.getEditor().setText("much");
              made.commitValue();
              return made;
            });
    assertEquals(12.0, FxToolkit.call(spinner::getValue));
  }
}
