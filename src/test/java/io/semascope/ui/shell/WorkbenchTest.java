package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Job;
import io.semascope.job.JobStatus;
import io.semascope.projection.Pca;
import io.semascope.projection.Placement;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Tsne;
import io.semascope.raster.DrawingMode;
import io.semascope.session.SampleCorpus;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.session.TestSession;
import io.semascope.session.WindowPainter;
import io.semascope.session.layout.RunningLayout;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.Gestures;
import io.semascope.ui.map.MapView;
import io.semascope.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Types, clicks, selects and runs t-SNE in the real window.
@SuppressWarnings("NullAway.Init")
final class WorkbenchTest {
  @TempDir private Path folder = Path.of("");
  private Session session;
  private Workbench bench;

  @BeforeEach
  void open() {
    session = TestSession.in(folder);
    bench = UnshownWindow.of(session, 1200, 800);
  }

  @AfterEach
  void close() {
    FxToolkit.run(() -> bench.close());
  }

  private void openTable() throws Exception {
    TestSession.openTable(session, folder);
    FxToolkit.run(() -> bench.showOpened(List.of(), ""));
    settle();
  }

  @Test
  void theComponentsShowTheirSharesAndWriteSmallerVectors() throws Exception {
    openTable();
    Path vectors = folder.resolve("small.npy");
    Path units = folder.resolve("small.tsv");
    Workbench writing =
        FxToolkit.call(
            () -> new Workbench(session, new GivenFiles(List.of(vectors, units)), Theme.LIGHT));
    FxToolkit.run(writing.components()::show);
    whenIdle(writing);
    Region card = (Region) writing.root().lookup("#components-card");
    assertNotNull(card);
    Label reach = (Label) card.lookup("#component-reach");
    assertTrue(reach.getText().contains("90 %"), reach.getText());
    FxToolkit.run(
        () -> {
          ((Spinner<?>) card.lookup("#components-kept")).getEditor().setText("2");
          ((Spinner<?>) card.lookup("#components-kept")).commitValue();
          ((Button) card.lookup("#write-components")).fire();
        });
    whenIdle(writing);
    assertEquals(
        2,
        io.semascope.corpus.NpyFile.read(vectors, io.semascope.job.Cancellation.never())
            .vectors()
            .dimension());
    FxToolkit.run(writing::close);
  }

  private static void whenIdle(Workbench workbench) {
    UnshownWindow.settle(workbench, 3);
  }

  /// Waits until every question has its answer and every state has reached the panels.
  private void settle() {
    whenIdle(bench);
    FxToolkit.run(
        () -> {
          bench.root().applyCss();
          bench.root().layout();
        });
  }

  private void until(Predicate<SessionState> condition) {
    seen(condition);
    settle();
  }

