package io.semascope.cli;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.neighbour.SearchedRows;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.Tsne;
import io.semascope.projection.tsne.TsneRun;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.store.Workspace;
import io.semascope.vector.VectorBlock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A workspace of the twelve short documents of `TestSession`, with a map by PCA, and pictures of a t-SNE of 60 iterations to keep in it.
///
/// @param spaces whose map it is
record TsneOfTable(Path workspace, VectorBlock vectors, List<Long> spaces, long revision) {
  static final Tsne METHOD = new Tsne(3, 7, Tsne.Engine.BARNES_HUT, 20, 40, 4, 0);

  static TsneOfTable in(Path folder) throws Exception {
    try (Session session = TestSession.in(folder)) {
      TestSession.openTable(session, folder);
      // A map needs the vectors, so that they are there after it.
      session.startLayout(new Pca()).await();
      var space = session.state().space().orElseThrow();
      return new TsneOfTable(
          folder.resolve("work.semascope"),
          space.vectors(),
          session.state().shownSpaceIds(),
          space.revision());
    }
  }

  Projection after(int iterations) {
    TsneRun run = TsneRun.start(SearchedRows.alone(vectors), METHOD, JobContext.direct());
    run.step(iterations, Cancellation.never());
    return run.result(Cancellation.never());
  }

  void keep(Projection projection) {
    try (Workspace store = Workspace.open(workspace)) {
      store.putProjection(spaces, revision, projection);
    }
  }

  /// @param left a t-SNE beside it that was left before its end
  void keep(Projection projection, Projection left) {
    try (Workspace store = Workspace.open(workspace)) {
      store.putProjection(spaces, revision, projection, left);
    }
  }

  Optional<Projection> kept() {
    try (Workspace store = Workspace.open(workspace)) {
      return store.projection(spaces, revision, METHOD.key());
    }
  }
}
