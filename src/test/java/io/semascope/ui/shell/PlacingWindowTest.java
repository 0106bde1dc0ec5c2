package io.semascope.ui.shell;

import static io.semascope.ui.shell.ShownWindow.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  @BeforeEach
  void open() throws Exception {
    session = TestSession.in(folder);
    session.openOrCreateWorkspace(folder.resolve("work.semascope")).await();
    TestSession.importTable(session, TestSession.table(folder), new Granularity.WholeDocument());
    session.startLayout(new Pca()).await();
    window = ShownWindow.of(session);
    window.awaitRest();
    window.clickOn("compose-field");
  }

  @AfterEach
  void close() {
    window.close();
  }

  private MapView map() {
    return assertInstanceOf(MapView.class, window.find("map"));
  }

  private void place(int number) {
    window.type(KeyCode.R, KeyCode.I, KeyCode.V, KeyCode.E, KeyCode.R, KeyCode.ENTER);
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
    for (int number = 2; number <= 6; number++) {
      place(number);
    }
    FxToolkit.run(watch::stop);
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
