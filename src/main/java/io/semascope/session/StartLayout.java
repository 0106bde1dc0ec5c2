package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.neighbour.SearchedRows;
import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemReport;
import io.semascope.projection.LayoutDiverged;
import io.semascope.projection.LayoutFrame;
import io.semascope.projection.LayoutRun;
import io.semascope.projection.LiveChange;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.projection.quality.LiveQuality;
import io.semascope.projection.quality.LiveQualityMeter;
import io.semascope.projection.tsne.LibraryRun;
import io.semascope.projection.tsne.TsneRun;
import io.semascope.projection.umap.UmapRun;
import io.semascope.session.layout.LiveFrame;
import io.semascope.session.layout.RunningLayout;
import io.semascope.space.VectorSpace;
import io.semascope.store.Workspace;
import io.semascope.vector.VectorBlock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Computes a picture of the shown chunks, with live frames where the method has them. Runs on the LAYOUT lane.
final class StartLayout {
  /// Half of the time of a picture, so that every one of thirty a second finds a newer frame.
  private static final long STEP_NANOS = 16_000_000;

  private final Workspace workspace;
  private final StateCell state;
  private final Placers placers;
  private final LayoutTable table;
  private Replacing replacing = Replacing.EVERYTHING;
  private boolean storing;
  private Optional<ProblemReport> notStored = Optional.empty();

  StartLayout(Workspace workspace, StateCell state, Placers placers, LayoutTable table) {
    this.workspace = workspace;
    this.state = state;
    this.placers = placers;
    this.table = table;
  }

  /// The runs that begin here take the place of these and no others.
  StartLayout replacing(Replacing wanted) {
    replacing = wanted;
    return this;
  }

  /// The finished picture, or the last good one when it was stopped; empty when it was paused. Throws `JobCancelled` when other rows were shown meanwhile.
  Optional<Projection> run(ProjectionMethod method, JobContext context) {
    SessionState rows = state.awaitVectors(context.cancellation());
    VectorSpace space =
        rows.space().orElseThrow(() -> SessionProblem.noSpace(workspace.file().toString()));
    VectorBlock block = space.vectors().firstRows(rows.chunkCount());
    clear(rows);
    return switch (method) {
      case Pca pca ->
          Optional.of(
              finish(
                  rows, placers.pca(space, rows.chunkCount(), context.cancellation()), replacing));
      case Tsne tsne -> animate(() -> start(block, tsne, context), method, rows, context);
      case Umap umap ->
          animate(() -> UmapRun.start(searched(block), umap, context), method, rows, context);
    };
  }

  private Optional<Projection> animate(
      Supplier<LayoutRun> start, ProjectionMethod method, SessionState rows, JobContext context) {
    context.meter().plan(LayoutTable.FINDING_NEIGHBOURS, LayoutTable.moving(method));
    context.meter().begin(0, rows.chunkCount());
    LayoutTable.Kept begun = new LayoutTable.Kept(start.get(), method, rows, replacing);
    table.keep(begun);
    return goOn(begun, 1, context);
  }

  /// Takes a paused run up again or, when there is none, a t-SNE of the shown rows that was interrupted or stopped and is kept in the workspace. Throws
  /// `SessionProblem` when there is neither.
  Optional<Projection> resume(JobContext context) {
    Optional<LayoutTable.Kept> paused = kept();
    if (paused.isEmpty()) {
      return resumeStored(context);
    }
    context.meter().plan(LayoutTable.moving(paused.get().method()));
    return goOn(paused.get(), 0, context);
  }

  private Optional<Projection> resumeStored(JobContext context) {
    SessionState rows = state.awaitVectors(context.cancellation());
    VectorSpace space = rows.space().orElseThrow(SessionProblem::noLayout);
    VectorBlock block = space.vectors().firstRows(rows.chunkCount());
    Projection stopped = rows.interrupted().orElseThrow(SessionProblem::noLayout);
    clear(rows);
    return animate(
        () -> TsneRun.resume(searched(block), stopped, context), stopped.method(), rows, context);
  }

  /// @param stage of the meter in which the points move
  private Optional<Projection> goOn(LayoutTable.Kept kept, int stage, JobContext context) {
    try {
      LayoutRun run = kept.run();
      context.meter().goOn(stage, run.plannedIterations(), run.frame().iteration());
      return proceed(kept, context);
    } catch (RuntimeException e) {
      boolean flewApart = e instanceof LayoutDiverged && kept.run().frame().iteration() > 0;
      if (flewApart) {
        failureOf(() -> store(kept, Cancellation.never())).ifPresent(e::addSuppressed);
      }
      if (storing || flewApart) {
        // The run itself is sound: what could not be kept can be gone on with once there is room,
        // and the last good frame with another learning rate.
        storing = false;
        announce(kept, true);
      } else {
        clearAfter(e, kept.rows());
      }
      throw e;
    }
  }

