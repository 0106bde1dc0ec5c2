package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.semascope.job.JobCancelled;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl+C that comes while the last work of a command ends: either the answer is told or the three sentences, never both and never neither.
final class RacingStopTest {
  private static final String STOPPED = "The command was stopped before its end.";

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /// A command whose work ends when all that Ctrl+C does first is done, and which waits to learn whether there is an answer.
  private final class Racing extends SessionCommand {
    private final Supplier<Answer> end;
    private Thread stopping = new Thread(() -> {});

    Racing(Supplier<Answer> end) {
      super(
          new Desk(
              () -> TestSession.in(folder),
              (session, picture) -> {},
              new PrintWriter(out),
              new PrintWriter(err),
              false));
      this.end = end;
    }

    @Override
    Answer answer(Session session) {
      stopping = Thread.ofPlatform().start(() -> stop(session));
      while (stopping.getState() != Thread.State.TIMED_WAITING) {
        assertTrue(stopping.isAlive(), "it did not wait for the answer");
        Thread.onSpinWait();
      }
      return end.get();
    }

    int result() throws InterruptedException {
      int code = call();
      stopping.join();
      return code;
    }
  }

  private static Answer answer() {
    return new Answer(new JsonObject(), List.of("All is done."), List.of(), List.of(), List.of());
  }

  @Test
  void anAnswerThatIsThereIsToldAndNothingIsSaidOfAStop() throws Exception {
    assertEquals(0, new Racing(RacingStopTest::answer).result());
    assertEquals("All is done.", out.toString().strip());
    assertEquals("", err.toString());
  }

  @Test
  void workThatEndsWithoutAnAnswerIsSaidToBeStoppedOnce() throws Exception {
    int code =
        new Racing(
                () -> {
                  throw new JobCancelled();
                })
            .result();
    assertEquals(130, code);
    assertEquals("", out.toString());
    List<String> said = err.toString().lines().toList();
    assertEquals(3, said.size(), said.toString());
    assertEquals(STOPPED, said.getFirst());
    assertFalse(said.contains(""), said.toString());
  }
}
