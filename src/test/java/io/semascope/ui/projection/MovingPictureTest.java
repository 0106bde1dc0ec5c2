package io.semascope.ui.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.neighbour.GraphRecall;
import io.semascope.problem.ProblemReport;
import io.semascope.projection.LayoutFrame;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Tsne;
import io.semascope.projection.quality.ClassAgreement;
import io.semascope.projection.quality.DistanceAgreement;
import io.semascope.projection.quality.LiveQuality;
import io.semascope.session.layout.LiveFrame;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import io.semascope.ui.UnaskedLayout;
import io.semascope.ui.projection.LayoutBarState.Phase;
import io.semascope.vector.Estimate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the toolbar says of a picture that is still moving.
class MovingPictureTest {
  private final LayoutBar bar = FxToolkit.call(() -> new LayoutBar(new UnaskedLayout()));

  @BeforeEach
  void idle() {
    show(Phase.IDLE);
  }

  private void show(Phase phase) {
    LayoutBarSample.show(bar, phase, Tsne.standard());
  }

  @Test
  void theBadgeFollowsTheMovingPictureUntilItStands() {
    Label badge = PanelSamples.find(bar, "quality-badge", Label.class);
    show(Phase.RUNNING);
    FxToolkit.run(() -> bar.showFrame(frame(120, Optional.of(moving(120, 0.231)))));
    assertEquals(
        "Iteration 120: keeps 23.1 ± 3.1 of 100 near neighbours\n"
            + "trustworthiness 0.912 ± 0.010 · continuity 0.934 ± 0.012\nsample 300 of 10,000",
        badge.getText());
    Tooltip meaning = badge.getTooltip();
    assertTrue(
        meaning
            .getText()
            .contains(
                "Trustworthiness 0.912 ± 0.010, continuity 0.934 ± 0.012 (1 is perfect). Rank"
                    + " correlation of the distances 0.310 ± 0.040, of 4,350 of 49,995,000 pairs,"
                    + " all within ten groups of points drawn at random. Of its 10 nearest points"
                    + " here 52.0 ± 3.0 % share its category, of its 10 nearest texts 60.0 ± 3.0"
                    + " %."),
        meaning.getText());
    assertTrue(
        meaning.getText().contains("on 300 of 10,000 points drawn at random, more of them as"),
        meaning.getText());
    FxToolkit.run(() -> bar.showFrame(frame(1_240, Optional.of(moving(1_240, 0.314)))));
    assertSame(meaning, badge.getTooltip(), "an open explanation would close");
    assertTrue(meaning.getText().contains("at iteration 1,240"), meaning.getText());
    assertTrue(badge.getText().startsWith("Iteration 1,240: keeps 31.4 ± 3.1"), badge.getText());
    PanelSamples.paint(bar, "layout-bar-moving", 700, 90);
    PanelSamples.paint(bar, "layout-bar-moving", 480, 140);
    show(Phase.PAUSED);
    assertTrue(badge.getText().startsWith("Iteration 1,240"), "the picture stands as it is");
    show(Phase.IDLE);
    assertEquals("Rough guide: keeps 45 of 100 near neighbours", badge.getText());
    show(Phase.RUNNING);
    assertFalse(badge.getText().startsWith("Iteration"), "that was another run");
  }

  @Test
  void theFactsAreThoseOfTheMovingPictureUntilItStands() {
    Label facts = PanelSamples.find(bar, "layout-facts", Label.class);
    show(Phase.RUNNING);
    String before = facts.getText();
    assertTrue(before.contains("KL 1.23"), "no frame has come: the map before is still shown");
    FxToolkit.run(() -> bar.showFrame(frame(1, Optional.empty())));
    assertEquals(
        "settling · iteration 1 of 2,000 · approximate neighbours, recall 0.953 ± 0.004",
        facts.getText());
    FxToolkit.run(() -> bar.showFrame(frame(120, Optional.empty())));
    String last =
        "settling · iteration 120 of 2,000 · approximate neighbours, recall 0.953 ± 0.004";
    assertEquals(last, facts.getText());
    show(Phase.RUNNING);
    assertEquals(last, facts.getText(), "a state that came meanwhile knows the map before");
    PanelSamples.paint(bar, "layout-bar-moving-approximate", 700, 90);
    show(Phase.PAUSED);
    assertEquals(last, facts.getText(), "the picture stands as it is");
    show(Phase.IDLE);
    assertEquals(before, facts.getText());
    show(Phase.RUNNING);
    assertEquals(before, facts.getText(), "that was another run");
  }

  private static LiveFrame frame(int iteration, Optional<LiveQuality> quality) {
    return new LiveFrame(
        new LayoutFrame(
            PlanarLayout.copyOf(new float[6]), iteration, "settling", OptionalDouble.empty()),
        2_000,
        Optional.of(new GraphRecall(0.9534, 0.0042, 200)),
        Map.of(),
        quality,
        Optional.empty());
  }

  @Test
  void aPictureThatCannotBeStoredSaysSoAndWhy() {
    LiveFrame stored = frame(120, Optional.empty());
    ProblemReport full = new ProblemReport("What.", "The disk is full.", "Make room.");
    LiveFrame notStored =
        new LiveFrame(
            stored.frame(),
            stored.plannedIterations(),
            stored.recall(),
            stored.placements(),
            stored.quality(),
            Optional.of(full));
    assertFalse(LayoutBarState.facts(stored).contains("stored"));
    assertTrue(
        LayoutBarState.facts(notStored)
            .endsWith(" · goes on, but cannot be stored: The disk is full."));
    show(Phase.RUNNING);
    Button stop = PanelSamples.find(bar, "stop-layout", Button.class);
    assertEquals("End the map", stop.getAccessibleText());
    FxToolkit.run(() -> bar.showFrame(notStored));
    show(Phase.RUNNING);
    assertEquals(LayoutBarState.STOP_UNSTORED, stop.getAccessibleText(), "promises no keeping");
    FxToolkit.run(() -> bar.showFrame(stored));
    assertEquals("End the map", stop.getAccessibleText());
    FxToolkit.run(() -> bar.showFrame(notStored));
    show(Phase.IDLE);
    assertEquals("End the map", stop.getAccessibleText(), "the next run is another one");
  }

  private static LiveQuality moving(int iteration, double kept) {
    return new LiveQuality(
        iteration,
        10,
        new Estimate(0.912, 0.01),
        new Estimate(0.934, 0.012),
        new Estimate(kept, 0.031),
        Optional.of(new ClassAgreement(new Estimate(0.52, 0.03), new Estimate(0.6, 0.03), 300, 16)),
        Optional.of(new DistanceAgreement(new Estimate(0.31, 0.04), 4_350, 49_995_000)),
        300,
        10_000);
  }
}
