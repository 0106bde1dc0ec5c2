package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Job;
import io.semascope.job.JobStatus;
import io.semascope.job.Lane;
import io.semascope.job.Lanes;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.session.index.SearchMethod;
import io.semascope.session.index.SearchReport;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.activity.StatusBar;
import io.semascope.ui.state.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.SelectionModel;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IndexDeskTest {
  private static final SearchMethod HNSW = new SearchMethod.Hnsw(100);

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void startToolkit() {
    FxToolkit.start();
  }

  @Test
  void aChosenIndexIsMadeAndItsRecallSaidInTheWindow() throws Exception {
    try (Session session = TestSession.in(folder)) {
      Workbench bench = opened(session);
      FxToolkit.run(() -> choice(bench).select(1));
      settle(bench);
      String note =
          FxToolkit.call(
              () -> {
                VBox notes = (VBox) bench.root().lookup("#neighbour-notes");
                return assertInstanceOf(Label.class, notes.getChildren().getFirst()).getText();
              });
      assertTrue(
          note.startsWith("Approximate, by the HNSW index: finds 100.0 % of the true 10 nearest"),
          note);
      assertTrue(Files.exists(folder.resolve("work.semascope.hnsw-1")));
      FxToolkit.run(bench::close);
    }
  }

  @Test
  void aDiscardedIndexIsSaidOnceInTheNotesOfTheWindow() throws Exception {
    Files.writeString(folder.resolve("work.semascope.hnsw-1"), "no index");
    try (Session session = TestSession.in(folder)) {
      Workbench bench = opened(session);
      FxToolkit.run(() -> choice(bench).select(1));
      settle(bench);
      FxToolkit.run(
          () -> {
            Region notes = (Region) bench.root().lookup("#notes");
            assertTrue(notes.isVisible());
            String said = ((Labeled) bench.root().lookup("#notes-text")).getText();
            assertTrue(said.contains("hnsw-1 was discarded and built again"), said);
            VBox beside = (VBox) bench.root().lookup("#neighbour-notes");
            assertFalse(
                beside.getChildren().stream()
                    .anyMatch(
                        line -> line instanceof Label one && one.getText().contains("hnsw-1")),
                "the answers do not say it again");
            ((Button) bench.root().lookup("#notes-close")).fire();
            choice(bench).select(0);
          });
      settle(bench);
      FxToolkit.run(() -> choice(bench).select(1));
      settle(bench);
      assertFalse(FxToolkit.call(() -> bench.root().lookup("#notes").isVisible()));
      FxToolkit.run(bench::close);
    }
  }

  private Workbench opened(Session session) throws Exception {
    TestSession.openTable(session, folder);
    Workbench bench = UnshownWindow.of(session, 1400, 1100);
    FxToolkit.run(() -> bench.showOpened(List.of("animal-0"), ""));
    settle(bench);
    FxToolkit.run(
        () -> {
          bench.root().applyCss();
          bench.root().layout();
        });
    return bench;
  }

  private static SelectionModel<?> choice(Workbench bench) {
    return ((ComboBox<?>) bench.root().lookup("#index-choice")).getSelectionModel();
  }

  private static void settle(Workbench bench) {
    UnshownWindow.settle(bench, 5);
  }

  @Test
  void stoppingTheWorkChoosesTheExactSearchAgain() throws Exception {
    Selection selection = new Selection();
    List<Job<List<String>>> begun = new ArrayList<>();
    try (Lanes lanes = new Lanes()) {
      JobWatch watch = FxToolkit.call(() -> new JobWatch(new StatusBar(), report -> {}));
      FxToolkit.run(
          () -> {
            selection.searchBy(HNSW);
            IndexDesk desk =
                new IndexDesk(method -> untilStopped(lanes, begun), selection, watch, notes -> {});
            desk.see(SearchReport.unprepared(HNSW));
            selection.searchBy(new SearchMethod.Hnsw(120));
            desk.see(SearchReport.unprepared(selection.searchMethod().get()));
          });
      assertEquals(1, begun.size(), "another dial needs no other index");
      begun.getFirst().cancel();
      CountDownLatch idle = new CountDownLatch(1);
      FxToolkit.run(() -> watch.whenIdle(idle::countDown));
      idle.await();
      assertEquals(new SearchMethod.Exact(), selection.searchMethod().get());
    }
  }

  @Test
  void choosingTheExactSearchStopsTheWork() throws Exception {
    Selection selection = new Selection();
    List<Job<List<String>>> begun = new ArrayList<>();
    try (Lanes lanes = new Lanes()) {
      JobWatch watch = FxToolkit.call(() -> new JobWatch(new StatusBar(), report -> {}));
      CountDownLatch idle = new CountDownLatch(1);
      FxToolkit.run(
          () -> {
            selection.searchBy(HNSW);
            IndexDesk desk =
                new IndexDesk(method -> untilStopped(lanes, begun), selection, watch, notes -> {});
            desk.see(SearchReport.unprepared(HNSW));
            selection.searchBy(new SearchMethod.Exact());
            watch.whenIdle(idle::countDown);
          });
      idle.await();
      assertInstanceOf(JobStatus.Cancelled.class, begun.getFirst().status());
    }
  }

  /// Work that goes on until it is stopped.
  private static Job<List<String>> untilStopped(Lanes lanes, List<Job<List<String>>> begun) {
    Job<List<String>> job =
        lanes.submit(
            Lane.INDEX,
            "preparing",
            context -> {
              while (true) {
                context.cancellation().check();
                Thread.onSpinWait();
              }
            });
    begun.add(job);
    return job;
  }
}
