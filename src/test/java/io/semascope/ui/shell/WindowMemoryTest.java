package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.semascope.ui.theme.Theme;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowMemoryTest {
  @Test
  void readsWhatWasRemembered() {
    WindowMemory memory =
        new WindowMemory(
            Map.of("window.width", "1280.0", "window.left", "0.25", "window.theme", "DARK"));
    assertEquals(OptionalDouble.of(1280), memory.edge(WindowMemory.WIDTH, 640));
    assertEquals(OptionalDouble.of(0.25), memory.divider(WindowMemory.LEFT));
    assertEquals(Optional.of(Theme.DARK), memory.theme());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wide", "NaN", "Infinity", "-1", "1e9"})
  void nonsenseCountsAsNotRemembered(String value) {
    WindowMemory memory =
        new WindowMemory(
            Map.of("window.width", value, "window.left", value, "window.theme", value));
    assertEquals(OptionalDouble.empty(), memory.edge(WindowMemory.WIDTH, 640));
    assertEquals(OptionalDouble.empty(), memory.divider(WindowMemory.LEFT));
    assertEquals(Optional.empty(), memory.theme());
  }

  @Test
  void nothingRememberedIsNothingRead() {
    WindowMemory memory = new WindowMemory(Map.of());
    assertEquals(OptionalDouble.empty(), memory.edge(WindowMemory.HEIGHT, 480));
    assertEquals(Optional.empty(), memory.theme());
  }
}
