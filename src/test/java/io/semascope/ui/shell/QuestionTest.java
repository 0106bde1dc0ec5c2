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
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What somebody sees between a question and its answer.
final class QuestionTest {
  /// Pulses in which what is still to be shown would be.
  private static final int SOME_PULSES = 10;

  private final Lanes lanes = new Lanes();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final Semaphore thinking = new Semaphore(0);
  private final Question patient = question(Duration.hours(1));
  private final Question impatient = question(Duration.ONE);

  private static Question question(Duration atOnce) {
    return FxToolkit.call(() -> new Question(new JobWatch(new StatusBar(), report -> {}), atOnce));
  }

  @AfterEach
  void close() {
    thinking.release();
    lanes.close();
  }

  private void ask(Question question, Job<String> job) {
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
    ask(patient, lanes.submit(Lane.QUERY, "quick", context -> "answer"));
    until("the answer", () -> !seen.isEmpty());
    PulseProbe.next(SOME_PULSES);
    assertEquals(List.of("answer"), seen);
  }

  @Test
  void anAnswerThatWasThereBeforeTheQuestionStays() {
    Job<String> ended = lanes.submit(Lane.QUERY, "ended", context -> "answer");
    ended.await();
    ask(impatient, ended);
    PulseProbe.next(SOME_PULSES);
    assertEquals(List.of("answer"), seen);
  }

  @Test
  void whoWaitsForAnAnswerSeesSo() {
    ask(impatient, slow());
    until("the sign of waiting", () -> seen.contains("waiting"));
    thinking.release();
    until("the answer", () -> seen.contains("answer"));
    assertEquals(List.of("waiting", "answer"), seen);
  }

  @Test
  void nobodyWaitsForAnAnswerThatIsNotWantedAnyMore() {
    ask(impatient, slow());
    FxToolkit.run(impatient::drop);
    PulseProbe.next(SOME_PULSES);
    assertEquals(List.of(), seen);
  }
}
