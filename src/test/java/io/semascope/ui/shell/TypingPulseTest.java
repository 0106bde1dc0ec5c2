package io.semascope.ui.shell;

import static io.semascope.ui.shell.ShownWindow.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.PastedText;
import io.semascope.job.Job;
import io.semascope.projection.Pca;
import io.semascope.session.ImportReport;
import io.semascope.session.ModelChoice;
import io.semascope.session.Session;
import io.semascope.text.Granularity;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.MeasuredLine;
import io.semascope.ui.PulseProbe;
import io.semascope.ui.map.MapView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody types while many texts are being embedded by the real model. Prints how long each text took from Enter to its point in the window.
@Tag("model")
@SuppressWarnings("NullAway.Init")
final class TypingPulseTest {
  private static final int ON_THE_MAP = 2_000;

  /// More than a fast machine embeds while the texts are typed.
  private static final int IMPORTED = 30_000;

  private static final int TYPED = 40;

  @TempDir private Path folder = Path.of("");
  private Session session;
  private ShownWindow window;

  @BeforeEach
  void open() {
    session = RealSession.in(folder);
    session.openOrCreateWorkspace(folder.resolve("work.semascope")).await();
    importTexts(0, ON_THE_MAP).await();
    session.startLayout(new Pca()).await();
    window = ShownWindow.of(session);
    window.awaitRest();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Job<ImportReport> importTexts(int from, int count) {
    return session.importPasted(
        String.join("\n", RealSession.texts(from, count)),
        PastedText.Split.LINES,
        ModelChoice.standard(),
        new Granularity.WholeDocument());
  }

  @Test
  void typedTextsGetTheirPointsLongBeforeAnImportEnds() {
    Job<ImportReport> importing = importTexts(ON_THE_MAP, IMPORTED);
    RealSession.awaitEmbedding(importing);
    int before = RealSession.embedded(importing);
    long began = System.nanoTime();
    window.clickOn("compose-field");
    List<Waited> waited = new ArrayList<>();
    for (int number = 1; number <= TYPED; number++) {
      waited.add(typeAndWait(number));
      assertFalse(
          importing.status().ended(),
          "text " + number + " got its point after the import: " + importing.status());
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    int after = RealSession.embedded(importing);
    assertTrue(after > before, "the import stood still");
    importing.cancel();
    assertEquals(ON_THE_MAP, session.state().chunkCount(), "the map of before");
    assertEquals(TYPED, session.state().placements().size());
    new MeasuredLine("typing beside an import")
        .with("textsOnMap", ON_THE_MAP)
        .with("textsImported", IMPORTED)
        .with("textsTyped", TYPED)
        .with("textsEmbeddedPerSecondMeanwhile", (after - before) / seconds)
        .withMillis("place", waited.stream().map(Waited::placeMillis).toList())
        .withMillis("shown", waited.stream().map(Waited::shownMillis).toList())
        .print();
  }

  /// What somebody waits for after pressing Enter.
  ///
  /// @param placeMillis until the session knows the place
  /// @param shownMillis until the pulse that brings the picture with the point to the screen
  private record Waited(double placeMillis, double shownMillis) {}

  private Waited typeAndWait(int number) {
    TextInputControl field = assertInstanceOf(TextInputControl.class, window.find("compose-field"));
    String text = text(number);
    FxToolkit.run(field::selectAll);
    for (char letter : text.toCharArray()) {
      window.type(
          letter == ' '
              ? KeyCode.SPACE
              : KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(letter))));
      PulseProbe.next(1);
    }
    until("the typed words", () -> field.getText().equals(text));
    Arrival arrival = new Arrival("typed-" + number);
    arrival.listen();
    window.type(KeyCode.ENTER);
    until("the point of text " + number, arrival);
    return arrival.waited();
  }

  /// Words of letters, others for each number.
  private static String text(int number) {
    String[] first = {"a boat", "the bread", "her map", "old clocks", "my report"};
    String[] second = {"sinks", "is lost", "smells good", "costs a lot"};
    String[] third = {"today", "at night"};
    return first[number % 5] + " " + second[number / 5 % 4] + " " + third[number / 20 % 2];
  }

  /// Watches, at every pulse, for a typed text on the map.
  private final class Arrival implements BooleanSupplier {
    private final String unitId;
    private final long started = System.nanoTime();
    private volatile long placed;
    private boolean onMap;
    private boolean drawn;
    private long shown;

    Arrival(String unitId) {
      this.unitId = unitId;
    }

    void listen() {
      session.listen(
          state -> {
            if (placed == 0 && state.placements().containsKey(unitId)) {
              placed = System.nanoTime();
            }
          });
    }

    @Override
    public boolean getAsBoolean() {
      MapView map = assertInstanceOf(MapView.class, window.find("map"));
      if (!onMap && map.placeOf(unitId).isPresent()) {
        onMap = true;
        window.bench().whenDrawn(() -> drawn = true);
      }
      shown = System.nanoTime();
      return drawn;
    }

    Waited waited() {
      return new Waited((placed - started) / 1e6, (shown - started) / 1e6);
    }
  }
}
