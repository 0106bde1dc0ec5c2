package io.semascope.ui.shell;

import static io.semascope.ui.shell.ShownWindow.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.semascope.job.Job;
import io.semascope.job.Lane;
import io.semascope.job.Lanes;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PulseProbe;
import io.semascope.ui.activity.StatusBar;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What somebody sees between a question and its answer.
final class QuestionTest {
  /// Longer than what counts as at once.
  private static final int MANY_PULSES = 30;

  private final Lanes lanes = new Lanes();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final Semaphore thinking = new Semaphore(0);
  private final Question question =
      FxToolkit.call(() -> new Question(new JobWatch(new StatusBar(), report -> {})));

  @AfterEach
  void close() {
    thinking.release();
    lanes.close();
  }

  private void ask(Job<String> job) {
    FxToolkit.run(
        () ->
            question.ask(
                job, () -> seen.add("waiting"), seen::add, report -> seen.add(report.what())));
  }

  private Job<String> slow() {
    return lanes.submit(
        Lane.QUERY,
        "slow",
        context -> {
          thinking.acquireUninterruptibly();
          return "answer";
        });
  }

  @Test
  void anAnswerThatComesAtOnceHasNoSignOfWaitingBefore() {
    ask(lanes.submit(Lane.QUERY, "quick", context -> "answer"));
    until("the answer", () -> !seen.isEmpty());
    PulseProbe.next(MANY_PULSES);
    assertEquals(List.of("answer"), seen);
  }

  @Test
  void anAnswerThatWasThereBeforeTheQuestionStays() {
    Job<String> ended = lanes.submit(Lane.QUERY, "ended", context -> "answer");
    ended.await();
    ask(ended);
    PulseProbe.next(MANY_PULSES);
    assertEquals(List.of("answer"), seen);
  }

  @Test
  void whoWaitsForAnAnswerSeesSo() {
    ask(slow());
    until("the sign of waiting", () -> seen.contains("waiting"));
    thinking.release();
    until("the answer", () -> seen.contains("answer"));
    assertEquals(List.of("waiting", "answer"), seen);
  }

  @Test
  void nobodyWaitsForAnAnswerThatIsNotWantedAnyMore() {
    ask(slow());
    FxToolkit.run(question::drop);
    PulseProbe.next(MANY_PULSES);
    assertEquals(List.of(), seen);
  }
}
