package io.semascope.probe;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;

/// A cosine was asked of a vector that has no direction: its length is zero or one of its values is not finite.
public final class CosineUndefined extends ProblemException {
  private static final long serialVersionUID = 1L;

  private CosineUndefined(String why) {
    super(
        ProblemKind.INPUT,
        new ProblemReport(
            "The cosine is undefined.",
            why,
            "Choose another text, or import the vectors again without rows that are zero or not"
                + " finite."),
        null);
  }

  static CosineUndefined between(double normA, double normB) {
    return new CosineUndefined(
        "The vectors have the lengths %s and %s; an angle needs two lengths that are finite and above 0."
            .formatted(normA, normB));
  }

  static CosineUndefined ofQuery(double norm) {
    return new CosineUndefined(
        "The query's vector has the length %s; an angle needs a length that is finite and above 0."
            .formatted(norm));
  }
}
