package io.semascope.ui.corpus;

import atlantafx.base.theme.Styles;
import io.semascope.session.SessionState;
import io.semascope.session.SpaceGaps;
import io.semascope.space.VectorSpace;
import io.semascope.ui.theme.GranularityNames;
import io.semascope.ui.theme.PanelStyle;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What the listed texts are: the model that embedded them and how they were cut. Each is a button to change it.
public final class SpaceLine extends VBox {
  private final Button model = button("space-model", "Choose another model");
  private final Label gaps = PanelStyle.wrapped("");
  private final Button granularity = button("space-granularity", "Cut the texts differently");

  public SpaceLine(Runnable chooseModel, Runnable showGranularity) {
    super(4);
    setId("space-line");
    gaps.setId("space-gaps");
    gaps.getStyleClass().addAll(Styles.TEXT_SMALL, "caution");
    model.setOnAction(event -> chooseModel.run());
    granularity.setOnAction(event -> showGranularity.run());
    getChildren().addAll(new FlowPane(6, 4, model, granularity), gaps);
    tell(List.of());
  }

  private static Button button(String id, String purpose) {
    Button button = new Button("");
    button.setId(id);
    button.getStyleClass().addAll(Styles.SMALL, Styles.BUTTON_OUTLINED);
    button.setTooltip(new Tooltip(purpose));
    return button;
  }

  /// FX thread.
  public void show(SessionState state) {
    List<Button> buttons = List.of(model, granularity);
    buttons.forEach(button -> button.setVisible(state.space().isPresent()));
    state.space().ifPresent(this::show);
    tell(SpaceGaps.shown(state));
  }

  /// What the space lacks, so that nobody takes a part for the whole.
  private void tell(List<String> sentences) {
    gaps.setText(String.join("\n", sentences));
    gaps.setVisible(!sentences.isEmpty());
    gaps.setManaged(!sentences.isEmpty());
  }

  private void show(VectorSpace space) {
    set(model, space.origin().modelName());
    set(
        granularity,
        space.granularities().stream()
            .map(GranularityNames::name)
            .collect(Collectors.joining(" + ")));
  }

  private static void set(Button button, String text) {
    if (!text.equals(button.getText())) {
      button.setText(text);
      button.setAccessibleText(text + ". " + button.getTooltip().getText());
    }
  }
}
