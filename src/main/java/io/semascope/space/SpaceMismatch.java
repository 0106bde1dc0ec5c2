package io.semascope.space;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;

/// Vectors of different contracts were asked to meet.
public final class SpaceMismatch extends ProblemException {
  private static final long serialVersionUID = 1L;

  public SpaceMismatch(ProblemReport report) {
    super(ProblemKind.MISMATCH, report, null);
  }

  static SpaceMismatch between(SpaceOrigin one, SpaceOrigin other) {
    return new SpaceMismatch(
        new ProblemReport(
            "These vectors cannot be compared.",
            "One comes from %s (fingerprint %s), the other from %s (fingerprint %s): different weights, prompts, lengths or dimensions give unrelated coordinates."
                .formatted(
                    one.modelName(),
                    one.fingerprint().shortForm(),
                    other.modelName(),
                    other.fingerprint().shortForm()),
            "Embed both texts with the same model, then compare them there."));
  }
}
