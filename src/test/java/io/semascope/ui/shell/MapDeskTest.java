package io.semascope.ui.shell;

import static io.semascope.ui.shell.ShownWindow.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.Pca;
import io.semascope.projection.Tsne;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.session.TestSession;
import io.semascope.session.layout.RunningLayout;
import io.semascope.text.Granularity;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.Gestures;
import io.semascope.ui.UnaskedLayout;
import io.semascope.ui.projection.LayoutBar;
import io.semascope.ui.state.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the states of a run make of the map: its points' names go while they move and come back when they rest, and it speaks of the map that is shown.
@SuppressWarnings("NullAway.Init")
final class MapDeskTest {
  private static final Tsne ENDLESS =
      new Tsne(3, 42, Tsne.Engine.BARNES_HUT, 20, 100_000_000, 12, 0);

  @TempDir private Path folder = Path.of("");

  private final StatePreparer preparer = new StatePreparer();
  private final Selection selection = new Selection();
  private Session session;
  private LayoutBar bar;
  private MapDesk desk;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.start();
    session = TestSession.in(folder);
    session.openOrCreateWorkspace(folder.resolve("work.semascope")).await();
    TestSession.importTable(session, TestSession.table(folder), new Granularity.WholeDocument());
    session.startLayout(new Pca()).await();
    FxToolkit.run(
        () -> {
          bar = new LayoutBar(new UnaskedLayout());
          desk = new MapDesk(session, selection, bar);
          new Scene(desk.view(), 800, 600);
          desk.view().resize(800, 600);
          desk.view().layout();
        });
  }

  @AfterEach
  void close() {
    FxToolkit.run(desk::stop);
    session.close();
  }

  private void show(SessionState state) {
    StatePreparer.Prepared prepared = preparer.prepare(state);
    FxToolkit.run(() -> desk.show(prepared));
  }

  private void run() {
    session.startLayout(ENDLESS);
    seen(state -> state.running().isPresent());
  }

  private void pause() {
    session.pauseLayout();
    seen(state -> state.running().stream().anyMatch(RunningLayout::paused));
  }

  private void seen(Predicate<SessionState> condition) {
    CountDownLatch seen = new CountDownLatch(1);
    session.listen(
        state -> {
          if (condition.test(state)) {
            seen.countDown();
          }
        });
    await(seen);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a test", e);
    }
  }

  /// Waits until the desk has taken a frame by its own pulse, which it then tells the toolbar.
  private void awaitFrame() {
    until("a frame", () -> ((Label) bar.lookup("#layout-facts")).getText().contains("iteration"));
  }

  /// A last frame may come after the pause was said; its names are written when it is drawn.
  private void awaitNames() {
    until("names", this::showsNames);
  }

  /// Whether there are names when what was asked for is drawn.
  private boolean hasNames() {
    CountDownLatch drawn = new CountDownLatch(1);
    FxToolkit.run(() -> desk.view().whenDrawn(drawn::countDown));
    await(drawn);
    return FxToolkit.call(this::showsNames);
  }

  /// Whether anything stands above the points: nothing is selected, so only names can.
  private boolean showsNames() {
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    Node above = desk.view().getChildrenUnmodifiable().get(1);
    WritableImage image = above.snapshot(clear, null);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getPixelReader().getArgb(x, y) != 0) {
          return true;
        }
      }
    }
    return false;
  }

  private String reading() {
    return FxToolkit.call(() -> desk.view().lookup("#map-reading").getAccessibleHelp());
  }

  @Test
  void namesAreAwayWhileARunMovesPointsAndBackWhenItIsPaused() {
    show(session.state());
    awaitNames();
    run();
    show(session.state());
    awaitFrame();
    assertFalse(hasNames());
    pause();
    show(session.state());
    awaitNames();
  }

  @Test
  void aFrameThatIsTakenAfterThePauseWasSaidHasItsNames() {
    show(session.state());
    run();
    until("a live frame", () -> session.liveFrame().isPresent());
    pause();
    show(session.state());
    awaitFrame();
    awaitNames();
  }

  @Test
  void aRunThatEndsWithoutAPictureLeavesNamesAndTheWordsOfTheMapBefore() {
    SessionState before = session.state();
    show(before);
    String words = reading();
    assertTrue(words.startsWith("PCA shows"), words);
    run();
    show(session.state());
    awaitFrame();
    String moving = reading();
    assertTrue(moving.startsWith("This map is not finished"), moving);
    assertTrue(moving.contains("t-SNE keeps") && !moving.contains("PCA"), moving);
    show(before);
    awaitNames();
    assertEquals(words, reading());
  }

  /// While points move a click is answered later, here after another text was chosen in another way; the step is answered after the click.
  @Test
  void aLateAnswerToAClickLeavesWhatWasChosenSince() {
    show(session.state());
    run();
    show(session.state());
    awaitFrame();
    assertFalse(hasNames(), "what is drawn moves");
    FxToolkit.run(
        () -> {
          Gestures.click(desk.view(), 1, 1);
          selection.select(List.of("animal-0"));
        });
    FxToolkit.run(() -> Gestures.press(desk.view(), KeyCode.RIGHT));
    until("a hovered point", () -> selection.hovered().get().isPresent());
    assertEquals(
        List.of("animal-0"),
        FxToolkit.call(() -> selection.selected().get()),
        "no click on nothing");
    FxToolkit.run(() -> Gestures.click(desk.view(), 1, 1));
    until("nothing selected", () -> selection.selected().get().isEmpty());
  }
}
