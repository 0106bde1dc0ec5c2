package io.semascope.bench.measure;

import java.util.List;

/// How long one stage of an engine took.
///
/// @param stage its name, for people
/// @param seconds wall time of each repetition, in the order they ran; the first was the coldest
public record StageTime(String stage, List<Double> seconds) {
  public StageTime {
    seconds = List.copyOf(seconds);
    if (seconds.isEmpty()) {
      throw new IllegalArgumentException("a stage that never ran: " + stage);
    }
  }

  /// The middle repetition, or the mean of the two in the middle.
  public double median() {
    List<Double> sorted = seconds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
