package io.semascope.bench.measure;

/// One number about an engine that is no time of a stage: its pace, or how true its result is.
///
/// @param name as a program reads it, `scanGigabytesPerSecond`; never changed
/// @param title as a person reads it, “read by the exact index”
/// @param unit what it counts, or the range a share lies in: “gigabytes per second”, “0 to 1”
/// @param value NaN when it is not known
public record EngineFigure(String name, String title, String unit, double value) {
  public EngineFigure {
    if (title.isBlank() || unit.isBlank()) {
      throw new IllegalArgumentException(name + " is a number of nobody knows what");
    }
  }
}
