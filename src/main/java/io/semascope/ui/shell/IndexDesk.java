package io.semascope.ui.shell;

import io.semascope.job.Job;
import io.semascope.job.JobStatus;
import io.semascope.session.index.SearchMethod;
import io.semascope.session.index.SearchReport;
import io.semascope.ui.state.Selection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Has the chosen index made while neighbours are still found by comparing every text. FX thread only.
final class IndexDesk {
  private final Function<SearchMethod, Job<List<String>>> prepare;
  private final Selection selection;
  private final JobWatch watch;
  private final Consumer<List<String>> prepared;
  private Optional<Job<List<String>>> preparing = Optional.empty();

  /// @param prepare begins to make an index
  /// @param prepared told when an index has become ready, and what became of the saved one meanwhile
  IndexDesk(
      Function<SearchMethod, Job<List<String>>> prepare,
      Selection selection,
      JobWatch watch,
      Consumer<List<String>> prepared) {
    this.prepare = prepare;
    this.selection = selection;
    this.watch = watch;
    this.prepared = prepared;
    selection.searchMethod().addListener((observed, before, now) -> drop(before, now));
  }

  /// Takes what was said of an answer, and begins what it lacks. Another dial of the same index waits until this one is made.
  void see(SearchReport report) {
    if (report.unprepared() && preparing.isEmpty()) {
      Job<List<String>> job = prepare.apply(report.asked());
      preparing = Optional.of(job);
      watch.followToItsEnd(job, prepared, () -> ended(job));
    }
  }

  /// Whoever stopped it, or has read why it failed, gets exact answers and sees that in the choice.
  private void ended(Job<List<String>> job) {
    boolean wanted = preparing.filter(one -> one == job).isPresent();
    if (wanted) {
      preparing = Optional.empty();
      if (!(job.status() instanceof JobStatus.Succeeded)) {
        selection.searchBy(new SearchMethod.Exact());
      }
    }
  }

  private void drop(SearchMethod before, SearchMethod now) {
    if (!before.getClass().equals(now.getClass())) {
      stop();
    }
  }

  /// Makes no index of vectors that are not shown any more.
  void stop() {
    Optional<Job<List<String>>> needless = preparing;
    preparing = Optional.empty();
    needless.ifPresent(Job::cancel);
  }
}
