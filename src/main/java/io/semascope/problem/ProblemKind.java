package io.semascope.problem;

/// Which part of the instrument a problem concerns; the command line turns it into an exit code.
public enum ProblemKind {
  /// The request itself is malformed.
  USAGE,
  /// A model is missing, damaged or cannot run here.
  MODEL,
  /// Vectors of different contracts were asked to meet.
  MISMATCH,
  /// A text, table or vector file cannot be used.
  INPUT,
  /// The workspace file cannot be opened, read or written.
  WORKSPACE,
  /// A projection cannot be computed.
  LAYOUT,
  /// The work needs more memory than there is.
  MEMORY,
  /// The person asked to stop.
  CANCELLED,
  /// A mistake of ours.
  BUG
}
