package io.semascope.text.chunking;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import io.semascope.text.Granularity;

/// A token window leaves no room for text, or less than its overlap.
public final class WindowTooSmall extends ProblemException {
  private static final long serialVersionUID = 1L;

  private WindowTooSmall(String why) {
    super(
        ProblemKind.USAGE,
        new ProblemReport(
            "The text cannot be cut into windows this small.",
            why,
            "Choose a longer window or a smaller overlap."),
        null);
  }

  static WindowTooSmall noRoom(Granularity.TokenWindow window, int overhead) {
    return new WindowTooSmall(
        "Of %d tokens, %d go to special tokens and the prompt, which leaves %d for text and its overlap of %d."
            .formatted(
                window.tokens(),
                overhead,
                Math.max(0, window.tokens() - overhead),
                window.overlap()));
  }

  static WindowTooSmall oneCharacter(Granularity.TokenWindow window, int offset) {
    return new WindowTooSmall(
        "The character at offset %d alone needs more than the window's %d tokens."
            .formatted(offset, window.tokens()));
  }
}
