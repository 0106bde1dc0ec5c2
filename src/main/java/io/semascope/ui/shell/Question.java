package io.semascope.ui.shell;

import io.semascope.job.Job;
import io.semascope.problem.ProblemReport;
import java.util.Optional;
import java.util.function.Consumer;

/// One place on the screen that asks the session: only the answer to the newest question is shown there, the others are cancelled. FX thread only.
final class Question {
  private final JobWatch watch;
  private Optional<Job<?>> open = Optional.empty();

  Question(JobWatch watch) {
    this.watch = watch;
  }

  /// Asks anew; whatever was asked before is not answered any more.
  <T> void ask(Job<T> job, Consumer<T> onAnswer, Consumer<ProblemReport> onProblem) {
    drop();
    open = Optional.of(job);
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
        receiver.accept(value);
      }
    };
  }

  /// Wants no answer any more, as when nothing is selected.
  void drop() {
    open.ifPresent(Job::cancel);
    open = Optional.empty();
  }

  private boolean isOpen(Job<?> job) {
    return open.filter(asked -> asked == job).isPresent();
  }
}
