package io.semascope.cli.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class GivenValuesTest {
  @Test
  void numbersAreWrittenAsPeopleWriteThem() {
    assertEquals("1,000,000", GivenValues.plain(1_000_000));
    assertEquals("12,345.6", GivenValues.plain(12_345.6));
    assertEquals("0.1", GivenValues.plain(0.1));
    assertEquals("-5", GivenValues.plain(-5));
    assertEquals("0.00000000000000000001", GivenValues.plain(1e-20));
  }
}
