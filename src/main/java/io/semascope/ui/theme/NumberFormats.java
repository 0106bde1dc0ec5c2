package io.semascope.ui.theme;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Numbers as people read them here: a true minus sign, no sign before zero, thin groups, fixed digits so that columns line up.
public final class NumberFormats {
  private static final int SIGNIFICANT = 3;

  /// Powers of ten beyond which a plain number has more zeros than digits.
  private static final int SMALLEST_PLAIN = -4;

  private static final int LARGEST_PLAIN = 5;

  private NumberFormats() {}

  /// A score with four decimals: `0.8712`, `−0.0310`.
  public static String score(double value) {
    return minus(String.format(Locale.ROOT, "%.4f", value));
  }

  /// A value of a vector with three significant digits, whatever its size: `0.0812`, `−0.000214`, `1.30`, `2.10e−5`, `1,230`; `0` for zero.
  public static String value(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : minus(Double.toString(value));
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(SIGNIFICANT));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < SMALLEST_PLAIN || exponent > LARGEST_PLAIN) {
      return minus(
          String.format(Locale.ROOT, "%." + (SIGNIFICANT - 1) + "e", value)
              .replaceFirst("e([+-])0*(?=\\d)", "e$1")
              .replace("e+", "e"));
    }
    int decimals = Math.max(0, SIGNIFICANT - 1 - exponent);
    return minus(String.format(Locale.ROOT, "%,." + decimals + "f", rounded));
  }

  /// A value in all its digits, for hovering.
  public static String full(double value) {
    return minus(Double.toString(value));
  }

  /// A z-score with its sign: `+2.3`.
  public static String signed(double value) {
    return minus(String.format(Locale.ROOT, "%+.2f", value));
  }

  /// `12,345`.
  public static String count(long value) {
    return minus(String.format(Locale.ROOT, "%,d", value));
  }

  /// `47 / 412`.
  public static String part(long some, long all) {
    return count(some) + " / " + count(all);
  }

  private static String minus(String number) {
    return number.matches("[-+]0(\\.0+)?") ? number.substring(1) : number.replace('-', '−');
  }
}
