package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.problem.ProblemReport;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import io.semascope.ui.activity.StatusBar;
import io.semascope.ui.projection.LayoutChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the buttons of the toolbar do to a run, also before its first picture, when the state says nothing of it yet.
@SuppressWarnings("NullAway.Init")
final class LayoutDeskTest {
  private static final Tsne SHORT = new Tsne(3, 42, Tsne.Engine.BARNES_HUT, 20, 20, 12, 0);

  /// Ends by itself after a minute or so, so that a test fails that does not stop it.
  private static final LayoutChoice LONG =
      new LayoutChoice(
          LayoutChoice.Method.UMAP,
          Tsne.standard(),
          new Umap(5, 0.1, 1, 1, Umap.MOST_EPOCHS, Umap.Start.PCA, 42));

  @TempDir private Path folder = Path.of("");
  private final List<ProblemReport> banner = new ArrayList<>();
  private Session session;
  private JobWatch watch;
  private LayoutDesk desk;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.start();
    session = TestSession.in(folder);
    TestSession.openTable(session, folder);
    session.startLayout(SHORT).await();
    FxToolkit.run(
        () -> {
          watch = new JobWatch(new StatusBar(), banner::add);
          desk = new LayoutDesk(session, watch);
        });
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void untilItMoves() {
    while (session.liveFrame().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private void untilAllIsAnswered() throws InterruptedException {
    awaitAnswers();
    assertEquals(List.of(), banner);
  }

  private void awaitAnswers() throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    FxToolkit.run(() -> watch.whenIdle(answered::countDown));
    answered.await();
  }

  private Projection shown() {
    return session.state().projection().orElseThrow();
  }

  @Test
  void aLookAtTheSettingsOfAnotherMethodLeavesARunAndItsStop() throws Exception {
    FxToolkit.run(
        () -> {
          desk.start(LONG);
          desk.showKept(LayoutChoice.Method.TSNE);
        });
    untilItMoves();
    FxToolkit.run(desk::stop);
    untilAllIsAnswered();
    assertEquals("umap", shown().method().key(), "the kept t-SNE does not take its place");
    assertTrue(shown().unfinished(), "it was stopped");
    FxToolkit.run(() -> desk.showKept(LayoutChoice.Method.TSNE));
    untilAllIsAnswered();
    assertEquals(SHORT, shown().method(), "nothing is under way any more");
  }

  private boolean visible(String id) {
    return PanelSamples.find(desk.bar(), id, Button.class).isVisible();
  }

  @Test
  void stopStandsThereFromTheStartAndRunAfterTheEnd() throws Exception {
    FxToolkit.run(() -> desk.show(session.state()));
    untilAllIsAnswered();
    assertTrue(visible("run-layout") && !visible("stop-layout"));
    FxToolkit.run(
        () -> {
          desk.start(LONG);
          assertTrue(visible("stop-layout"), "before the state knows of the run");
          assertFalse(visible("run-layout") || visible("pause-layout"));
          PanelSamples.find(desk.bar(), "stop-layout", Button.class).fire();
        });
    untilAllIsAnswered();
    assertTrue(visible("run-layout") && !visible("stop-layout"));
  }

  @Test
  void stopEndsTheRunThatAPcaWaitsFor() throws Exception {
    FxToolkit.run(
        () -> {
          desk.start(LONG);
          desk.start(LayoutChoice.standard().withMethod(LayoutChoice.Method.PCA));
        });
    untilItMoves();
    FxToolkit.run(desk::stop);
    untilAllIsAnswered();
    assertEquals(new Pca(), shown().method());
    FxToolkit.run(() -> desk.showKept(LayoutChoice.Method.UMAP));
    untilAllIsAnswered();
    assertTrue(shown().unfinished(), "the run was stopped before its end");
    assertFalse(session.state().quality().isEmpty(), "what is shown is measured");
  }

  @Test
  void aMapThatCouldNotBeStoredIsMeasuredAsWell() throws Exception {
    TestSession.losing(folder.resolve("work.semascope"), session);
    FxToolkit.run(() -> desk.start(LONG));
    untilItMoves();
    FxToolkit.run(desk::stop);
    awaitAnswers();
    assertEquals(1, banner.size(), banner.toString());
    assertEquals(
        "The map is shown, but it could not be stored.",
        banner.getFirst().what(),
        "it was stopped");
    assertEquals("umap", shown().method().key());
    assertFalse(session.state().quality().isEmpty(), "what is shown is measured");
  }
}
