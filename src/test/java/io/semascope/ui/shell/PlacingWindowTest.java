package io.semascope.ui.shell;

import static io.semascope.ui.shell.ShownWindow.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.JobContext;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.FakeEmbeddingModel;
import io.semascope.model.ForwardingModel;
import io.semascope.model.Purpose;
import io.semascope.projection.Pca;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.text.Granularity;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.map.MapView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What moves and what is asked in the window while a typed text gets its place.
@SuppressWarnings("NullAway.Init")
final class PlacingWindowTest {
  @TempDir private Path folder = Path.of("");
  private Session session;
  private ShownWindow window;
  private volatile CountDownLatch mayEmbed = new CountDownLatch(0);

  @BeforeEach
  void open() throws Exception {
    session = TestSession.with(folder, this::waiting);
    session.openOrCreateWorkspace(folder.resolve("work.semascope")).await();
    TestSession.importTable(session, TestSession.table(folder), new Granularity.WholeDocument());
    session.startLayout(new Pca()).await();
    window = ShownWindow.of(session);
    window.awaitRest();
    window.clickOn("compose-field");
  }

  /// A model that waits before each of its calls as long as the test wants it to.
  private EmbeddingModel waiting(String id, int dimension, JobContext loading) {
    return new ForwardingModel(FakeEmbeddingModel.loader().load(id, dimension, loading)) {
      @Override
      public EmbeddedTexts embed(List<String> texts, Purpose purpose, JobContext context) {
        try {
          mayEmbed.await();
        } catch (InterruptedException e) {
          throw new AssertionError("nobody interrupts a test", e);
        }
        return super.embed(texts, purpose, context);
      }
    };
  }

  @AfterEach
  void close() {
    window.close();
  }

  private MapView map() {
    return assertInstanceOf(MapView.class, window.find("map"));
  }

  private void type() {
    window.type(KeyCode.R, KeyCode.I, KeyCode.V, KeyCode.E, KeyCode.R, KeyCode.ENTER);
  }

  private void place(int number) {
    type();
    awaitPlace(number);
  }

  private void awaitPlace(int number) {
    until("text " + number, () -> map().placeOf("typed-" + number).isPresent());
    window.awaitRest();
  }

  private double height(String id) {
    return assertInstanceOf(Region.class, window.find(id)).getHeight();
  }

  @Test
  void theMapAndTheLineOfTheOutcomeKeepTheirHeights() {
    place(1);
    Set<List<Double>> heights = new LinkedHashSet<>();
    Set<Integer> parts = new LinkedHashSet<>();
    AnimationTimer watch =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            heights.add(List.of(height("map"), height("status-bar"), height("compose-outcome")));
            parts.add(window.find("cancel-job").isVisible() ? 1 : 0);
          }
        };
    FxToolkit.run(watch::start);
    mayEmbed = new CountDownLatch(1);
    try {
      type();
      until("the button", () -> window.find("cancel-job").isVisible());
    } finally {
      mayEmbed.countDown();
    }
    awaitPlace(2);
    for (int number = 3; number <= 6; number++) {
      place(number);
    }
    FxToolkit.run(watch::stop);
    assertTrue(parts.contains(1), "the button was never seen");
    assertEquals(1, heights.size(), heights + ", the button was seen and not: " + parts);
  }

  /// Else the panels would be asked about another text, or about one they do not know, and then once more.
  @Test
  void aTextIsSelectedInTheTurnThatShowsIt() {
    List<String> told = new ArrayList<>();
    FxToolkit.run(
        () -> {
          window
              .bench()
              .selection()
              .selected()
              .addListener(
                  (observed, before, now) ->
                      told.add(now + " on the map: " + map().placeOf(now.getLast()).isPresent()));
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              if (map().placeOf("typed-1").isPresent()) {
                told.add("shown while selected: " + window.bench().selection().selected().get());
                stop();
              }
            }
          }.start();
        });
    place(1);
    assertEquals(
        List.of("[typed-1] on the map: true", "shown while selected: [typed-1]"),
        FxToolkit.call(() -> List.copyOf(told)));
    Label asked = assertInstanceOf(Label.class, window.find("neighbour-title"));
    assertTrue(FxToolkit.call(asked::getText).contains("river"), FxToolkit.call(asked::getText));
  }
}
