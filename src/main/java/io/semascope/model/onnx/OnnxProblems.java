package io.semascope.model.onnx;

import io.semascope.model.ModelFileDamaged;
import io.semascope.model.ModelUnavailable;
import io.semascope.problem.ProblemReport;
import org.jspecify.annotations.Nullable;

/// Words the problems that several classes here meet.
final class OnnxProblems {
  private OnnxProblems() {}

  static ModelUnavailable unavailable(
      String what, String why, String remedy, @Nullable Throwable cause) {
    return new ModelUnavailable(new ProblemReport(what, why, remedy), cause);
  }

  /// A graph that is not what the model's entry says.
  static ModelFileDamaged unfit(String id, String why, @Nullable Throwable cause) {
    return new ModelFileDamaged(
        new ProblemReport(
            "The graph of “" + id + "” does not fit its entry.",
            why + ".",
            "Correct the entry or take another export of the model."),
        cause);
  }

  /// A run that ONNX Runtime gave up.
  static ModelUnavailable failed(String id, Throwable cause) {
    return unavailable(
        "The model “" + id + "” failed while it ran.",
        "ONNX Runtime says: " + cause.getMessage() + ".",
        "Close other programs if memory is short, or choose a smaller model.",
        cause);
  }
}
