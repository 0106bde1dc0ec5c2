package io.semascope.corpus;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import io.semascope.problem.SystemRefusal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file could not be written. Whatever stood under its name before is untouched.
public final class ExportFailed extends ProblemException {
  private static final long serialVersionUID = 1L;

  private ExportFailed(Path target, String why, @Nullable Throwable cause) {
    super(
        ProblemKind.INPUT,
        new ProblemReport(
            "“" + target + "” was not written; nothing under that name was changed.",
            why,
            "Choose another place or name and export again."),
        cause);
  }

  /// @param why one sentence, the cause with its value
  public static ExportFailed because(Path target, String why) {
    return new ExportFailed(target, why, null);
  }

  static ExportFailed fromSystem(Path target, Exception cause) {
    return new ExportFailed(target, SystemRefusal.writing(target, cause), cause);
  }
}
