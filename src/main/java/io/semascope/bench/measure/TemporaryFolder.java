package io.semascope.bench.measure;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import io.semascope.problem.SystemRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A folder that is gone when it is closed.
///
/// @param path of the folder
public record TemporaryFolder(Path path) implements AutoCloseable {
  /// Where such folders are made.
  public static final Path PARENT = Path.of(System.getProperty("java.io.tmpdir"));

  /// Throws `Unusable`.
  public static TemporaryFolder make() {
    try {
      return new TemporaryFolder(Files.createTempDirectory(PARENT, "semascope-bench-"));
    } catch (IOException e) {
      throw new Unusable("could not be made in " + PARENT, e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      // What a folder holds comes after it.
      for (Path file : files.toList().reversed()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new Unusable("at " + path + " could not be deleted", e);
    }
  }

  /// Storing cannot be measured without a folder to measure it in.
  public static final class Unusable extends ProblemException {
    private static final long serialVersionUID = 1L;

    public Unusable(String why, IOException cause) {
      super(
          ProblemKind.WORKSPACE,
          new ProblemReport(
              "The engines could not be measured.",
              "The folder for temporary files "
                  + why
                  + ". "
                  + SystemRefusal.writing(PARENT.resolve("semascope-bench"), cause),
              "Free space there, or name another folder with -Djava.io.tmpdir."),
          cause);
    }
  }
}
