package io.semascope.cli;

import io.semascope.job.JobStatus;
import io.semascope.job.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// Shows a running job on the error stream: on one line that is redrawn for a person; for a log, a line for each stage and now and then one more, so that nobody
/// takes long work for work that hangs.
final class ProgressLine {
  private static final long REDRAW_NANOS = 200_000_000;

  /// A line of a log at each tenth of a stage, but not so often; and where a tenth takes long, at the first news after so much time.
  private static final long SELDOM_NANOS = 5_000_000_000L;

  private static final long OFTEN_NANOS = 60_000_000_000L;

  private final PrintWriter err;
  private final boolean interactive;
  private String lastStage = "";
  private final LongSupplier nanoTime;
  private long lastDrawn;
  private long lastTenth;
  private boolean drawn;

  ProgressLine(PrintWriter err, boolean interactive) {
    this(err, interactive, System::nanoTime);
  }

  /// @param nanoTime nanoseconds from anywhere
  ProgressLine(PrintWriter err, boolean interactive, LongSupplier nanoTime) {
    this.err = err;
    this.interactive = interactive;
    this.nanoTime = nanoTime;
  }

  synchronized void show(JobStatus status) {
    switch (status) {
      case JobStatus.Waiting waiting -> {}
      case JobStatus.Running running -> draw(running.progress());
      case JobStatus.Succeeded succeeded -> clear();
      case JobStatus.Cancelled cancelled -> clear();
      case JobStatus.Failed failed -> clear();
    }
  }

  private void draw(Progress progress) {
    boolean newStage = !progress.stage().equals(lastStage);
    lastStage = progress.stage();
    long now = nanoTime.getAsLong();
    if (!interactive) {
      long tenth = progress.total() > 0 ? 10 * progress.done() / progress.total() : 0;
      long since = now - lastDrawn;
      if (newStage || since >= (tenth == lastTenth ? OFTEN_NANOS : SELDOM_NANOS)) {
        lastDrawn = now;
        lastTenth = tenth;
        err.println(progress.stage() + amount(progress) + rate(progress));
        err.flush();
      }
      return;
    }
    if (newStage || now - lastDrawn > REDRAW_NANOS) {
      lastDrawn = now;
      drawn = true;
      err.printf(
          Locale.ROOT,
          "\r\u001b[K%3.0f %%  %s%s%s",
          progress.fraction() * 100,
          progress.stage(),
          amount(progress),
          rate(progress));
      err.flush();
    }
  }

  private void clear() {
    if (drawn) {
      err.print("\r\u001b[K");
      err.flush();
      drawn = false;
    }
  }

  private static String amount(Progress progress) {
    return progress.total() <= 0
        ? ""
        : String.format(
            Locale.ROOT, "  %,d / %,d %s", progress.done(), progress.total(), progress.unit());
  }

  private static String rate(Progress progress) {
    OptionalLong secondsLeft = progress.secondsLeft();
    return secondsLeft.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "  %,.0f per second, %,d s left",
            progress.rate(),
            secondsLeft.getAsLong());
  }
}
