package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.semascope.job.JobStatus;
import io.semascope.job.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a log is told of long work.
final class ProgressLineTest {
  private static final long SECOND = 1_000_000_000;

  private final StringWriter said = new StringWriter();
  private long now = 7 * SECOND;
  private final ProgressLine line = new ProgressLine(new PrintWriter(said), false, () -> now);

  private void show(String stage, long done, long total, long seconds) {
    line.show(
        new JobStatus.Running(
            new Progress(stage, 0, done, total, "texts", Duration.ofSeconds(seconds))));
  }

  private List<String> lines() {
    return said.toString().lines().toList();
  }

  @Test
  void eachTenthHasALineAndNoMoreThanOneInFiveSeconds() {
    for (int done = 0; done <= 100; done++) {
      show("embedding", done, 100, done);
      now += SECOND;
    }
    assertEquals(11, lines().size(), said.toString());
    assertEquals("embedding  0 / 100 texts", lines().getFirst());
    assertEquals("embedding  10 / 100 texts  1 per second, 90 s left", lines().get(1));
    assertEquals("embedding  100 / 100 texts", lines().getLast());
    show("storing", 0, 0, 0);
    assertEquals("storing", lines().getLast());
    for (int done = 0; done <= 100; done++) {
      show("judging", done, 100, 0);
      now += SECOND / 100;
    }
    assertEquals(13, lines().size(), "a stage of a second has one line");
  }

  @Test
  void whatTakesLongHasALineEachMinute() {
    for (int done = 0; done < 200; done++) {
      show("moving", done, 100_000, done);
      now += SECOND;
    }
    assertEquals(4, lines().size(), said.toString());
    for (int second = 0; second < 130; second++) {
      show("searching", 0, 0, second);
      now += SECOND;
    }
    assertEquals(7, lines().size(), said.toString());
    assertFalse(said.toString().contains("\u001b"), "no codes of a terminal");
  }
}
