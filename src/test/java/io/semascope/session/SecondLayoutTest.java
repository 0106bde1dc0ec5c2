package io.semascope.session;

import static io.semascope.session.SessionFixture.corpus;
import static io.semascope.session.SessionFixture.request;
import static io.semascope.session.SessionFixture.tsne;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.neighbour.GraphSearch;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Umap;
import io.semascope.store.Workspace;
import io.semascope.vector.VectorBlock;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A picture after another of the same texts.
class SecondLayoutTest {
  @TempDir private Path folder = Path.of("");
  private final StateCell state = new StateCell();
  private final LayoutTable table = LayoutTable.following(state);

  private void show(Path file, int documents) {
    try (Session session = new Session(new FakeCatalogue(), new WatchedModels())) {
      session.openOrCreateWorkspace(file).await();
      session.importCorpus(request(corpus(folder, documents))).await();
      SessionState shown = SessionFixture.await(session, now -> !now.readingVectors());
      state.change(old -> shown);
    }
  }

  private void layOut(Path file, ProjectionMethod method) {
    try (Workspace workspace = Workspace.open(file)) {
      var unused =
          new StartLayout(workspace, state, new Placers(), table)
              .run(method, JobContext.direct())
              .orElseThrow();
    }
  }

  @Test
  void usesTheNeighboursThatTheFirstOneFound() {
    Path file = folder.resolve("a.semascope");
    show(file, 40);
    layOut(file, tsne(40));
    assertEquals(1, table.neighbours.timesFound());
    layOut(file, Umap.standard());
    layOut(file, tsne(60));
    assertEquals(1, table.neighbours.timesFound());
    Path other = folder.resolve("b.semascope");
    show(other, 40);
    layOut(other, tsne(40));
    assertEquals(2, table.neighbours.timesFound(), "other texts");
  }

  @Test
  void aStoppedRunThatIsTakenUpSharesThemToo() {
    Path file = folder.resolve("a.semascope");
    show(file, 40);
    try (Workspace workspace = Workspace.open(file)) {
      Cancellation stop = Cancellation.never();
      ProgressMeter meter =
          new ProgressMeter(
              progress -> {
                if (table.frame.get().isPresent()) {
                  stop.request();
                }
              });
      var unusedStopped =
          new StartLayout(workspace, state, new Placers(), table)
              .run(tsne(400), new JobContext(stop, meter, () -> {}));
      assertTrue(state.get().interrupted().isPresent());
      // As after a restart: nothing is known yet.
      LayoutTable fresh = LayoutTable.following(state);
      var unusedFinished =
          new StartLayout(workspace, state, new Placers(), fresh)
              .resume(JobContext.direct())
              .orElseThrow();
      assertEquals(1, fresh.neighbours.timesFound());
    }
  }

  @Test
  void nothingIsKeptOfTextsThatAreShownNoMore() {
    Path file = folder.resolve("a.semascope");
    show(file, 40);
    layOut(file, tsne(40));
    VectorBlock rows = state.get().space().orElseThrow().vectors();
    ask(rows);
    assertEquals(1, table.neighbours.timesFound());
    state.change(old -> SessionState.empty());
    ask(rows);
    assertEquals(2, table.neighbours.timesFound());
  }

  private void ask(VectorBlock rows) {
    var unused = table.neighbours.of(rows, 3, new GraphSearch.Exact(), JobContext.direct());
  }
}
