package io.semascope.ui.corpus;

import atlantafx.base.theme.Styles;
import io.semascope.session.SessionState;
import io.semascope.space.VectorSpace;
import io.semascope.ui.theme.GranularityNames;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/// What the listed texts are: the model that embedded them and how they were cut. Each is a button to change it.
public final class SpaceLine extends FlowPane {
  private final Button model = button("space-model", "Choose another model");
  private final Button granularity = button("space-granularity", "Cut the texts differently");

  public SpaceLine(Runnable chooseModel, Runnable showGranularity) {
    super(6, 4);
    setId("space-line");
    model.setOnAction(event -> chooseModel.run());
    granularity.setOnAction(event -> showGranularity.run());
    getChildren().addAll(model, granularity);
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
