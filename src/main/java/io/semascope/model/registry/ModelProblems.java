package io.semascope.model.registry;

import io.semascope.model.ModelFileDamaged;
import io.semascope.model.ModelUnavailable;
import io.semascope.problem.ProblemReport;
import io.semascope.problem.SystemRefusal;
import java.io.IOException;
import java.nio.file.Path;

/// Words the problems that several classes here meet.
final class ModelProblems {
  private ModelProblems() {}

  static ModelUnavailable unavailable(String what, String why, String remedy) {
    return new ModelUnavailable(new ProblemReport(what, why, remedy), null);
  }

  static ModelFileDamaged damaged(String what, String why, String remedy) {
    return new ModelFileDamaged(new ProblemReport(what, why, remedy), null);
  }

  /// A folder that holds no model because of what stands in its `modules.json`.
  static ModelUnavailable unusable(Path folder, String why, Throwable cause) {
    return new ModelUnavailable(
        new ProblemReport(
            "The folder " + folder + " cannot be used as a model.", why, "Mend modules.json."),
        cause);
  }

  static ModelUnavailable unreadable(Path file, IOException cause) {
    return new ModelUnavailable(
        new ProblemReport(
            "A file of the model could not be read.",
            SystemRefusal.reading(file, cause),
            "Check that the file exists and may be read, then try again."),
        cause);
  }

  static ModelUnavailable unwritable(Path file, IOException cause) {
    return new ModelUnavailable(
        new ProblemReport(
            "A file of the model could not be written.",
            SystemRefusal.writing(file, cause),
            "Make room there and allow writing, or set SEMASCOPE_HOME to another folder."),
        cause);
  }
}
