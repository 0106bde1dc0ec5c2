package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.Tsne;
import io.semascope.projection.tsne.TsneRun;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.store.Workspace;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `map` whose t-SNE flies apart, where a t-SNE was left to be gone on with.
final class DivergedMapTest {
  private static final Tsne METHOD = new Tsne(3, 7, Tsne.Engine.BARNES_HUT, 20, 40, 4, 0);

  @TempDir private Path folder = Path.of("");
  private Path workspace = Path.of("");
  private List<Long> spaces = List.of();
  private long revision;

  @BeforeEach
  void importSomething() throws Exception {
    workspace = folder.resolve("work.semascope");
    try (Session session = TestSession.in(folder)) {
      TestSession.openTable(session, folder);
      // A map needs the vectors, so that they are there after it.
      session.startLayout(new Pca()).await();
      spaces = session.state().shownSpaceIds();
      revision = session.state().space().orElseThrow().revision();
    }
  }

  /// A t-SNE of the texts after some of its 60 iterations.
  private Projection tsne(int iterations) {
    try (Session session = TestSession.in(folder)) {
      session.openWorkspace(workspace).await();
      session.startLayout(new Pca()).await();
      TsneRun run =
          TsneRun.start(
              session.state().space().orElseThrow().vectors(), METHOD, JobContext.direct());
      run.step(iterations, Cancellation.never());
      return run.result(Cancellation.never());
    }
  }

  private Optional<Projection> left() {
    try (Session session = TestSession.in(folder)) {
      session.openWorkspace(workspace).await();
      return session.state().interrupted();
    }
  }

  private Optional<Projection> kept() {
    try (Workspace store = Workspace.open(workspace)) {
      return store.projection(spaces, revision, METHOD.key());
    }
  }

  private String flyApart(String... more) {
    Path out = folder.resolve("map.csv");
    List<String> arguments = new ArrayList<>(List.of("map", "-w", workspace.toString()));
    arguments.addAll(List.of("--method=tsne", "--out", out.toString()));
    arguments.addAll(List.of(more));
    RunCommand.Result result =
        RunCommand.by(
            () -> TestSession.flyingApart(TestSession.in(folder)),
            (session, picture) -> {},
            new StringWriter(),
            arguments.toArray(String[]::new));
    assertTrue(result.err().contains("The layout flew apart"), result.out() + result.err());
    assertFalse(Files.exists(out));
    return result.err();
  }

  private String flyApartWithoutEnd(String... more) {
    List<String> endless = new ArrayList<>(List.of("--iterations=1000000", "--all-iterations"));
    endless.addAll(List.of(more));
    return flyApart(endless.toArray(String[]::new));
  }

  private static void assertSame(Projection expected, Optional<Projection> found) {
    assertTrue(found.filter(expected::samePicture).isPresent(), () -> "found " + found);
  }

  @Test
  void aTsneThatWasLeftStaysAsItWas() {
    Projection half = tsne(30);
    try (Workspace store = Workspace.open(workspace)) {
      store.putProjection(spaces, revision, half);
    }
    flyApartWithoutEnd();
    assertSame(half, left());
    assertSame(half, kept());
  }

  @Test
  void aTsneThatWasLeftBesideAFinishedOneStaysAsItWas() {
    Projection half = tsne(30);
    Projection whole = tsne(60);
    try (Workspace store = Workspace.open(workspace)) {
      store.putProjection(spaces, revision, whole, half);
    }
    flyApartWithoutEnd();
    assertSame(half, left());
    assertSame(whole, kept());
  }

  @Test
  void aFinishedOneAloneStaysAlone() {
    Projection whole = tsne(60);
    try (Workspace store = Workspace.open(workspace)) {
      store.putProjection(spaces, revision, whole);
    }
    flyApartWithoutEnd();
    assertEquals(Optional.empty(), left());
    assertSame(whole, kept());
  }
}
