package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.projection.LayoutFrame;
import io.semascope.projection.LayoutRun;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.pca.PcaModel;
import io.semascope.projection.tsne.BarnesHutRun;
import io.semascope.projection.tsne.LibraryRun;
import io.semascope.space.VectorSpace;
import io.semascope.store.Workspace;
import io.semascope.vector.VectorBlock;
import java.util.Map;
import java.util.Optional;

/// Computes a picture of the shown chunks, with live frames where the method has them. Runs on the LAYOUT lane.
final class StartLayout {
  /// About the time between two frames that still feels live.
  private static final long STEP_NANOS = 30_000_000;

  private final Workspace workspace;
  private final StateCell state;
  private final Placers placers;
  private final LayoutTable table;

  StartLayout(Workspace workspace, StateCell state, Placers placers, LayoutTable table) {
    this.workspace = workspace;
    this.state = state;
    this.placers = placers;
    this.table = table;
  }

  /// The finished picture, or the last good one when it was stopped; empty when it was paused.
  Optional<Projection> run(ProjectionMethod method, JobContext context) {
    SessionState before = state.get();
    VectorSpace space =
        before.space().orElseThrow(() -> SessionProblem.noSpace(workspace.file().toString()));
    VectorBlock block = space.vectors().firstRows(before.chunkCount());
    table.forget();
    return switch (method) {
      case Pca pca ->
          Optional.of(finish(before, PcaModel.fit(block, context.cancellation()).project()));
      case Tsne tsne -> {
        context.meter().plan(new ProgressMeter.Stage("finding neighbours", 1, "points"));
        table.keep(start(block, tsne, context));
        yield proceed(method, before, context);
      }
    };
  }

  /// Takes a paused run up again.
  Optional<Projection> resume(ProjectionMethod method, JobContext context) {
    table.wantPause(false);
    return proceed(method, state.get(), context);
  }

  /// Keeps the picture of a paused run as it is. Empty when there is none.
  Optional<Projection> settle() {
    Optional<LayoutRun> run = table.run();
    return run.map(paused -> finish(state.get(), paused.result(Cancellation.never())));
  }

  private static LayoutRun start(VectorBlock block, Tsne tsne, JobContext context) {
    return switch (tsne.engine()) {
      case BARNES_HUT -> BarnesHutRun.start(block, tsne, context);
      case LIBRARY -> LibraryRun.start(block, tsne);
    };
  }

  private Optional<Projection> proceed(
      ProjectionMethod method, SessionState before, JobContext context) {
    LayoutRun run = table.run().orElseThrow();
    TypedAnchors anchors = TypedAnchors.of(before, context.cancellation());
    announce(method, run, false);
    context.meter().plan(new ProgressMeter.Stage("moving the points", 1, "iterations"));
    context.meter().begin(0, run.plannedIterations());
    try {
      int iterations = 1;
      while (!run.finished()) {
        if (table.pauseWanted()) {
          announce(method, run, true);
          return Optional.empty();
        }
        table.turned.getAndSet(Optional.empty()).ifPresent(run::change);
        long started = System.nanoTime();
        LayoutFrame frame = run.step(iterations, context.cancellation());
        long spent = Math.max(1, System.nanoTime() - started);
        iterations = Math.clamp(iterations * STEP_NANOS / spent, 1, 50);
        table.frame.set(
            Optional.of(
                new LiveFrame(frame, run.plannedIterations(), anchors.in(frame.positions()))));
        context.meter().advance(frame.iteration());
      }
    } catch (JobCancelled stopped) {
      if (run.frame().iteration() == 0) {
        table.forget();
        state.change(old -> old.withRunning(Optional.empty()));
        throw stopped;
      }
    }
    return Optional.of(finish(before, run.result(Cancellation.never())));
  }

  private void announce(ProjectionMethod method, LayoutRun run, boolean paused) {
    boolean interruptible =
        switch (method) {
          case Pca pca -> false;
          case Tsne tsne -> tsne.engine() == Tsne.Engine.BARNES_HUT;
        };
    state.change(
        old ->
            old.withRunning(
                Optional.of(new RunningLayout(method, paused, run.parameters(), interruptible))));
  }

  private Projection finish(SessionState before, Projection projection) {
    long revision = before.space().orElseThrow().revision();
    workspace.putProjection(before.shownSpaceIds(), revision, projection);
    state.change(
        old ->
            old.shownSpaceIds().equals(before.shownSpaceIds())
                ? old.withProjection(Optional.of(projection))
                    .withPlacements(Map.of())
                    .withQuality(Optional.empty())
                    .withRunning(Optional.empty())
                : old.withRunning(Optional.empty()));
    table.forget();
    new PlaceMissing(state, placers).run(Cancellation.never());
    return projection;
  }
}
