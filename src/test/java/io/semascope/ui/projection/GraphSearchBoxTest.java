package io.semascope.ui.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.neighbour.GraphSearch;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import io.semascope.ui.UnaskedLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The choice of how neighbours are looked for, in the toolbar it stands in.
final class GraphSearchBoxTest {
  private final List<LayoutChoice> started = new ArrayList<>();
  private final LayoutBar bar = FxToolkit.call(() -> new LayoutBar(new Started()));

  @BeforeEach
  void idle() {
    show(Tsne.standard());
  }

  private void show(ProjectionMethod method) {
    FxToolkit.run(
        () ->
            bar.show(
                new LayoutBarState(
                    LayoutBarState.Phase.IDLE, "a map", "", "", Optional.of(method), "")));
    FxToolkit.snapshot(bar, 700, 80);
  }

  private void run() {
    FxToolkit.run(PanelSamples.find(bar, "run-layout", Button.class)::fire);
  }

  @SuppressWarnings("unchecked")
  private ChoiceBox<GraphSearch> searches(Node fields, String id) {
    return FxToolkit.call(() -> (ChoiceBox<GraphSearch>) fields.lookup("#" + id));
  }

  @Test
  void theSearchForNeighboursOfATsneCanBeChosen() {
    FxToolkit.run(PanelSamples.find(bar, "method-tsne", ToggleButton.class)::fire);
    ChoiceBox<GraphSearch> box = searches(bar.expertFields(), "tsne-neighbour-graph");
    assertEquals("How neighbours are looked for", box.getAccessibleText());
    assertEquals(
        List.of(
            "Automatic",
            "Exact",
            "Approximate, recall 0.90 wanted",
            "Approximate, recall 0.95 wanted",
            "Approximate, recall 0.99 wanted"),
        box.getItems().stream().map(one -> box.getConverter().toString(one)).toList());
    Label changed = PanelSamples.find(bar, "layout-changed", Label.class);
    for (GraphSearch search : box.getItems()) {
      FxToolkit.run(() -> box.setValue(search));
      assertEquals(!search.equals(new GraphSearch.Automatic()), changed.isVisible());
      run();
      assertEquals(search, ((Tsne) started.getLast().toMethod()).graphSearch());
    }
    @SuppressWarnings("unchecked")
    ChoiceBox<Tsne.Engine> engines =
        (ChoiceBox<Tsne.Engine>) FxToolkit.call(() -> bar.expertFields().lookup("#tsne-engine"));
    FxToolkit.run(() -> engines.setValue(Tsne.Engine.LIBRARY));
    assertTrue(box.isDisabled(), "the library looks in its own way");
    show(new Tsne(30, 42, Tsne.Engine.LIBRARY, 250, Tsne.standard().iterations(), 12, 200));
    assertFalse(changed.isVisible(), "no search makes a difference to the library");
  }

  @Test
  void theSearchForNeighboursOfAUmapCanBeChosen() {
    FxToolkit.run(PanelSamples.find(bar, "method-umap", ToggleButton.class)::fire);
    show(Umap.standard());
    Label changed = PanelSamples.find(bar, "layout-changed", Label.class);
    assertFalse(changed.isVisible());
    ChoiceBox<GraphSearch> box = searches(bar.umapFields(), "umap-neighbour-graph");
    FxToolkit.run(() -> box.setValue(new GraphSearch.Approximate(0.99)));
    assertTrue(changed.isVisible());
    run();
    Umap asked = (Umap) started.getLast().toMethod();
    assertEquals(new GraphSearch.Approximate(0.99), asked.graphSearch());
    show(asked);
    assertFalse(changed.isVisible(), "that is what is shown now");
  }

  @Test
  void aSearchThatNoChoiceHasIsAddedByTheMapThatWasMadeWithIt() {
    GraphSearch rare = new GraphSearch.Approximate(0.975);
    Umap usual = Umap.standard();
    Umap umap =
        new Umap(
            usual.neighbours(),
            usual.minDist(),
            usual.spread(),
            usual.repulsion(),
            usual.epochs(),
            usual.start(),
            usual.seed(),
            rare);
    Tsne tsne = new Tsne(30, 42, Tsne.Engine.AUTOMATIC, 50, 700, 4, 0, true, rare);
    for (ProjectionMethod stored : List.of(umap, tsne)) {
      show(stored);
      FxToolkit.run(() -> bar.choose(stored));
      FxToolkit.run(() -> bar.choose(stored));
      assertFalse(PanelSamples.find(bar, "layout-changed", Label.class).isVisible());
      run();
      assertEquals(stored, started.getLast().toMethod());
    }
    ChoiceBox<GraphSearch> box = searches(bar.expertFields(), "tsne-neighbour-graph");
    assertEquals(6, box.getItems().size(), "added once");
    assertEquals("Approximate, recall 0.975 wanted", box.getConverter().toString(rare));
  }

  /// The popovers hold these, over a window of 1000 × 700.
  @Test
  void theFieldsBehindTheButtonsAreWhole() {
    Map<String, GridPane> popovers =
        Map.of(
            "tsne-settings", (GridPane) bar.expertFields(),
            "umap-settings", (GridPane) bar.umapFields());
    popovers.forEach(
        (name, fields) -> {
          FxToolkit.run(
              () ->
                  ((GraphSearchBox) fields.lookup("#" + name.substring(0, 4) + "-neighbour-graph"))
                      .setValue(new GraphSearch.Approximate(0.95)));
          PanelSamples.paint(fields, name, 480, 400);
          for (Node field : fields.getChildren()) {
            Bounds place = FxToolkit.call(field::getBoundsInParent);
            assertTrue(place.getMaxX() <= 470 && place.getMaxY() <= 390, name + " " + place);
            if (field instanceof Control control) {
              double wanted = FxToolkit.call(() -> control.prefWidth(-1));
              assertTrue(
                  control.getWidth() + 0.5 >= wanted
                      || control instanceof Label label && label.isWrapText(),
                  name + " " + control);
            }
          }
        });
  }

  private final class Started extends UnaskedLayout {
    @Override
    public void start(LayoutChoice choice) {
      started.add(choice);
    }

    @Override
    public void showKept(LayoutChoice.Method method) {}
  }
}
