package io.semascope.session;

import io.semascope.model.Device;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFingerprint;
import io.semascope.problem.ProblemReport;

/// What the session knows about the model that typed texts go through.
public sealed interface ModelState {
  /// Nothing is loaded yet; it will be when a text needs it.
  record NotLoaded() implements ModelState {}

  record Loading(String modelId) implements ModelState {}

  record Ready(ModelDescriptor descriptor, ModelFingerprint fingerprint, Device device)
      implements ModelState {}

  record Failed(String modelId, ProblemReport report) implements ModelState {}
}
