package io.semascope.bench;

import io.semascope.job.JobContext;

/// The repeated run of one engine. Used by one thread.
interface Measurement {
  BenchedEngine engine();

  /// How many units of progress one repetition has.
  long total();

  /// Runs the engine once from end to end, timing its stages. Throws what the engine throws; `JobCancelled` when asked to stop.
  void repeat(JobContext context);

  /// What the repetitions came to, after at least one; judges the last result, untimed.
  EngineMeasure measure(JobContext context);
}
