package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Tsne;
import io.semascope.projection.tsne.TsneRun;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.session.TestSession;
import io.semascope.store.Workspace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `map` that comes to no good end, as when its t-SNE flies apart, where a t-SNE was left to be gone on with.
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
    assertTrue(result.err().contains("a lower --learning-rate"), result.err());
    assertFalse(result.err().contains("go on"), result.err());
    return result.err();
  }

  private String flyApartWithoutEnd(String... more) {
    List<String> endless = new ArrayList<>(List.of("--iterations=1000000", "--all-iterations"));
    endless.addAll(List.of(more));
    return flyApart(endless.toArray(String[]::new));
  }

  @Test
  void theRemedyOfOneThatWasGoneOnWithIsToStartAgain() {
    Tsne endless = new Tsne(3, 7, Tsne.Engine.BARNES_HUT, 20, 1_000_000, 4, 0);
    Projection half = tsne(30);
    try (Workspace store = Workspace.open(workspace)) {
      ProjectionFacts facts = new ProjectionFacts.OfTsne(3, 30, 1_000_020, 1);
      store.putProjection(spaces, revision, new Projection(endless, half.layout(), facts));
    }
    String said = flyApart("--resume");
    assertTrue(said.contains("Start again without --resume"), said);
  }

  /// As when Ctrl+C comes while a map is written that could not be stored: it takes nothing from the one that was left.
  @Test
  void aStopBehindAMapThatIsLostNamesTheOneThatWasLeft() {
    Projection half = tsne(30);
    try (Workspace store = Workspace.open(workspace)) {
      store.putProjection(spaces, revision, half);
    }
    AtomicReference<SessionState> last = new AtomicReference<>(SessionState.empty());
    Session session = TestSession.losing(workspace, TestSession.in(folder));
    session.listen(last::set);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Desk desk = new Desk(() -> session, (shown, picture) -> {}, nowhere, nowhere, false);
    CommandLine line = new CommandLine(new MapCommand(desk));
    String out = folder.resolve("map.csv").toString();
    line.parseArgs("-w", workspace.toString(), "--method=tsne", "--iterations=20", "--out", out);
    MapCommand command = line.getCommand();
    assertEquals(0, command.call());
    assertFalse(last.get().projection().orElseThrow().unfinished());
    String said = command.stopped(last.get()).toString();
    assertTrue(said.contains("keeps a t-SNE that was left at iteration 30 of 60"), said);
    assertTrue(said.contains("--resume"), said);
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
