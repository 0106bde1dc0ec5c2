package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.Pca;
import io.semascope.raster.DrawingMode;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.session.index.SearchMethod;
import io.semascope.text.Granularity;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.map.MapView;
import io.semascope.vector.Similarity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window that is closed and opened again looks as it was left.
final class WindowRestoreTest {
  @TempDir private Path folder = Path.of("");

  private Workbench window(Session session) {
    return UnshownWindow.of(session, 1200, 800);
  }

  private static void settle(Workbench bench) {
    UnshownWindow.settle(bench, 4);
  }

  @Test
  void whatWasSelectedAskedForAndOpenComesBack() throws Exception {
    Path file = folder.resolve("work.semascope");
    Session first = TestSession.in(folder);
    first.openOrCreateWorkspace(file).await();
    TestSession.importTable(first, TestSession.table(folder), new Granularity.WholeDocument());
    Workbench before = window(first);
    FxToolkit.run(
        () -> {
          before.showOpened(List.of("tool-2"), "");
          before.selection().askFor(4);
          before.selection().compareBy(Similarity.EUCLIDEAN);
          before.selection().searchBy(new SearchMethod.Hnsw(70));
          before.drawMapAs(DrawingMode.DENSITY);
          before.toggleDrawer();
          before.toggleTheme();
        });
    settle(before);
    FxToolkit.run(
        () -> {
          before.remember(Map.of(WindowMemory.WIDTH, "1100"));
          before.close();
        });

    Workbench after = window(TestSession.in(folder));
    CountDownLatch restored = new CountDownLatch(1);
    FxToolkit.run(
        () -> {
          after.onRestore(
              memory -> {
                assertEquals(1100, memory.edge(WindowMemory.WIDTH, 640).orElseThrow());
                restored.countDown();
              });
          after.open(file, Optional.empty());
        });
    restored.await();
    settle(after);
    FxToolkit.run(
        () -> {
          assertEquals(Optional.of("tool-2"), after.selection().inspected());
          assertEquals(4, after.selection().neighbourCount().get());
          assertEquals(Similarity.EUCLIDEAN, after.selection().similarity().get());
          assertEquals(new SearchMethod.Hnsw(70), after.selection().searchMethod().get());
          assertEquals(DrawingMode.DENSITY, ((MapView) after.root().lookup("#map")).drawnAs());
          assertNotNull(after.root().lookup("#granularity-panel"), "the drawer was open");
          assertTrue(after.root().getStyleClass().contains("dark"));
          after.close();
        });
  }

  @Test
  void theMapIsDrawnBeforeTheVectorsAreRead() throws Exception {
    Path file = folder.resolve("work.semascope");
    try (Session first = TestSession.in(folder)) {
      first.openOrCreateWorkspace(file).await();
      TestSession.importTable(first, TestSession.table(folder), new Granularity.WholeDocument());
      first.startLayout(new Pca()).await();
    }
    Session session = TestSession.in(folder);
    Workbench bench = window(session);
    CompletableFuture<Boolean> drawn = new CompletableFuture<>();
    // The listener runs on the thread that opens, after the window's: while it waits for the FX
    // thread, no vector is read.
    session.listen(
        state -> {
          if (state.readingVectors() && !drawn.isDone()) {
            CountDownLatch shown = new CountDownLatch(1);
            FxToolkit.run(() -> bench.whenNewestShown(shown::countDown));
            await(shown);
            drawn.complete(FxToolkit.call(() -> isDrawn(bench)));
          }
        });
    CountDownLatch restored = new CountDownLatch(1);
    FxToolkit.run(
        () -> {
          bench.onRestore(memory -> restored.countDown());
          bench.open(file, Optional.empty());
        });
    restored.await();
    settle(bench);
    assertTrue(drawn.getNow(false));
    assertTrue(session.state().space().orElseThrow().hasVectors());
    FxToolkit.run(bench::close);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a test", e);
    }
  }

  private static boolean isDrawn(Workbench bench) {
    MapView map = (MapView) bench.root().lookup("#map");
    Labeled space = (Labeled) bench.root().lookup("#status-space");
    return map.placeOf("tool-2").isPresent() && space.getText().endsWith("reading vectors");
  }
}
