package io.semascope.job;

/// The named threads work is done on; each does one thing at a time.
public enum Lane {
  /// Running a model. Urgent work (a typed text) passes bulk work at its next pause.
  INFERENCE,
  /// Computing projections.
  LAYOUT,
  /// Answering a person's question; a newer question of the same name cancels the older.
  QUERY,
  /// Building what makes later questions quick; nobody waits for it.
  INDEX,
  /// Files and network.
  TRANSFER
}
