package io.semascope.cli;

import io.semascope.job.AtExit;
import io.semascope.job.Job;
import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import io.semascope.projection.Projection;
import io.semascope.session.Session;
import io.semascope.session.SessionProblem;
import io.semascope.session.SessionState;
import io.semascope.space.SpaceSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What all commands share: a session of their own, a format, progress, and stopping on Ctrl+C after the batch in flight.
abstract class SessionCommand implements Callable<Integer> {
  /// How long the end of the program waits for an answer that is being told, as into a pipe.
  private static final int LAST_WORDS_SECONDS = 10;

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
  private volatile boolean ending;
  private volatile boolean answered;

  /// Falls when there is nothing more to come of the command: it has told its answer or has none.
  private final CountDownLatch over = new CountDownLatch(1);

  SessionCommand(Desk desk) {
    this.desk = desk;
  }

  /// Does the work and says what came of it.
  abstract Answer answer(Session session);

  /// What a person reads who asked the command to end (Ctrl+C) before it had its answer: what is kept, and how to go on. Asked when all work has ended.
  ProblemReport stopped(SessionState last) {
    return stopped("It writes nothing before it has its answer.", "Start it again.");
  }

  /// The words for a command that keeps what it has stored by then.
  static ProblemReport stopped(String kept, String goOn) {
    return new ProblemReport("The command was stopped before its end.", kept, goOn);
  }

  /// The words for one that stores what it has done batch by batch, and does not do it again.
  ///
  /// @param done what was done with it, as `fetched`
  static ProblemReport stoppedKeeping(String done) {
    return stopped(
        "What was " + done + " by then is kept.",
        "Run the same command again: it goes on where it was.");
  }

  /// The same for one that stores vectors, with how many there are in the only space that wants more; with none where it is not one.
  static ProblemReport stoppedStoring(Path workspace, SessionState last) {
    List<SpaceSummary> wanting =
        last.spaces().stream().filter(space -> space.vectors() < space.units()).toList();
    String counts = wanting.size() == 1 ? vectors(wanting.getFirst()) : "";
    return stopped(
        "What was stored in " + workspace + " by then is kept" + counts + ".",
        "Run the same command again: it goes on where it was.");
  }

  private static String vectors(SpaceSummary space) {
    return String.format(
        Locale.ROOT,
        ": in space %d, %,d of %,d texts have their vector",
        space.id(),
        space.vectors(),
        space.units());
  }

  @Override
  public final Integer call() {
    Session session = desk.sessions().get();
    AtExit stopping = AtExit.run(() -> stop(session));
    boolean withdrawn = false;
    try {
      Answer answer = answer(session);
      answered = true;
      new AnswerPrinter(desk.out(), desk.err())
          .print(aboutSpace ? SpaceLine.putOn(answer, session.state()) : answer, format);
      return 0;
    } catch (ProblemException problem) {
      withdrawn = !ending && stopping.withdraw();
      if (withdrawn || answered) {
        throw problem;
      }
      // Whatever went wrong then, as with a file that was closed under it, the person wanted the
      // end.
      over.countDown();
      stopping.awaitEnd();
      return ExitCodes.of(ProblemKind.CANCELLED);
    } finally {
      over.countDown();
      if (withdrawn || stopping.withdraw()) {
        session.close();
      }
    }
  }

  /// What is done when the program is asked to end meanwhile, on a thread of its own.
  final void stop(Session session) {
    ending = true;
    Job<?> job = current.get();
    if (job != null) {
      job.cancel();
    }
    try {
      session.close();
    } finally {
      awaitOver();
      if (!answered) {
        CommandLineFace.say(stopped(session.state()), desk.err());
      }
    }
  }

  /// An answer that was as good as there is told to its end, unless nobody takes it.
  private void awaitOver() {
    try {
      var ignored = over.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits for a job, showing its progress.
  final <T> T await(Job<T> job) {
    current.set(job);
    if (ending) {
      job.cancel();
    }
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
