package io.semascope.bench;

import java.util.List;

/// What a benchmark found.
///
/// @param count rows of the input; none was left out unless a note of an engine says so
/// @param dimension of its vectors
/// @param repetitions of each engine, in turn with the others
/// @param cores the JVM could use
/// @param memory at the end of the run, for all engines together
/// @param engines in the order they were asked for
/// @param notes about the input, one sentence each
public record BenchReport(
    int count,
    int dimension,
    int repetitions,
    int cores,
    PeakMemory memory,
    List<EngineMeasure> engines,
    List<String> notes) {
  public BenchReport {
    engines = List.copyOf(engines);
    notes = List.copyOf(notes);
  }
}