  /// Keeps the picture of a paused run as it is. Empty when there is none.
  Optional<Projection> settle() {
    return kept().map(kept -> finish(kept));
  }

  private Optional<LayoutTable.Kept> kept() {
    return table.kept().filter(kept -> kept.rows().sameRows(state.get()));
  }

  private SearchedRows searched(VectorBlock block) {
    return new SearchedRows(block, table.neighbours);
  }

  private LayoutRun start(VectorBlock block, Tsne tsne, JobContext context) {
    return switch (tsne.engine()) {
      case AUTOMATIC, FFT, BARNES_HUT -> TsneRun.start(searched(block), tsne, context);
      case LIBRARY -> LibraryRun.start(block, tsne);
    };
  }

  private Optional<Projection> proceed(LayoutTable.Kept kept, JobContext context) {
    LayoutRun run = kept.run();
    try {
      if (!moved(kept, context)) {
        store(kept, context.cancellation());
        announce(kept, true);
        return Optional.empty();
      }
    } catch (JobCancelled stopped) {
      if (run.frame().iteration() == 0) {
        throw stopped;
      }
    }
    return Optional.of(finish(kept));
  }

  /// Moves the points to their end; false when they were halted before it.
  private boolean moved(LayoutTable.Kept kept, JobContext context) {
    LayoutRun run = kept.run();
    SessionState seen = kept.rows();
    TypedAnchors anchors = TypedAnchors.of(seen, context.cancellation());
    announce(kept, false);
    long stored = System.nanoTime();
    int iterations = 1;
    while (!run.finished()) {
      if (table.pauseWanted()) {
        return false;
      }
      turn(kept);
      SessionState now = requireRows(kept.rows(), state.awaitVectors(context.cancellation()));
      if (!now.space().equals(seen.space())) {
        seen = now;
        anchors = TypedAnchors.of(seen, context.cancellation());
      }
      long started = System.nanoTime();
      LayoutFrame frame = run.step(iterations, context.cancellation());
      long spent = Math.max(1, System.nanoTime() - started);
      iterations = Math.clamp(iterations * STEP_NANOS / spent, 1, 50);
      if (System.nanoTime() - stored >= table.checkpointNanos()) {
        checkpoint(kept, context);
        stored = System.nanoTime();
      }
      table.frame.set(Optional.of(live(run, anchors, quality(kept, frame, context))));
      context.meter().advance(frame.iteration());
    }
    return true;
  }

  private Optional<LiveQuality> quality(
      LayoutTable.Kept kept, LayoutFrame frame, JobContext context) {
    return table.qualityWanted()
        ? table.meter(() -> qualityMeter(kept.rows())).see(frame, context.cancellation())
        : Optional.empty();
  }

  /// Keeps the frame of a run that can be taken up again, so that the end of the process at any moment loses little of it. False when there is nothing to keep.
  private boolean store(LayoutTable.Kept kept, Cancellation cancellation) {
    PictureKeeping keep = new PictureKeeping(workspace, kept.rows(), kept.replacing());
    if (!keep.takesFrame(kept.run(), kept.method())) {
      return false;
    }
    Projection now = kept.run().result(cancellation);
    storing = true;
    keep.frame(now);
    storing = false;
    return true;
  }

  /// Stores the frame if it can be. A run needs no room on the disk to move: it goes on without, says so, and tries again when the next frame is due.
  private void checkpoint(LayoutTable.Kept kept, JobContext context) {
    Optional<ProblemReport> before = notStored;
    try {
      if (store(kept, context.cancellation())) {
        notStored = Optional.empty();
      }
    } catch (JobCancelled stopped) {
      throw stopped;
    } catch (ProblemException e) {
      storing = false;
      notStored = Optional.of(e.report());
    }
    if (before.isPresent() != notStored.isPresent()) {
      context.meter().detail(notStored.isEmpty() ? "" : "frames cannot be stored");
    }
  }

  private LiveFrame live(LayoutRun run, TypedAnchors anchors, Optional<LiveQuality> quality) {
    LayoutFrame frame = run.frame();
    return new LiveFrame(
        frame,
        run.plannedIterations(),
        run.recall(),
        anchors.in(frame.positions()),
        quality,
        notStored);
  }

