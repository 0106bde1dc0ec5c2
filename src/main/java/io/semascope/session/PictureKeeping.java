package io.semascope.session;

import io.semascope.projection.LayoutRun;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.store.Workspace;
import java.util.Optional;

/// Writes the pictures of a run into the workspace, beside or in place of what is kept there.
///
/// @param rows the state whose chunks the run moves
/// @param replacing what may lose its place
record PictureKeeping(Workspace workspace, SessionState rows, Replacing replacing) {
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
          finishedKept(method) || (unfinished && (!canGoOn(method) || leftOf(method).isPresent()));
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
