package io.semascope.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Wall times of named stages over repetitions. Used by one thread.
public final class Stopwatch {
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  /// Runs `work` and keeps how long it took, unless it throws.
  public <T> T time(String stage, Supplier<T> work) {
    long started = System.nanoTime();
    T result = work.get();
    keep(stage, Math.max(1, System.nanoTime() - started) / 1e9);
    return result;
  }

  /// Keeps how long something took that measured itself.
  public void keep(String stage, double spentSeconds) {
    seconds.computeIfAbsent(stage, name -> new ArrayList<>()).add(spentSeconds);
  }

  /// All stages in the order they first ran.
  public List<StageTime> stages() {
    return seconds.entrySet().stream()
        .map(stage -> new StageTime(stage.getKey(), stage.getValue()))
        .toList();
  }

  /// The times of a stage that has run, in the order they were taken.
  public List<Double> seconds(String stage) {
    return List.copyOf(seconds.getOrDefault(stage, List.of()));
  }

  /// Median seconds of a stage that has run.
  public double median(String stage) {
    return stages().stream()
        .filter(time -> time.stage().equals(stage))
        .findFirst()
        .orElseThrow()
        .median();
  }
}
