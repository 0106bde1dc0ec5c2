package io.semascope.ui.theme;

import java.util.Locale;

/// Numbers as people read them here: a true minus sign, no sign before zero, thin groups, fixed digits so that columns line up.
public final class NumberFormats {
  private NumberFormats() {}

  /// A score with four decimals: `0.8712`, `−0.0310`.
  public static String score(double value) {
    return minus(String.format(Locale.ROOT, "%.4f", value));
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
