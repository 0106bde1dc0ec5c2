package io.semascope.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Numbers in the window.
final class NumberFormatsTest {
  @Test
  void whatIsRoundedToNothingHasNoSign() {
    assertEquals("0.0000", NumberFormats.score(-0.00001));
    assertEquals("−0.0001", NumberFormats.score(-0.0001));
    assertEquals("0.00", NumberFormats.signed(-0.001));
    assertEquals("0.00", NumberFormats.signed(0.001));
    assertEquals("+2.30", NumberFormats.signed(2.3));
  }
}
