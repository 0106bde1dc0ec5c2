package io.semascope.job;

/// The body of a job, run once on its lane.
@FunctionalInterface
public interface Work<T> {
  T run(JobContext context);
}
