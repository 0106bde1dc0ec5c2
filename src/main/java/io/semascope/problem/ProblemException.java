package io.semascope.problem;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The parent of every exception that crosses a room: it carries the report a person will read.
///
/// Subclasses live beside the code that throws them. A foreign exception is wrapped once, where it enters, and kept as the cause.
public abstract class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;
  private final transient ProblemReport report;

  protected ProblemException(ProblemKind kind, ProblemReport report, @Nullable Throwable cause) {
    super(report.sentences(), cause);
    this.kind = Objects.requireNonNull(kind);
    this.report = report;
  }

  public final ProblemKind kind() {
    return kind;
  }

  public final ProblemReport report() {
    return report;
  }
}
