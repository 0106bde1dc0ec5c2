package io.semascope.ui.shell;

import io.semascope.job.Job;
import io.semascope.problem.ProblemReport;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// One place on the screen that asks the session: only the answer to the newest question is shown there, the others are cancelled. FX thread only.
final class Question {
  /// An answer that comes sooner is shown in place of the one before, with nothing between: a sign of waiting that flashes up tells nobody anything, and laying it
  /// out and away again holds up what else the window has to show. A tenth of a second is what a person takes for at once (J. Nielsen, Usability Engineering, 1993).
  private static final Duration AT_ONCE = Duration.millis(100);

  private final JobWatch watch;
  private final PauseTransition patience;
  private Optional<Job<?>> open = Optional.empty();

  Question(JobWatch watch) {
    this(watch, AT_ONCE);
  }

  /// @param atOnce how long an answer may take before it is waited for
  Question(JobWatch watch, Duration atOnce) {
    this.watch = watch;
    patience = new PauseTransition(atOnce);
  }

  /// Asks anew; whatever was asked before is not answered any more.
  <T> void ask(Job<T> job, Consumer<T> onAnswer, Consumer<ProblemReport> onProblem) {
    ask(job, () -> {}, onAnswer, onProblem);
  }

  /// The same; `onWait` runs when the answer is not there at once.
  <T> void ask(
      Job<T> job, Runnable onWait, Consumer<T> onAnswer, Consumer<ProblemReport> onProblem) {
    drop();
    open = Optional.of(job);
    // First of all: a job that has ended already answers before this returns.
    patience.setOnFinished(event -> onWait.run());
    patience.playFromStart();
    watch.ask(job, ifOpen(job, onAnswer), ifOpen(job, onProblem));
  }

  /// The same for an answer that takes a while: the status line shows the work, and `onCancel` runs when a person stopped it there.
  <T> void follow(
      Job<T> job, Consumer<T> onAnswer, Consumer<ProblemReport> onProblem, Runnable onCancel) {
    drop();
    open = Optional.of(job);
    watch.follow(
        job,
        ifOpen(job, onAnswer),
        ifOpen(job, onProblem),
        () -> {
          if (isOpen(job)) {
            onCancel.run();
          }
        });
  }

  private <T> Consumer<T> ifOpen(Job<?> job, Consumer<T> receiver) {
    return value -> {
      if (isOpen(job)) {
        patience.stop();
        receiver.accept(value);
      }
    };
  }

  /// Wants no answer any more, as when nothing is selected.
  void drop() {
    patience.stop();
    open.ifPresent(Job::cancel);
    open = Optional.empty();
  }

  private boolean isOpen(Job<?> job) {
    return open.filter(asked -> asked == job).isPresent();
  }
}
