package io.semascope.ui.shell;

import io.semascope.job.Job;
import io.semascope.job.JobStatus;
import io.semascope.problem.ProblemReport;
import io.semascope.ui.activity.StatusBar;
import io.semascope.ui.state.FxBridge;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Follows jobs on the FX thread: the status line shows them, their results and problems come back here. FX thread only.
final class JobWatch {
  private final StatusBar statusBar;
  private final Consumer<ProblemReport> banner;
  private final List<Runnable> whenIdle = new ArrayList<>();
  private int pending;

  JobWatch(StatusBar statusBar, Consumer<ProblemReport> banner) {
    this.statusBar = statusBar;
    this.banner = banner;
  }

  /// Shows progress in the status line and a problem in the banner.
  <T> void follow(Job<T> job, Consumer<T> onSuccess) {
    follow(job, onSuccess, banner);
  }

  /// The same with another place for a problem.
  <T> void follow(Job<T> job, Consumer<T> onSuccess, Consumer<ProblemReport> onProblem) {
    job.onChange(FxBridge.latest(status -> statusBar.showJob(job, status)));
    await(job, onSuccess, onProblem, () -> {});
  }

  /// Shows progress and a problem as usual, and runs `ended` when the job is over, however it ended.
  <T> void followToItsEnd(Job<T> job, Runnable ended) {
    followToItsEnd(job, value -> {}, ended);
  }

  /// The same with a place for the result, which is told after the end.
  <T> void followToItsEnd(Job<T> job, Consumer<T> onSuccess, Runnable ended) {
    follow(job, after(ended, onSuccess), after(ended, banner), ended);
  }

  private static <T> Consumer<T> after(Runnable first, Consumer<T> then) {
    return value -> {
      first.run();
      then.accept(value);
    };
  }

  /// Without the status line: for answers that come at once.
  <T> void ask(Job<T> job, Consumer<T> onSuccess, Consumer<ProblemReport> onProblem) {
    await(job, onSuccess, onProblem, () -> {});
  }

  /// With a word for the case that somebody stopped it.
  <T> void follow(
      Job<T> job, Consumer<T> onSuccess, Consumer<ProblemReport> onProblem, Runnable onCancel) {
    job.onChange(FxBridge.latest(status -> statusBar.showJob(job, status)));
    await(job, onSuccess, onProblem, onCancel);
  }

  private <T> void await(
      Job<T> job, Consumer<T> onSuccess, Consumer<ProblemReport> onProblem, Runnable onCancel) {
    pending++;
    job.onSuccess(value -> FxBridge.run(() -> onSuccess.accept(value)));
    job.onChange(
        status -> {
          switch (status) {
            case JobStatus.Waiting waiting -> {}
            case JobStatus.Running running -> {}
            case JobStatus.Succeeded succeeded -> FxBridge.run(this::finished);
            case JobStatus.Cancelled cancelled ->
                FxBridge.run(
                    () -> {
                      onCancel.run();
                      finished();
                    });
            case JobStatus.Failed failed ->
                FxBridge.run(
                    () -> {
                      onProblem.accept(failed.report());
                      finished();
                    });
          }
        });
  }

  private void finished() {
    pending--;
    settle();
  }

  /// Runs `action` once no job is pending: at once, or when the last one has answered.
  void whenIdle(Runnable action) {
    whenIdle.add(action);
    settle();
  }

  private void settle() {
    if (pending == 0 && !whenIdle.isEmpty()) {
      List<Runnable> actions = List.copyOf(whenIdle);
      whenIdle.clear();
      actions.forEach(Runnable::run);
    }
  }
}
