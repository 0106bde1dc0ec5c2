package io.semascope.ui.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.LiveChange;
import io.semascope.projection.Pca;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.projection.quality.DistanceAgreement;
import io.semascope.projection.quality.MapQuality;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import io.semascope.ui.projection.LayoutBarState.Phase;
import io.semascope.vector.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LayoutBarTest {
  private final List<LayoutChoice> started = new ArrayList<>();
  private final List<LayoutChoice.Method> shown = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final List<LiveChange> turned = new ArrayList<>();
  private final LayoutBar bar = FxToolkit.call(() -> new LayoutBar(new Asked()));

  @BeforeEach
  void idle() {
    show(Phase.IDLE);
  }

  private void show(Phase phase) {
    show(phase, Tsne.standard());
  }

  private void show(Phase phase, ProjectionMethod method) {
    LayoutBarSample.show(bar, phase, method);
  }

  private Button button(String id) {
    return PanelSamples.find(bar, id, Button.class);
  }

  private void chooseTsne() {
    FxToolkit.run(PanelSamples.find(bar, "method-tsne", ToggleButton.class)::fire);
  }

  /// A field behind the settings button, which is in no scene before it is opened.
  private <T extends Node> T expert(String id, Class<T> type) {
    return FxToolkit.call(() -> type.cast(bar.expertFields().lookup("#" + id)));
  }

  private void slide(double perplexity) {
    Slider slider = PanelSamples.find(bar, "local-global", Slider.class);
    FxToolkit.run(() -> slider.setValue(perplexity));
  }

  @Test
  void pcaStartsAtOnceAndTsneOnRun() {
    chooseTsne();
    assertTrue(started.isEmpty());
    assertEquals(List.of(LayoutChoice.Method.TSNE), shown, "the map that is kept");
    slide(12.3);
    FxToolkit.run(button("run-layout")::fire);
    Tsne asked = (Tsne) started.getFirst().toMethod();
    assertEquals(12, asked.perplexity());
    assertEquals(42, asked.seed());
    assertEquals(Tsne.Engine.AUTOMATIC, asked.engine());
    FxToolkit.run(PanelSamples.find(bar, "method-pca", ToggleButton.class)::fire);
    assertEquals(new Pca(), started.getLast().toMethod());
  }

  @Test
  void aSliderThatNeedsANewRunSaysSo() {
    chooseTsne();
    Label changed = PanelSamples.find(bar, "layout-changed", Label.class);
    assertFalse(changed.isVisible());
    slide(50);
    assertTrue(changed.isVisible());
    show(Phase.IDLE);
    assertTrue(changed.isVisible(), "another state of the same picture");
    assertTrue(turned.isEmpty());
    slide(30);
    assertFalse(changed.isVisible(), "turned back");
    slide(50);
    FxToolkit.run(button("run-layout")::fire);
    assertFalse(changed.isVisible());
    show(Phase.IDLE, started.getLast().toMethod());
    assertFalse(changed.isVisible(), "that is what is shown now");
    show(Phase.IDLE, new Pca());
    assertTrue(changed.isVisible(), "PCA is shown, t-SNE is chosen");
  }

  @Test
  void aSeedOrAnEngineThatNeedsANewRunSaysSo() {
    chooseTsne();
    Label changed = PanelSamples.find(bar, "layout-changed", Label.class);
    TextField seed = expert("seed", TextField.class);
    FxToolkit.run(() -> seed.setText("7"));
    assertTrue(changed.isVisible());
    FxToolkit.run(() -> seed.setText("42"));
    assertFalse(changed.isVisible());
    choose(Tsne.Engine.LIBRARY);
    assertTrue(changed.isVisible());
    show(Phase.IDLE, new Tsne(30, 42, Tsne.Engine.LIBRARY, 250, 500, 12, 200));
    assertTrue(changed.isVisible(), "700 iterations are wanted");
    show(Phase.IDLE, new Tsne(30, 42, Tsne.Engine.LIBRARY, 250, 700, 12, 200));
    assertFalse(changed.isVisible(), "the library fixes its learning rate itself");
    choose(Tsne.Engine.AUTOMATIC);
    show(Phase.IDLE);
    assertFalse(changed.isVisible());
    FxToolkit.run(expert("stop-when-settled", CheckBox.class)::fire);
    assertTrue(changed.isVisible());
  }

  private void choose(Tsne.Engine engine) {
    FxToolkit.run(() -> engines().setValue(engine));
  }

  @SuppressWarnings("unchecked")
  private ChoiceBox<Tsne.Engine> engines() {
    return (ChoiceBox<Tsne.Engine>) expert("tsne-engine", ChoiceBox.class);
  }

  @Test
  void everyEngineCanBeChosenAndARunCanBeMadeToDoAllIterations() {
    chooseTsne();
    assertEquals(
        List.of("Automatic", "Grid (FFT)", "Tree (Barnes–Hut)", "bh-tsne (library)"),
        engines().getItems().stream().map(one -> engines().getConverter().toString(one)).toList());
    CheckBox stops = expert("stop-when-settled", CheckBox.class);
    assertTrue(stops.isSelected());
    for (Tsne.Engine engine : Tsne.Engine.values()) {
      choose(engine);
      FxToolkit.run(button("run-layout")::fire);
      Tsne asked = (Tsne) started.getLast().toMethod();
      assertEquals(engine, asked.engine());
      assertTrue(asked.stopsWhenSettled());
      assertEquals(engine == Tsne.Engine.LIBRARY, stops.isDisabled(), "the library never stops");
    }
    choose(Tsne.Engine.FFT);
    FxToolkit.run(stops::fire);
    FxToolkit.run(button("run-layout")::fire);
    assertFalse(((Tsne) started.getLast().toMethod()).stopsWhenSettled());
  }

  @Test
  void aStoredMapSetsTheControlsToWhatItWasMadeWith() {
    Tsne stored = new Tsne(77, 5, Tsne.Engine.FFT, 250, 900, 8, 150);
    show(Phase.IDLE, stored);
    FxToolkit.run(() -> bar.choose(stored));
    assertFalse(PanelSamples.find(bar, "layout-changed", Label.class).isVisible());
    assertTrue(started.isEmpty());
    FxToolkit.run(button("run-layout")::fire);
    assertEquals(
        new LayoutChoice(
            LayoutChoice.Method.TSNE,
            new Tsne(77, 5, Tsne.Engine.FFT, 50, 900, 8, 150),
            Umap.standard()),
        started.getLast());
    Tsne beyond = new Tsne(250.5, 5, Tsne.Engine.AUTOMATIC, 250, 900, 8, 150);
    show(Phase.IDLE, beyond);
    FxToolkit.run(() -> bar.choose(beyond));
    assertFalse(PanelSamples.find(bar, "layout-changed", Label.class).isVisible());
  }

  @Test
  @SuppressWarnings("unchecked")
  void aNewRunDoesTheIterationsThatAreWanted() {
    chooseTsne();
    Spinner<Integer> iterations = expert("tsne-iterations", Spinner.class);
    assertEquals(700, iterations.getValue());
    FxToolkit.run(() -> iterations.increment());
    FxToolkit.run(button("run-layout")::fire);
    assertEquals(800, ((Tsne) started.getLast().toMethod()).iterations());
    show(Phase.IDLE, started.getLast().toMethod());
    FxToolkit.run(() -> iterations.getValueFactory().setValue(100));
    assertTrue(PanelSamples.find(bar, "layout-changed", Label.class).isVisible());
    Label name =
        FxToolkit.call(
            () ->
                bar.expertFields().lookupAll(".label").stream()
                    .map(Label.class::cast)
                    .filter(label -> iterations.equals(label.getLabelFor()))
                    .findFirst()
                    .orElseThrow());
    assertEquals("Iterations", name.getText());
    assertTrue(iterations.isEditable() && iterations.isFocusTraversable());
  }

  @Test
  void whileItRunsTheSliderTurnsTheRun() {
    chooseTsne();
    show(Phase.RUNNING);
    slide(55);
    assertEquals(List.of(LiveChange.perplexity(55)), turned);
    assertFalse(PanelSamples.find(bar, "layout-changed", Label.class).isVisible());
  }

  @Test
  void umapHasItsOwnSettings() {
    FxToolkit.run(PanelSamples.find(bar, "method-umap", ToggleButton.class)::fire);
    assertTrue(started.isEmpty());
    Slider neighbours = PanelSamples.find(bar, "umap-neighbours", Slider.class);
    assertTrue(neighbours.getParent().isVisible());
    assertFalse(PanelSamples.find(bar, "local-global", Slider.class).getParent().isVisible());
    FxToolkit.run(() -> neighbours.setValue(29.7));
    umapSpinner("umap-min-dist", 1.5);
    FxToolkit.run(button("run-layout")::fire);
    Umap expected = new Umap(30, 1.5, 1.5, 1, 0, Umap.Start.SPECTRAL, 42);
    assertEquals(expected, started.getLast().toMethod(), "the spread gives way");
    show(Phase.IDLE, expected);
    Label changed = PanelSamples.find(bar, "layout-changed", Label.class);
    assertFalse(changed.isVisible());
    umapSpinner("umap-spread", 0.5);
    assertTrue(changed.isVisible());
    show(Phase.RUNNING, expected);
    umapSpinner("umap-repulsion", 2.0);
    assertEquals(List.of(LiveChange.repulsion(2)), turned);
  }

  private void umapSpinner(String id, double value) {
    FxToolkit.run(
        () -> {
          @SuppressWarnings("unchecked")
          Spinner<Double> spinner = (Spinner<Double>) bar.umapFields().lookup("#" + id);
          spinner.getValueFactory().setValue(value);
        });
  }

  @Test
  void aStoredUmapSetsTheControlsToWhatItWasMadeWith() {
    for (Umap stored :
        List.of(
            new Umap(77, 0.7, 3, 2.5, 120, Umap.Start.PCA, 5),
            new Umap(300, 200, 300, 20, 20_000, Umap.Start.PCA, 6))) {
      show(Phase.IDLE, stored);
      FxToolkit.run(() -> bar.choose(stored));
      assertFalse(PanelSamples.find(bar, "layout-changed", Label.class).isVisible());
      assertTrue(turned.isEmpty());
      FxToolkit.run(button("run-layout")::fire);
      assertEquals(UmapSettings.within(stored), started.getLast().toMethod());
    }
  }

  @Test
  void onlyTheButtonsThatDoSomethingAreShown() {
    assertTrue(button("run-layout").isVisible());
    assertFalse(button("pause-layout").isVisible());
    assertFalse(button("stop-layout").isVisible());
    show(Phase.RUNNING);
    assertFalse(button("run-layout").isVisible());
    assertEquals("Halt the map where it is", button("pause-layout").getAccessibleText());
    FxToolkit.run(button("pause-layout")::fire);
    show(Phase.PAUSED);
    assertEquals("Resume", button("pause-layout").getText());
    String resume = "Go on with the map from where it is";
    assertEquals(resume, button("pause-layout").getAccessibleText());
    assertEquals(resume, button("pause-layout").getTooltip().getText());
    FxToolkit.run(button("pause-layout")::fire);
    FxToolkit.run(button("stop-layout")::fire);
    assertEquals(List.of("pause", "resume", "stop"), asked);
    assertEquals("End the map", button("stop-layout").getAccessibleText());
    show(Phase.BUSY);
    assertFalse(button("pause-layout").isVisible());
    assertTrue(button("stop-layout").isVisible());
    show(Phase.NOTHING);
    assertTrue(button("run-layout").isDisabled());
  }

  @Test
  void aMapThatWasStoppedIsGoneOnWithOrBegunAnew() {
    chooseTsne();
    assertFalse(button("pause-layout").isVisible());
    show(Phase.STOPPED);
    assertTrue(button("run-layout").isVisible());
    assertFalse(button("stop-layout").isVisible());
    assertEquals("Go on", button("pause-layout").getText());
    assertTrue(button("pause-layout").getTooltip().getText().contains("begin anew"));
    FxToolkit.run(button("pause-layout")::fire);
    assertEquals(List.of("resume"), asked);
    assertTrue(started.isEmpty());
    assertTrue(button("run-layout").getAccessibleText().contains("was left before its end"));
    slide(50);
    assertTrue(PanelSamples.find(bar, "layout-changed", Label.class).isVisible());
    show(Phase.RUNNING);
    assertEquals("Pause", button("pause-layout").getText());
  }

  @Test
  void factsAndBadgeAreWholeInANarrowWindow() {
    chooseTsne();
    show(Phase.RUNNING);
    requireWhole("layout-bar");
    String facts =
        "t-SNE · perplexity 30 · settled at iteration 350 of at most 750 · KL 2.50 nats · "
            + "approximate neighbours, recall 0.953 ± 0.004 · perplexity turned while it ran";
    String trust = "Rough guide: keeps 45 of 100 near neighbours";
    FxToolkit.run(
        () -> bar.show(new LayoutBarState(Phase.IDLE, facts, trust, "", Optional.empty(), "")));
    requireWhole("layout-bar-approximate");
  }

  @Test
  void aPictureOfFewTextsIsNoGuideHoweverManyNeighboursItKeeps() {
    Estimate kept = Estimate.exact(0.6);
    DistanceAgreement pairs = new DistanceAgreement(kept, 10, 10);
    MapQuality five = new MapQuality(2, kept, kept, kept, pairs, Optional.empty(), 5, 5);
    assertEquals(
        "Few texts: keeps 60 of 100 near neighbours, the nearest 2 of each",
        LayoutBarState.trust(five));
    MapQuality more = new MapQuality(10, kept, kept, kept, pairs, Optional.empty(), 205, 205);
    assertEquals("Good guide: keeps 60 of 100 near neighbours", LayoutBarState.trust(more));
  }

  private void requireWhole(String picture) {
    PanelSamples.paint(bar, picture, 460, 150);
    FxToolkit.snapshot(bar, 460, 150);
    for (String id : List.of("layout-facts", "quality-badge")) {
      Label label = PanelSamples.find(bar, id, Label.class);
      assertTrue(label.getHeight() + 0.5 >= label.prefHeight(label.getWidth()), id);
      assertTrue(label.getBoundsInParent().getMaxX() <= 460, id);
      assertTrue(label.localToScene(0, label.getHeight()).getY() <= 150, id + " " + picture);
    }
    assertEquals(
        "Rough guide: keeps 45 of 100 near neighbours. ",
        PanelSamples.find(bar, "quality-badge", Label.class).getAccessibleText());
  }

  private final class Asked implements LayoutBar.LayoutActions {
    @Override
    public void start(LayoutChoice choice) {
      started.add(choice);
    }

    @Override
    public void showKept(LayoutChoice.Method method) {
      shown.add(method);
    }

    @Override
    public void pause() {
      asked.add("pause");
    }

    @Override
    public void resume() {
      asked.add("resume");
    }

    @Override
    public void stop() {
      asked.add("stop");
    }

    @Override
    public void change(LiveChange change) {
      turned.add(change);
    }
  }
}