  private static LiveQualityMeter qualityMeter(SessionState rows) {
    VectorSpace space = rows.space().orElseThrow();
    return new LiveQualityMeter(
        space.vectors().firstRows(rows.chunkCount()),
        MeasureQuality.NEIGHBOURS,
        MeasureQuality.categories(rows, space, rows.chunkCount()));
  }

  private void turn(LayoutTable.Kept kept) {
    Optional<LiveChange> turned = table.turned.getAndSet(Optional.empty());
    // What was turned for the run before means nothing to this one.
    if (turned.isPresent() && turned.get().isFor(kept.method())) {
      kept.run().change(turned.get());
      announce(kept, false);
    }
  }

  /// Rows that are no longer shown need no picture.
  private static SessionState requireRows(SessionState rows, SessionState now) {
    if (!now.sameRows(rows)) {
      throw new JobCancelled();
    }
    return now;
  }

  private void announce(LayoutTable.Kept kept, boolean paused) {
    boolean interruptible =
        switch (kept.method()) {
          case Pca pca -> false;
          case Tsne tsne -> tsne.engine() != Tsne.Engine.LIBRARY;
          case Umap umap -> true;
        };
    RunningLayout running =
        new RunningLayout(kept.method(), paused, kept.run().parameters(), interruptible);
    state.change(old -> old.sameRows(kept.rows()) ? old.withRunning(Optional.of(running)) : old);
  }

  private Projection finish(LayoutTable.Kept kept) {
    return finish(kept.rows(), kept.run().result(Cancellation.never()), kept.replacing());
  }

  private Projection finish(SessionState rows, Projection projection, Replacing replaced) {
    PictureKeeping keep = new PictureKeeping(workspace, requireRows(rows, state.get()), replaced);
    Optional<ProblemException> failure = failureOf(() -> keep.picture(projection));
    show(rows, projection);
    if (failure.isPresent()) {
      throw SessionProblem.mapNotStored(failure.get());
    }
    return projection;
  }

  /// A map that cannot be stored can be seen all the same.
  private static Optional<ProblemException> failureOf(Runnable storing) {
    try {
      storing.run();
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e);
    }
  }

  private void show(SessionState rows, Projection projection) {
    UnaryOperator<Optional<Projection>> interrupted = interruptedNow(rows);
    state.change(
        old ->
            old.sameRows(rows)
                ? old.withProjection(Optional.of(projection))
                    .withInterrupted(interrupted.apply(old.interrupted()))
                    .withPlacements(Map.of())
                    .withQuality(Optional.empty())
                    .withRunning(Optional.empty())
                : old);
    table.forget();
    new PlaceMissing(state, placers).run(Cancellation.never());
  }

  /// Shows the kept picture of a method again. Empty when there is none, when it is shown already, and when a run is paused, which it would end.
  Optional<Projection> showKept(ProjectionMethod method, JobContext context) {
    SessionState rows = state.awaitVectors(context.cancellation());
    if (rows.running().isPresent()) {
      return Optional.empty();
    }
    Optional<Projection> picture =
        ShowSpaces.kept(workspace, rows, method.key())
            .filter(found -> rows.projection().filter(found::sameRun).isEmpty());
    picture.ifPresent(found -> show(rows, found));
    return picture;
  }

  private Optional<Projection> left(SessionState rows) {
    return rows.space().flatMap(space -> ShowSpaces.left(workspace, rows.shownSpaceIds(), space));
  }

  /// The stored run to go on with; the one known before when the file cannot be read, which keeps no map from being seen.
  private UnaryOperator<Optional<Projection>> interruptedNow(SessionState rows) {
    try {
      Optional<Projection> left = left(rows);
      return known -> left;
    } catch (ProblemException unreadable) {
      return known -> known;
    }
  }

  /// No run is under way or paused any more; what is stored of it can be gone on with.
  private void clear(SessionState rows) {
    table.forget();
    if (!state.get().sameRows(rows)) {
      return;
    }
    Optional<Projection> left = left(rows);
    state.change(
        old -> old.sameRows(rows) ? old.withRunning(Optional.empty()).withInterrupted(left) : old);
  }

  private void clearAfter(RuntimeException failure, SessionState rows) {
    try {
      clear(rows);
    } catch (ProblemException unreadable) {
      state.change(old -> old.sameRows(rows) ? old.withRunning(Optional.empty()) : old);
      failure.addSuppressed(unreadable);
    }
  }
}