  /// Waits for a state and until it has reached the panels, while work may go on.
  private void seen(Predicate<SessionState> condition) {
    CountDownLatch seen = new CountDownLatch(1);
    session.listen(
        state -> {
          if (condition.test(state)) {
            seen.countDown();
          }
        });
    await(seen);
    CountDownLatch shown = new CountDownLatch(1);
    FxToolkit.run(() -> bench.whenNewestShown(shown::countDown));
    await(shown);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a test", e);
    }
  }

  private <T extends Node> T find(String id, Class<T> type) {
    return FxToolkit.call(
        () -> {
          Node node = bench.root().lookup("#" + id);
          assertNotNull(node, "no control has the id " + id);
          return assertInstanceOf(type, node);
        });
  }

  private void press(Node node, KeyCode key) {
    FxToolkit.run(
        () -> {
          for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            node.fireEvent(new KeyEvent(type, "", "", key, false, false, false, false));
          }
        });
  }

  private List<String> selected() {
    return FxToolkit.call(() -> bench.selection().selected().get());
  }

  @Test
  void aFirstStartShowsTheSampleWithSomethingSelected() {
    FxToolkit.run(
        () -> bench.open(folder.resolve("first.semascope"), Optional.of(SampleCorpus.SKILLS)));
    until(state -> state.projection().isPresent());
    assertEquals(205, session.state().chunkCount());
    assertInstanceOf(Pca.class, session.state().projection().orElseThrow().method());
    assertEquals(1, selected().size());
    assertEquals("network: not used since the start", text("status-network"));
    assertFalse(FxToolkit.call(() -> find("neighbour-table", ListView.class).getItems().isEmpty()));
  }

  private String text(String id) {
    return FxToolkit.call(() -> find(id, Label.class).getText());
  }

  @Test
  void aTypedTextAppearsWithItsNeighboursAndIsSelected() throws Exception {
    openTable();
    TextInputControl field = find("compose-field", TextInputControl.class);
    FxToolkit.run(() -> field.setText("The cat sleeps in the barn"));
    press(field, KeyCode.ENTER);
    until(state -> state.placements().containsKey("typed-1"));
    assertInstanceOf(Placement.Exact.class, session.state().placements().get("typed-1"));
    assertEquals(List.of("typed-1"), selected());
    assertTrue(text("neighbour-title").contains("The cat sleeps"), text("neighbour-title"));
    assertEquals(
        10, FxToolkit.call(() -> find("neighbour-table", ListView.class).getItems().size()));
  }

  @Test
  void aClickOnTheMapSelectsWhatStandsThere() throws Exception {
    openTable();
    FxToolkit.run(() -> bench.selection().clear());
    Node map = find("map", Node.class);
    FxToolkit.run(() -> map.requestFocus());
    press(map, KeyCode.RIGHT);
    press(map, KeyCode.ENTER);
    settle();
    assertEquals(1, selected().size());
    String first = selected().getFirst();
    FxToolkit.run(() -> Gestures.click(map, 1, 1));
    assertEquals(List.of(), selected(), "a click on nothing clears");
    FxToolkit.run(() -> bench.selection().undo());
    assertEquals(List.of(first), selected());
  }

  @Test
  void twoSelectedTextsHaveTheirCosineTakenApart() throws Exception {
    openTable();
    FxToolkit.run(() -> bench.selection().select(List.of("animal-0", "animal-1")));
    settle();
    FxToolkit.run(() -> bench.showPanel("cosine"));
    settle();
    assertTrue(
        FxToolkit.call(() -> bench.root().lookup("#cosine-facts")) != null,
        "the cosine is in front");
  }

  /// Waits until a run has moved the points.
  private static void moved(Job<?> job) {
    CountDownLatch moving = new CountDownLatch(1);
    job.onChange(
        status -> {
          if (status.ended()
              || (status instanceof JobStatus.Running running
                  && running.progress().stage().startsWith("moving")
                  && running.progress().done() >= 1)) {
            moving.countDown();
          }
        });
    await(moving);
    assertFalse(job.status().ended(), () -> "ended too early: " + job.status());
    FxToolkit.settle();
  }

  private void fire(String id) {
    FxToolkit.run(() -> find(id, Button.class).fire());
  }

  @Test
  void tsneRunsOnRunAndIsInSightAlthoughTheViewWasMoved() throws Exception {
    openTable();
    FxToolkit.run(() -> find("method-tsne", ToggleButton.class).fire());
    assertInstanceOf(
        Pca.class,
        session.state().projection().orElseThrow().method(),
        "choosing the method starts nothing");
    MapView map = find("map", MapView.class);
    for (int i = 0; i < 20; i++) {
      press(map, KeyCode.PLUS);
    }
    assertFalse(inSight(map, "animal-0") && inSight(map, "tool-0"), "the view was moved");
    fire("run-layout");
    until(
        state ->
            state.running().isEmpty()
                && state.projection().stream().anyMatch(made -> made.method() instanceof Tsne));
    assertTrue(text("layout-facts").startsWith("t-SNE"), text("layout-facts"));
    assertFalse(text("quality-badge").isBlank());
    for (String id : List.of("animal-0", "tool-0", "dish-3")) {
      assertTrue(inSight(map, id), id);
    }
  }

  private static boolean inSight(MapView map, String id) {
    return FxToolkit.call(() -> map.contains(map.placeOf(id).orElseThrow()));
  }

  @Test
  void tsnePausesResumesAndKeepsItsPictureWhenStopped() throws Exception {
    openTable();
    Tsne endless = new Tsne(3, 42, Tsne.Engine.BARNES_HUT, 20, 100_000_000, 12, 0);
    moved(session.startLayout(endless));
    fire("pause-layout");
    seen(state -> state.running().stream().anyMatch(RunningLayout::paused));
    assertEquals("Resume", FxToolkit.call(() -> find("pause-layout", Button.class).getText()));
    int paused = session.liveFrame().orElseThrow().frame().iteration();
    fire("pause-layout");
    seen(state -> state.running().stream().anyMatch(run -> !run.paused()));
    assertEquals("Pause", FxToolkit.call(() -> find("pause-layout", Button.class).getText()));
    fire("stop-layout");
    until(state -> state.running().isEmpty() && state.projection().isPresent());
    Projection kept = session.state().projection().orElseThrow();
    assertEquals(endless, kept.method());
    int iterations = ((ProjectionFacts.OfTsne) kept.facts()).iterations();
    assertTrue(iterations >= paused && iterations < 100_000_000, iterations + " after " + paused);
    assertTrue(FxToolkit.call(() -> find("run-layout", Button.class).isVisible()));
  }

  @Test
  void aDamagedFileIsAProblemInThreeSentences() throws Exception {
    openTable();
    Path damaged = Files.writeString(folder.resolve("bad.semascope"), "not a workspace");
    FxToolkit.run(() -> bench.open(damaged, Optional.empty()));
    settle();
    assertTrue(FxToolkit.call(() -> find("problem-banner", Node.class).isVisible()));
    assertFalse(text("problem-what").isBlank());
    assertNotEquals("", text("problem-rest"));
    assertEquals(12, session.state().chunkCount(), "the old workspace is still shown");
  }

  @Test
  void aCommandIsFoundByItsWords() throws Exception {
    openTable();
    FxToolkit.run(() -> bench.searchCommands());
    TextInputControl field = find("command-search-field", TextInputControl.class);
    FxToolkit.run(() -> field.setText("keys gest"));
    press(field, KeyCode.ENTER);
    assertTrue(FxToolkit.call(() -> bench.root().lookup("#keys-card")) != null);
  }

  @Test
  void theWindowIsPaintedInItsRealSize() throws Exception {
    TestSession.openTable(session, folder);
    Path light = folder.resolve("light.png");
    Path dark = folder.resolve("dark.png");
    List<String> tool = List.of("tool-1");
    DrawingMode dense = DrawingMode.DENSITY;
    WindowSnapshot.paint(
        session, new WindowPainter.Picture(1000, 700, tool, false, "", dense, light));
    WindowSnapshot.paint(
        session, new WindowPainter.Picture(1000, 700, tool, true, "granularity", dense, dark));
    BufferedImage one = ImageIO.read(light.toFile());
    BufferedImage other = ImageIO.read(dark.toFile());
    assertEquals(List.of(1000, 700), List.of(one.getWidth(), one.getHeight()));
    assertTrue(brightness(one) > 180, "light: " + brightness(one));
    assertTrue(brightness(other) < 80, "dark: " + brightness(other));
  }

  private static long brightness(BufferedImage image) {
    long sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        sum += (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
      }
    }
    return sum / (3L * image.getWidth() * image.getHeight());
  }
}
