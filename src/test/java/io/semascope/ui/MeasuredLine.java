package io.semascope.ui;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/// What a test measured, as one line of JSON with flat figures: `{"measured":"…","key":1.23}`. Keys end with their unit where they have one.
public final class MeasuredLine {
  private final StringJoiner members = new StringJoiner(",", "{", "}");

  /// @param what the words by which a script finds the line
  public MeasuredLine(String what) {
    members.add("\"measured\":\"" + what + "\"");
  }

  public MeasuredLine with(String key, double value) {
    String shown =
        value == Math.rint(value)
            ? String.format(Locale.ROOT, "%.0f", value)
            : String.format(Locale.ROOT, "%.3f", value);
    members.add("\"" + key + "\":" + shown);
    return this;
  }

  /// Their median, the smallest that 95 % do not exceed, and the longest.
  ///
  /// @param name what these durations are of, the first word of three keys
  public MeasuredLine withMillis(String name, List<Double> millis) {
    double[] ascending = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return with(name + "MedianMillis", PulseProbe.quantile(ascending, 0.5))
        .with(name + "95thPercentileMillis", PulseProbe.quantile(ascending, 0.95))
        .with(name + "LongestMillis", PulseProbe.quantile(ascending, 1));
  }

  /// How far apart pulses came, and what they cost the FX thread.
  public MeasuredLine withPulses(String name, List<PulseProbe.Pulse> pulses) {
    return with(name + "Pulses", pulses.size())
        .withMillis(name + "Gap", pulses.stream().map(PulseProbe.Pulse::gapMillis).toList())
        .withMillis(name + "Work", pulses.stream().map(PulseProbe.Pulse::workMillis).toList());
  }

  /// On a line of its own.
  public void print() {
    System.out.println("\n" + members);
  }
}
