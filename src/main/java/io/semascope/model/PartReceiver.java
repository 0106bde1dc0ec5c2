package io.semascope.model;

/// Takes the parts of a long request as they are finished.
@FunctionalInterface
public interface PartReceiver {
  /// Called in the order of the parts, once for each. What it throws ends the request.
  void accept(EmbeddedPart part);
}
