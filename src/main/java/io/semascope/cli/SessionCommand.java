package io.semascope.cli;

import io.semascope.job.AtExit;
import io.semascope.job.Job;
import io.semascope.projection.Projection;
import io.semascope.session.Session;
import io.semascope.session.SessionProblem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What all commands share: a session of their own, a format, progress, and stopping on Ctrl+C after the batch in flight.
abstract class SessionCommand implements Callable<Integer> {
  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "How to print the answer: ${COMPLETION-CANDIDATES} (default: table).")
  Format format = Format.table;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  private final Desk desk;
  private boolean aboutSpace;
  private final AtomicReference<@Nullable Job<?>> current = new AtomicReference<>();

  SessionCommand(Desk desk) {
    this.desk = desk;
  }

  /// Does the work and says what came of it.
  abstract Answer answer(Session session);

  @Override
  public final Integer call() {
    Session session = desk.sessions().get();
    AtExit stopping = AtExit.run(() -> stop(session));
    try {
      Answer answer = answer(session);
      new AnswerPrinter(desk.out(), desk.err())
          .print(aboutSpace ? SpaceLine.putOn(answer, session.state()) : answer, format);
      return 0;
    } finally {
      if (stopping.withdraw()) {
        session.close();
      }
    }
  }

  private void stop(Session session) {
    Job<?> job = current.get();
    if (job != null) {
      job.cancel();
    }
    session.close();
  }

  /// Waits for a job, showing its progress.
  final <T> T await(Job<T> job) {
    current.set(job);
    ProgressLine line = new ProgressLine(desk.err(), desk.interactive());
    job.onChange(line::show);
    return job.await();
  }

  /// Waits for a map. One that could not be stored is there all the same, and `notes` hears why.
  final Projection awaitMap(
      Session session, Job<Optional<Projection>> job, Consumer<String> notes) {
    try {
      return await(job).orElseThrow();
    } catch (SessionProblem problem) {
      if (!problem.mapShown()) {
        throw problem;
      }
      notes.accept("The workspace does not keep this map. " + problem.report().why());
      return session.state().projection().orElseThrow();
    }
  }

  final Desk desk() {
    return desk;
  }

  /// The answer will say which space it is about.
  final void speaksOfTheShownSpace() {
    aboutSpace = true;
  }

  final void open(Session session, Path workspace) {
    await(session.openWorkspace(workspace));
  }
}
