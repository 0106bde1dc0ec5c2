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

  @Test
  void aValueOfAVectorHasThreeSignificantDigits() {
    assertEquals("0", NumberFormats.value(-0.0));
    assertEquals("0.0812", NumberFormats.value(0.08123));
    assertEquals("−0.000214", NumberFormats.value(-0.000214));
    assertEquals("−2.14e−5", NumberFormats.value(-0.0000214));
    assertEquals("1.00", NumberFormats.value(0.9999));
    assertEquals("12.3", NumberFormats.value(12.345));
    assertEquals("1,230", NumberFormats.value(1_234));
    assertEquals("1.23e9", NumberFormats.value(1.234e9));
    assertEquals("NaN", NumberFormats.value(Double.NaN));
  }
}
