package io.semascope.model.onnx;

import ai.onnxruntime.OrtException;
import io.semascope.model.ModelFileDamaged;
import io.semascope.model.ModelUnavailable;
import io.semascope.problem.ProblemReport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Words the problems that several classes here meet.
final class OnnxProblems {
  /// How Java passes on what the system says of a library: its path, a colon, the reason.
  private static final Pattern LIBRARY =
      Pattern.compile("([^:]*[/\\\\][^:]*|[A-Za-z]:[^:]*): (.+)", Pattern.DOTALL);

  /// How the library's Java part passes on what the library says.
  private static final Pattern CODE =
      Pattern.compile("Error code - \\w+ - message: (.+)", Pattern.DOTALL);

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
  static ModelUnavailable failed(String id, OrtException cause) {
    return unavailable(
        "The model “" + id + "” failed while it ran.",
        "ONNX Runtime says: " + said(cause) + ".",
        "Close other programs if memory is short, or choose a smaller model.",
        cause);
  }

  /// Why a library did not start, without a full stop.
  static String starting(Throwable failure) {
    Throwable root =
        Stream.iterate(failure, e -> e != null, Throwable::getCause)
            .reduce(failure, (outer, inner) -> inner);
    String message = String.valueOf(root.getMessage());
    Matcher library = LIBRARY.matcher(message);
    if (root instanceof UnsatisfiedLinkError && library.matches()) {
      return "the system says of " + library.group(1) + ": " + library.group(2);
    }
    return root instanceof OrtException refused
        ? said(refused)
        : "its library does not fit this machine or is incomplete";
  }

  /// What ONNX Runtime itself says, without its code and its full stop.
  static String said(OrtException failure) {
    String message = String.valueOf(failure.getMessage());
    Matcher code = CODE.matcher(message);
    String words = code.matches() ? code.group(1).strip() : message.strip();
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }
}
