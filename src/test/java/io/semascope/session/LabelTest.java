package io.semascope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.semascope.text.TypedText;
import org.junit.jupiter.api.Test;

/// A text without a title is called by how it begins and how it ends.
final class LabelTest {
  private static final String ALIKE =
      "The first words of these two texts are the same ones for longer\n  than a label is, in ";

  private static String label(String text) {
    return SessionState.empty().label(new TypedText("typed-1", text));
  }

  @Test
  void textsThatBeginAlikeAreToldApart() {
    assertEquals(
        "The first words of these two texts a…han a label is, in Riga", label(ALIKE + "Riga"));
    assertNotEquals(label(ALIKE + "Riga"), label(ALIKE + "Bremen"));
    assertEquals("A short one on one line", label("  A short one\non one line "));
  }
}
