package io.semascope.projection;

import java.util.function.Supplier;

/// Is given each part of what a run does before its first step, does it, and hands its result back: for who wants to know how long each takes.
public interface StartStages {
  /// Does the work at once, on this thread.
  <T> T time(String stage, Supplier<T> work);

  /// Does the work and measures nothing.
  static StartStages unwatched() {
    return new StartStages() {
      @Override
      public <T> T time(String stage, Supplier<T> work) {
        return work.get();
      }
    };
  }
}
