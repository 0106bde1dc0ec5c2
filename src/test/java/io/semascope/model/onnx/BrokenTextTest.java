package io.semascope.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.semascope.model.InputUnusable;
import org.junit.jupiter.api.Test;

final class BrokenTextTest {
  /// A lamp is one character of two UTF-16 units.
  @Test
  void whereATextIsBrokenIsToldInTheCharactersOfItsLength() {
    InputUnusable refused =
        assertThrows(InputUnusable.class, () -> TextTokenizer.requireUsable("💡💡\ud83d lamps"));
    assertEquals(
        "Behind the first 2 characters it has half of one that needs two halves (characters: 9).",
        refused.report().why());
  }
}
