package io.semascope.session;

import io.semascope.job.ProgressMeter;
import io.semascope.neighbour.SharedGraph;
import io.semascope.projection.LayoutRun;
import io.semascope.projection.LiveChange;
import io.semascope.projection.Pca;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.projection.quality.LiveQualityMeter;
import io.semascope.session.layout.LiveFrame;
import io.semascope.space.VectorSpace;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// What the person and the LAYOUT lane both touch while a picture is being computed. Safe for use from any thread.
final class LayoutTable {
  /// A fifth of the time of a usual run is an estimate: it moves the bar, and no number that is shown.
  static final ProgressMeter.Stage FINDING_NEIGHBOURS =
      new ProgressMeter.Stage("finding neighbours", 1, "points");

  /// The newest frame; dropped when a newer one comes, never queued.
  final AtomicReference<Optional<LiveFrame>> frame = new AtomicReference<>(Optional.empty());

  /// What the person turned and the run has not seen yet.
  final AtomicReference<Optional<LiveChange>> turned = new AtomicReference<>(Optional.empty());

  /// A kill loses at most ten seconds. To write 50,000 points (400 KB) with their divergence takes the time of two or three iterations, below half a percent of
  /// these.
  private static final long CHECKPOINT_NANOS = 10_000_000_000L;

  /// Of the rows that were laid out last.
  final SharedGraph neighbours = new SharedGraph();

  private Optional<Kept> kept = Optional.empty();
  private Optional<LiveQualityMeter> meter = Optional.empty();
  private final long checkpointNanos;
  private volatile boolean pauseWanted;
  private volatile boolean qualityWanted;

  /// Counted in what the method calls its steps.
  static ProgressMeter.Stage moving(ProjectionMethod method) {
    return new ProgressMeter.Stage(
        "moving the points",
        4,
        switch (method) {
          case Umap umap -> "epochs";
          case Tsne tsne -> "iterations";
          case Pca pca -> "iterations";
        });
  }

  LayoutTable() {
    this(CHECKPOINT_NANOS);
  }

  /// One that lets go of what it knows of rows which are not shown any more.
  static LayoutTable following(StateCell state) {
    LayoutTable table = new LayoutTable();
    state.listen(
        now -> {
          if (!now.readingVectors()) {
            table.neighbours.keepOnly(now.space().map(VectorSpace::vectors));
          }
        });
    return table;
  }

  /// @param checkpointNanos how long a run may move before its frame is stored again
  LayoutTable(long checkpointNanos) {
    this.checkpointNanos = checkpointNanos;
  }

  synchronized Optional<Kept> kept() {
    return kept;
  }

  synchronized void keep(Kept newRun) {
    kept = Optional.of(newRun);
    meter = Optional.empty();
  }

  /// What judges the frames of the run that is kept, also after a pause: made when it is first asked for.
  synchronized LiveQualityMeter meter(Supplier<LiveQualityMeter> make) {
    LiveQualityMeter one = meter.orElseGet(make);
    meter = Optional.of(one);
    return one;
  }

  synchronized void forget() {
    kept = Optional.empty();
    meter = Optional.empty();
    pauseWanted = false;
    turned.set(Optional.empty());
    frame.set(Optional.empty());
  }

  /// Adds a change to those the run has not seen yet.
  void turn(LiveChange change) {
    turned.updateAndGet(
        waiting -> Optional.of(waiting.map(before -> before.and(change)).orElse(change)));
  }

  /// Whether somebody looks at the quality of frames, which takes time to measure.
  boolean qualityWanted() {
    return qualityWanted;
  }

  void wantQuality() {
    qualityWanted = true;
  }

  /// How long a run may move before its frame is stored again.
  long checkpointNanos() {
    return checkpointNanos;
  }

  boolean pauseWanted() {
    return pauseWanted;
  }

  void wantPause(boolean wanted) {
    pauseWanted = wanted;
  }

  /// A run that can be gone on with.
  ///
  /// @param method how it was asked for
  /// @param rows the state whose chunks it moves; the run means nothing for others
  /// @param replacing what its pictures take the place of, whoever ends it
  record Kept(LayoutRun run, ProjectionMethod method, SessionState rows, Replacing replacing) {}
}
