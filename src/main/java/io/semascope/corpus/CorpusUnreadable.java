package io.semascope.corpus;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import io.semascope.problem.SystemRefusal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A text, table or vector file that cannot be used. Nothing of it was taken over.
public final class CorpusUnreadable extends ProblemException {
  private static final long serialVersionUID = 1L;

  public CorpusUnreadable(ProblemReport report) {
    this(report, null);
  }

  CorpusUnreadable(ProblemReport report, @Nullable Throwable cause) {
    super(ProblemKind.INPUT, report, cause);
  }

  /// @param source the file's name, for people
  static CorpusUnreadable of(String source, String why, String remedy) {
    return new CorpusUnreadable(
        new ProblemReport("“" + source + "” cannot be read.", why, remedy), null);
  }

  /// Throws for a folder where a file is needed: each system words the failure to read one in its own way.
  static void requireFile(Path file, String source) {
    if (Files.isDirectory(file)) {
      throw of(source, "It is a folder, not a file.", "Name a file in it, then try again.");
    }
  }

  static CorpusUnreadable fromSystem(String source, Exception cause) {
    return new CorpusUnreadable(
        new ProblemReport(
            "“" + source + "” cannot be read.",
            cause instanceof NoSuchFileException
                ? "There is no such file."
                : SystemRefusal.reading(source, cause),
            "Check that the file is there and may be read, then try again."),
        cause);
  }
}
