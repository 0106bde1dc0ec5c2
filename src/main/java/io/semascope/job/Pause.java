package io.semascope.job;

/// A door for urgent work of a lane, which bulk work passes again and again. Its methods may be called from any thread, `run` from that of the lane only.
@FunctionalInterface
public interface Pause {
  /// Lets urgent work of the same lane run now, on this thread, and returns when it is done.
  void run();

  /// Whether a person waits for urgent work, or has waited until a moment ago and what came of it is still to be drawn: then bulk work begins nothing new that
  /// would take a core for long.
  default boolean wanted() {
    return false;
  }
}
