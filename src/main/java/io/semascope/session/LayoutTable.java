package io.semascope.session;

import io.semascope.job.ProgressMeter;
import io.semascope.projection.LayoutRun;
import io.semascope.projection.LiveChange;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.projection.quality.LiveQualityMeter;
import io.semascope.store.Workspace;
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

  private Optional<Kept> kept = Optional.empty();
  private Optional<LiveQualityMeter> meter = Optional.empty();
  private final long checkpointNanos;
  private volatile boolean pauseWanted;
  private volatile boolean qualityWanted;

  /// Counted in what the method calls its steps.
  static ProgressMeter.Stage moving(ProjectionMethod method) {
    return new ProgressMeter.Stage(
        "moving the points", 4, method instanceof Umap ? "epochs" : "iterations");
  }

  LayoutTable() {
    this(CHECKPOINT_NANOS);
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

  /// What of a workspace the pictures of a run take the place of. A paused run keeps it until it is settled.
  enum Replacing {
    /// A finished picture when the run comes to its end, and one that was left also when it is stopped.
    EVERYTHING,
    /// The same, but a run that is stopped and cannot be gone on with is not kept at all.
    WITHOUT_HALVES,
    /// Neither a finished picture nor a t-SNE that can be gone on with, and no halves.
    NOTHING
  }

  /// Writes the pictures of a run into the workspace, beside or in place of what is kept there.
  ///
  /// @param rows the state whose chunks the run moves
  /// @param replacing what may lose its place
  record Keeping(Workspace workspace, SessionState rows, Replacing replacing) {
    /// Whether the frame of a run that has not come to its end is to be written.
    boolean takesFrame(LayoutRun run, ProjectionMethod method) {
      return canGoOn(method)
          && run.frame().iteration() > 0
          && !run.finished()
          && !leavesStored(method, true);
    }

    /// Writes the frame of a run that can be taken up again. The finished picture of the method stays beside it.
    void frame(Projection now) {
      workspace.putRunningProjection(rows.shownSpaceIds(), revision(), now);
    }

    /// Writes the last picture of a run. One that was stopped leaves a finished one of its method where it is: a t-SNE is kept beside it, to be gone on with, a
    /// UMAP is only shown.
    void picture(Projection projection) {
      ProjectionMethod method = projection.method();
      if (leavesStored(method, projection.unfinished())) {
        return;
      }
      if (!projection.unfinished() || !finishedKept(method)) {
        Optional<Projection> left =
            replacing == Replacing.NOTHING ? leftOf(method) : Optional.empty();
        left.ifPresentOrElse(
            frame -> workspace.putProjection(rows.shownSpaceIds(), revision(), projection, frame),
            () -> workspace.putProjection(rows.shownSpaceIds(), revision(), projection));
      } else if (projection.canGoOn()) {
        workspace.putRunningProjection(rows.shownSpaceIds(), revision(), projection);
      }
    }

    /// Whether nothing is kept of a picture. A run that replaces nothing keeps no finished one where a finished one is, and no unfinished one either where another
    /// is to be gone on with.
    private boolean leavesStored(ProjectionMethod method, boolean unfinished) {
      return switch (replacing) {
        case EVERYTHING -> false;
        case WITHOUT_HALVES -> unfinished && !canGoOn(method);
        case NOTHING ->
            finishedKept(method)
                || (unfinished && (!canGoOn(method) || leftOf(method).isPresent()));
      };
    }

    private boolean finishedKept(ProjectionMethod method) {
      return ShowSpaces.kept(workspace, rows, method.key())
          .filter(kept -> !kept.unfinished())
          .isPresent();
    }

    private static boolean canGoOn(ProjectionMethod method) {
      return method instanceof Tsne tsne && tsne.engine() != Tsne.Engine.LIBRARY;
    }

    /// The run of the method that was left when this one began.
    private Optional<Projection> leftOf(ProjectionMethod method) {
      return rows.interrupted().filter(frame -> frame.method().key().equals(method.key()));
    }

    private long revision() {
      return rows.space().orElseThrow().revision();
    }
  }
}
