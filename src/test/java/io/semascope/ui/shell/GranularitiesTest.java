package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.JobContext;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.FakeEmbeddingModel;
import io.semascope.model.ModelLoader;
import io.semascope.model.ModelUnavailable;
import io.semascope.model.Purpose;
import io.semascope.model.registry.ModelRegistry;
import io.semascope.problem.ProblemReport;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.session.TypedRequest;
import io.semascope.text.Granularity;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.activity.StatusBar;
import io.semascope.ui.state.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Comparisons and embeddings that end in every possible way.
@SuppressWarnings("NullAway.Init")
final class GranularitiesTest {
  private static final TypedRequest QUESTION =
      new TypedRequest("what sleeps?", new Granularity.WholeDocument(), Purpose.QUERY);

  @TempDir private Path folder = Path.of("");
  private final List<ProblemReport> banner = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Session session;
  private JobWatch watch;
  private Granularities panel;

  /// A workspace that is there, opened by a session that cannot use the model that made it.
  @BeforeEach
  void makeWorkspace() throws IOException {
    FxToolkit.start();
    try (Session before = TestSession.in(folder)) {
      TestSession.openTable(before, folder);
    }
  }

  private void open(ModelLoader loader) {
    session =
        new Session(new ModelRegistry(folder.resolve("cache"), folder.resolve("data")), loader);
    session.openWorkspace(folder.resolve("work.semascope")).await();
    FxToolkit.run(
        () -> {
          watch = new JobWatch(new StatusBar(), banner::add);
          Selection selection = new Selection();
          panel = new Granularities(session, selection, watch, notes::addAll);
          Scene scene = new Scene(panel.view(), 1200, 500);
          panel.show(new StatePreparer().prepare(session.state()));
          selection.select(List.of("animal-0"));
          scene.getRoot().applyCss();
          scene.getRoot().layout();
        });
  }

  private static ModelLoader loader(BiFunction<String, JobContext, EmbeddingModel> load) {
    return (id, dimension, context) -> load.apply(id, context);
  }

  private static EmbeddingModel refuse(String id, JobContext context) {
    throw new ModelUnavailable(new ProblemReport("No " + id + ".", "Lost.", "Fetch it."), null);
  }

  private void settle() throws InterruptedException {
    CountDownLatch idle = new CountDownLatch(1);
    FxToolkit.run(() -> watch.whenIdle(idle::countDown));
    idle.await();
    FxToolkit.settle();
  }

  private String text(String id) {
    return FxToolkit.call(
        () -> {
          panel.view().applyCss();
          panel.view().layout();
          Node node = panel.view().lookup("#" + id);
          assertNotNull(node, "no control has the id " + id);
          return assertInstanceOf(Label.class, node).getText();
        });
  }

  private boolean shows(String sentence) {
    return FxToolkit.call(
        () -> {
          panel.view().applyCss();
          panel.view().layout();
          return panel.view().lookupAll(".label").stream()
              .anyMatch(node -> node instanceof Label label && label.getText().contains(sentence));
        });
  }

  @Test
  void aFailedEmbeddingIsInTheBannerAndCanBeAskedForAgain() throws Exception {
    open(loader(GranularitiesTest::refuse));
    FxToolkit.run(() -> panel.embed(new Granularity.Sentence()));
    settle();
    assertEquals(1, banner.size());
    assertTrue(text("cut-announcement").startsWith("12 documents will be cut"));
    assertTrue(shows("Type a question and press Enter"), "the questions are left alone");
    session.close();
  }

  @Test
  void aStoppedComparisonHasAnEnd() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    open(
        loader(
            (id, context) -> {
              started.countDown();
              while (true) {
                context.cancellation().check();
                Thread.onSpinWait();
              }
            }));
    FxToolkit.run(() -> panel.view().lookup("#level-query").requestFocus());
    FxToolkit.run(() -> panel.compare("animal-0", QUESTION));
    started.await();
    session.close();
    settle();
    assertTrue(shows("The comparison was stopped."));
    assertEquals(List.of(), banner);
  }

  @Test
  void whatAnEmbeddingLeftOutIsSaid() throws Exception {
    open((id, dimension, context) -> new FakeEmbeddingModel(id, 32, 5));
    FxToolkit.run(() -> panel.embed(new Granularity.Sentence()));
    settle();
    assertEquals(List.of(), banner);
    assertEquals(
        List.of("15 texts are longer than the model takes: their end has no part in their vector."),
        notes);
    session.close();
  }
}
