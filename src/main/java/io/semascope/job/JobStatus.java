package io.semascope.job;

import io.semascope.problem.ProblemReport;

/// Where a job stands.
public sealed interface JobStatus {
  record Waiting() implements JobStatus {}

  record Running(Progress progress) implements JobStatus {}

  record Succeeded() implements JobStatus {}

  record Cancelled() implements JobStatus {}

  record Failed(ProblemReport report) implements JobStatus {}

  /// Whether nothing more will happen.
  default boolean ended() {
    return switch (this) {
      case Waiting waiting -> false;
      case Running running -> false;
      case Succeeded succeeded -> true;
      case Cancelled cancelled -> true;
      case Failed failed -> true;
    };
  }
}
