package io.semascope.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How an estimate is written for people.
final class EstimateTest {
  @ParameterizedTest
  @CsvSource({
    "0.2371, 0.0068, 0, 24 ± 1",
    "0.2371, 0.0068, 1, 23.7 ± 0.7",
    "0.2300, 0.0310, 1, 23.0 ± 3.1",
    "0.2371, 0.0004, 0, 23.71 ± 0.04",
    "0.2371, 0, 0, 24",
    "0.2371, 0, 1, 23.7",
    "-0.0004, 0, 1, 0.0",
    "-0.0004, 0.0300, 1, 0.0 ± 3.0"
  })
  void valueAndMarginHaveEquallyManyDecimals(
      double value, double margin, int decimals, String text) {
    assertEquals(text, new Estimate(value, margin).ofHundred(decimals));
  }

  @Test
  void aMarginIsNeverWrittenAsNone() {
    assertEquals("0.99900 ± 0.00003", new Estimate(0.999, 0.00003).text(3));
    assertEquals("0.912 ± 0.010", new Estimate(0.912, 0.01).text(3));
    assertEquals("1.000", Estimate.exact(1).text(3));
    assertEquals("0.000", Estimate.exact(-0.0001).text(3));
  }
}
