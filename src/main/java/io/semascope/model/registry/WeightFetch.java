package io.semascope.model.registry;

import io.semascope.job.JobContext;
import io.semascope.model.ModelDescriptor;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/// Fetches weights.
final class WeightFetch {
  private final Path folder;

  WeightFetch(Path folder, VerifiedFiles verified, AtomicBoolean networkUsed) {
    this.folder = folder;
  }

  ModelDescriptor fetch(ModelDescriptor descriptor, JobContext context) {
    context.cancellation().check();
    throw ModelProblems.unavailable(
        "The model was not fetched.",
        "Fetching is not there yet: " + descriptor.id() + folder + ".",
        "Wait.");
  }
}
