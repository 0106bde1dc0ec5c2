package io.semascope.ui.theme;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Makes the field of a spinner take what a person types: a number counts as soon as the field is left, and what is no number is taken back.
public final class NumberInput {
  private NumberInput() {}

  public static <T extends Number> void forgive(Spinner<T> spinner) {
    SpinnerValueFactory<T> values = spinner.getValueFactory();
    values.setConverter(new Forgiving<>(values, values.getConverter()));
    spinner.setEditable(true);
    spinner
        .getEditor()
        .focusedProperty()
        .addListener(
            (observed, before, focused) -> {
              if (!focused) {
                values.setValue(values.getConverter().fromString(spinner.getEditor().getText()));
                spinner.getEditor().setText(values.getConverter().toString(values.getValue()));
              }
            });
  }

  private static final class Forgiving<T extends Number> extends StringConverter<T> {
    private final SpinnerValueFactory<T> values;
    private final StringConverter<T> usual;

    Forgiving(SpinnerValueFactory<T> values, StringConverter<T> usual) {
      this.values = values;
      this.usual = usual;
    }

    @Override
    public String toString(@Nullable T number) {
      return number == null ? "" : usual.toString(number);
    }

    @Override
    public T fromString(String text) {
      try {
        T number = usual.fromString(text.strip());
        return number == null ? values.getValue() : number;
      } catch (RuntimeException noNumber) {
        // The converters of JavaFX throw different exceptions for different numbers.
        return values.getValue();
      }
    }
  }
}
