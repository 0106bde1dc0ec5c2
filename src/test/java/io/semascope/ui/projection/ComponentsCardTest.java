package io.semascope.ui.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.variance.ComponentShares;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ComponentsCardTest {
  @BeforeAll
  static void startToolkit() {
    FxToolkit.start();
  }

  private static ComponentsCard card(int count) {
    return card(count, 500);
  }

  private static ComponentsCard card(int count, long vectors) {
    List<Double> variances = IntStream.range(0, count).mapToObj(rank -> 1.0 / (1 + rank)).toList();
    double total = variances.stream().mapToDouble(Double::doubleValue).sum();
    ComponentsCard card =
        FxToolkit.call(
            () -> new ComponentsCard(new ComponentShares(vectors, total, variances), kept -> {}));
    PanelSamples.paint(card, "components-" + count, 560, 480);
    return card;
  }

  private static List<String> texts(ComponentsCard card) {
    return FxToolkit.call(
        () ->
            card.lookupAll(".label").stream()
                .filter(node -> node.isVisible() && node.getScene() != null)
                .map(node -> ((Label) node).getText())
                .toList());
  }

  @Test
  void everyComponentCanBeSeenAndTheWordsSayThatMoreFollow() {
    ComponentsCard card = card(384);
    assertTrue(texts(card).stream().anyMatch(text -> text.contains("384 directions; scroll")));
    assertTrue(texts(card).contains("10"));
    assertFalse(texts(card).contains("384"));
    ListView<?> bars = PanelSamples.find(card, "component-shares", ListView.class);
    assertEquals(384, bars.getItems().size());
    FxToolkit.run(() -> bars.scrollTo(383));
    FxToolkit.snapshot(card, 560, 480);
    assertTrue(texts(card).contains("384"), "the last of them");
    assertTrue(texts(card).contains("100.00 % so far"));
  }

  @Test
  void noMoreCanBeKeptThanHaveAnyVariance() {
    ComponentsCard card = card(384, 29);
    Spinner<?> kept = PanelSamples.find(card, "components-kept", Spinner.class);
    FxToolkit.run(() -> kept.increment(1_000));
    assertEquals(28, kept.getValue());
  }

  @Test
  void fewNeedNoScrolling() {
    ComponentsCard card = card(3);
    assertFalse(texts(card).stream().anyMatch(text -> text.contains("scroll")));
    assertTrue(texts(card).containsAll(List.of("1", "2", "3")));
  }
}
