package io.semascope.session;

import io.semascope.job.Job;
import io.semascope.job.JobStatus;
import io.semascope.job.Progress;
import io.semascope.model.FakeEmbeddingModel;
import java.nio.file.Path;
import java.util.Optional;

/// A process that imports a table into a workspace as a person would, and says how far it is. `KilledImportTest` stops it at any moment.
final class ImportingSession {
  private ImportingSession() {}

  /// Takes the workspace and the table; prints `embedded N` whenever N texts are said to be done, `finished` at the end.
  public static void main(String[] arguments) {
    try (Session session = new Session(new FakeCatalogue(), FakeEmbeddingModel.loader())) {
      session.openOrCreateWorkspace(Path.of(arguments[0])).await();
      Job<ImportReport> job = session.importCorpus(SessionFixture.request(Path.of(arguments[1])));
      say("opened");
      job.onChange(status -> embedded(status).ifPresent(done -> say("embedded " + done)));
      job.await();
      say("finished");
    }
  }

  private static Optional<Long> embedded(JobStatus status) {
    return status instanceof JobStatus.Running(Progress progress)
            && progress.stage().equals("embedding")
        ? Optional.of(progress.done())
        : Optional.empty();
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
