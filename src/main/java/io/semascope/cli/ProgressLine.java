package io.semascope.cli;

import io.semascope.job.JobStatus;
import io.semascope.job.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalLong;

/// Shows a running job on one line of the error stream: redrawn for a person, a line per stage for a log.
final class ProgressLine {
  private static final long REDRAW_NANOS = 200_000_000;

  private final PrintWriter err;
  private final boolean interactive;
  private String lastStage = "";
  private long lastDrawn;
  private boolean drawn;

  ProgressLine(PrintWriter err, boolean interactive) {
    this.err = err;
    this.interactive = interactive;
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
    if (!interactive) {
      if (newStage) {
        err.println(progress.stage() + amount(progress));
        err.flush();
      }
      return;
    }
    long now = System.nanoTime();
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
            Locale.ROOT, "  %.0f per second, %d s left", progress.rate(), secondsLeft.getAsLong());
  }
}
