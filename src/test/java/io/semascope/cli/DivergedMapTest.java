package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Tsne;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `map` that comes to no good end, as when its t-SNE flies apart, where a t-SNE was left to be gone on with.
final class DivergedMapTest {
  @TempDir private Path folder = Path.of("");
  private Optional<TsneOfTable> imported = Optional.empty();

  @BeforeEach
  void importSomething() throws Exception {
    imported = Optional.of(TsneOfTable.in(folder));
  }

  private TsneOfTable table() {
    return imported.orElseThrow();
  }

  private Optional<Projection> left() {
    try (Session session = TestSession.in(folder)) {
      session.openWorkspace(table().workspace()).await();
      return session.state().interrupted();
    }
  }

  private String flyApart(String... more) {
    Path out = folder.resolve("map.csv");
    List<String> arguments = new ArrayList<>(List.of("map", "-w", table().workspace().toString()));
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
    Projection half = table().after(30);
    ProjectionFacts facts = new ProjectionFacts.OfTsne(3, 30, 1_000_020, 1);
    table().keep(new Projection(endless, half.layout(), facts));
    String said = flyApart("--resume");
    assertTrue(said.contains("Start again without --resume"), said);
  }

  /// As when Ctrl+C comes while a map is written that could not be stored: it takes nothing from the one that was left.
  @Test
  void aStopBehindAMapThatIsLostNamesTheOneThatWasLeft() {
    Projection half = table().after(30);
    table().keep(half);
    String said = LostMap.stopped(folder, table().workspace());
    assertTrue(said.contains("keeps a t-SNE that was left at iteration 30 of 60"), said);
    assertTrue(said.contains("--resume"), said);
  }

  private static void assertSame(Projection expected, Optional<Projection> found) {
    assertTrue(found.filter(expected::samePicture).isPresent(), () -> "found " + found);
  }

  @Test
  void aTsneThatWasLeftStaysAsItWas() {
    Projection half = table().after(30);
    table().keep(half);
    flyApartWithoutEnd();
    assertSame(half, left());
    assertSame(half, table().kept());
  }

  @Test
  void aTsneThatWasLeftBesideAFinishedOneStaysAsItWas() {
    Projection half = table().after(30);
    Projection whole = table().after(60);
    table().keep(whole, half);
    flyApartWithoutEnd();
    assertSame(half, left());
    assertSame(whole, table().kept());
  }

  @Test
  void aFinishedOneAloneStaysAlone() {
    Projection whole = table().after(60);
    table().keep(whole);
    flyApartWithoutEnd();
    assertEquals(Optional.empty(), left());
    assertSame(whole, table().kept());
  }
}
