package io.semascope.ui.theme;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Names for the entries of a choice that is never typed.
public final class ChoiceNames<T> extends StringConverter<T> {
  private final Function<T, String> name;

  public ChoiceNames(Function<T, String> name) {
    this.name = name;
  }

  @Override
  public String toString(@Nullable T choice) {
    return choice == null ? "" : name.apply(choice);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("the choice is not typed: " + text);
  }
}
