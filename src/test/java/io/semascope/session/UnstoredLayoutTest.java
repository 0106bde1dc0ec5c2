package io.semascope.session;

import static io.semascope.session.SessionFixture.corpus;
import static io.semascope.session.SessionFixture.request;
import static io.semascope.session.SessionFixture.tsne;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.problem.ProblemReport;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.store.FullDisk;
import io.semascope.store.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a run whose frames, or whose finished map, cannot be stored.
class UnstoredLayoutTest {
  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");
  private final StateCell state = new StateCell();
  private final LayoutTable table = new LayoutTable(0);
  private final Set<String> stages = new LinkedHashSet<>();
  private final Set<Long> totals = new LinkedHashSet<>();
  private final Set<Optional<String>> reasons = new LinkedHashSet<>();

  @BeforeEach
  void importSomething() {
    file = folder.resolve("full.semascope");
    try (Session session = new Session(new FakeCatalogue(), new WatchedModels())) {
      session.openOrCreateWorkspace(file).await();
      session.importCorpus(request(corpus(folder, 40))).await();
      SessionState shown = SessionFixture.await(session, now -> !now.readingVectors());
      state.change(old -> shown);
    }
  }

  /// Every step is followed by a frame to be stored.
  private Projection run(Workspace workspace, int iterations) {
    return run(workspace, iterations, () -> {});
  }

  /// @param moving called at every step
  private Projection run(Workspace workspace, int iterations, Runnable moving) {
    ProgressMeter meter =
        new ProgressMeter(
            progress -> {
              if (table.frame.get().isPresent()) {
                moving.run();
              }
              stages.add(progress.stage());
              if (progress.total() > 0) {
                totals.add(progress.total());
              }
              table
                  .frame
                  .get()
                  .ifPresent(live -> reasons.add(live.notStored().map(ProblemReport::why)));
            });
    JobContext context = new JobContext(Cancellation.never(), meter, () -> {});
    return new StartLayout(workspace, state, new Placers(), table)
        .run(tsne(iterations), context)
        .orElseThrow();
  }

  private Optional<Projection> stored(Workspace workspace) {
    SessionState now = state.get();
    return workspace.projection(
        now.shownSpaceIds(), now.space().orElseThrow().revision(), tsne(40).key());
  }

  @Test
  void framesThatCanBeStoredNeedNoWord() {
    try (Workspace workspace = Workspace.open(file)) {
      run(workspace, 40);
      assertEquals(Set.of(Optional.empty()), reasons);
      assertEquals(Set.of("finding neighbours", "moving the points"), stages);
      assertEquals(Set.of(40L, 60L), totals, "of points and of iterations");
    }
  }

  @Test
  void theRunGoesOnSaysSoAndItsMapIsStoredAtTheEnd() {
    try (Workspace workspace = Workspace.open(file)) {
      FullDisk.refuseFrames(workspace);
      Projection map = run(workspace, 40);
      assertEquals(60, ((ProjectionFacts.OfTsne) map.facts()).iterations());
      assertEquals(1, reasons.size(), reasons.toString());
      String why = reasons.iterator().next().orElseThrow();
      assertTrue(why.contains("disk is full"), why);
      assertEquals(
          List.of(
              "finding neighbours",
              "moving the points",
              "moving the points: frames cannot be stored"),
          List.copyOf(stages));
      assertEquals(Optional.of(map), state.get().projection());
      assertEquals(Optional.empty(), state.get().running());
      assertEquals(map.facts(), stored(workspace).orElseThrow().facts());
    }
  }

  @Test
  void aFinishedMapThatCannotBeStoredIsShownAllTheSame() {
    try (Workspace workspace = Workspace.open(file)) {
      FullDisk.refuseMaps(workspace);
      SessionProblem problem = assertThrows(SessionProblem.class, () -> run(workspace, 40));
      assertTrue(problem.report().why().contains("disk is full"), problem.report().why());
      Projection shown = state.get().projection().orElseThrow();
      assertEquals(60, ((ProjectionFacts.OfTsne) shown.facts()).iterations());
      assertEquals(Optional.empty(), state.get().running());
      assertEquals(Optional.empty(), table.kept());
      JobContext context = JobContext.direct();
      StartLayout pca = new StartLayout(workspace, state, new Placers(), table);
      assertThrows(SessionProblem.class, () -> pca.run(new Pca(), context));
      assertEquals("pca", state.get().projection().orElseThrow().method().key());
    }
  }

  @Test
  void aFinishedMapIsShownAlthoughTheFileCanNeitherBeWrittenNorRead() {
    try (Workspace workspace = Workspace.open(file)) {
      SessionProblem problem =
          assertThrows(SessionProblem.class, () -> run(workspace, 40, workspace::close));
      assertTrue(problem.report().what().contains("not be stored"), problem.report().what());
      Projection shown = state.get().projection().orElseThrow();
      assertEquals(60, ((ProjectionFacts.OfTsne) shown.facts()).iterations());
      assertEquals(Optional.empty(), state.get().running());
      assertEquals(Optional.empty(), table.kept());
    }
  }
}
