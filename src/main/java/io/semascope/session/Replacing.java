package io.semascope.session;

/// What of a workspace the pictures of a run take the place of. A paused run keeps it until it is settled.
enum Replacing {
  /// A finished picture when the run comes to its end, and one that was left also when it is stopped.
  EVERYTHING,
  /// The same, but a run that is stopped and cannot be gone on with is not kept at all.
  WITHOUT_HALVES,
  /// Neither a finished picture nor a t-SNE that can be gone on with, and no halves.
  NOTHING
}
