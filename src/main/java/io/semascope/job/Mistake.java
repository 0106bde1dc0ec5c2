package io.semascope.job;

import io.semascope.problem.ValueRefusal;
import java.util.Arrays;

/// Where a mistake of ours lies, in the words of whoever is to mend it, without those of Java.
final class Mistake {
  private Mistake() {}

  /// What follows “a mistake in Semascope itself”: the place in its source and what its own code said; empty when the failure tells neither.
  static String place(Throwable failure) {
    String words = ValueRefusal.ownWords(failure).map(own -> ": " + own).orElse("");
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("io.semascope."))
        .findFirst()
        .map(frame -> ", at " + frame.getFileName() + " line " + frame.getLineNumber() + words)
        .orElse(words);
  }
}
