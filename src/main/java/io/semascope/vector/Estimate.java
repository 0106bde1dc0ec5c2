package io.semascope.vector;

import java.util.Locale;

/// A mean over rows, with how far it may be off because only some were measured.
///
/// @param value the mean
/// @param margin half the width of its 95 % confidence interval; 0 when every row was measured
public record Estimate(double value, double margin) {
  /// The two-sided 95 % point of the normal distribution.
  private static final double NORMAL = 1.959964;

  /// Where none of n drawn rows is of some kind, with 95 % at most 3/n of all are (Hanley & Lippman-Hand 1983, If nothing goes wrong, is everything all right?).
  private static final double NONE_SEEN = 3;

  /// A double tells no more apart.
  private static final int MOST_DECIMALS = 17;

  /// The two-sided 95 % point of Student's t with nine degrees of freedom.
  private static final double STUDENT_9 = 2.262157;

  /// Every row was measured.
  public static Estimate exact(double value) {
    return new Estimate(value, 0);
  }

  /// The mean of a simple random sample of `values.length` of `population` rows, drawn without replacement, of values up to 1: the margin carries the
  /// correction for a finite population (Cochran 1977, Sampling Techniques, section 2.6).
  public static Estimate ofSample(double[] values, int population) {
    double mean = mean(values);
    if (values.length >= population || values.length < 2) {
      return exact(mean);
    }
    double left = (double) (population - values.length) / population;
    double variance = variance(values, mean);
    // Equal values say that others are rare, not that there are none.
    double margin =
        variance == 0
            ? NONE_SEEN / values.length * left
            : NORMAL * Math.sqrt(variance / values.length * left);
    return new Estimate(mean, margin);
  }

  /// The mean of ten independent measurements.
  public static Estimate ofTen(double[] values) {
    if (values.length != 10) {
      throw new IllegalArgumentException(values.length + " measurements are not ten");
    }
    double mean = mean(values);
    return new Estimate(mean, STUDENT_9 * Math.sqrt(variance(values, mean) / values.length));
  }

  /// For people, value and margin with equally many decimals: “0.912 ± 0.010”; the value alone when every row was measured. There are more decimals than asked for
  /// where those would make the margin 0, which it is not.
  ///
  /// @param decimals at least 0
  public String text(int decimals) {
    return text(1, decimals);
  }

  /// The same as a number of a hundred: “23.7 ± 0.7”.
  public String ofHundred(int decimals) {
    return text(100, decimals);
  }

  private String text(int times, int decimals) {
    if (!(margin > 0)) {
      return rounded(value * times, decimals);
    }
    int enough = decimals;
    while (enough < MOST_DECIMALS && isZero(rounded(margin * times, enough))) {
      enough++;
    }
    return rounded(value * times, enough) + " ± " + rounded(margin * times, enough);
  }

  /// Never minus zero.
  private static String rounded(double number, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", number);
    return text.startsWith("-") && isZero(text) ? text.substring(1) : text;
  }

  private static boolean isZero(String text) {
    return text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double variance(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (values.length - 1);
  }
}
