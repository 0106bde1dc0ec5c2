package io.semascope.ui.granularity;

import atlantafx.base.theme.Styles;
import io.semascope.text.Granularity;
import io.semascope.ui.granularity.CorpusCutState.SpaceRow;
import io.semascope.ui.theme.ChoiceNames;
import io.semascope.ui.theme.GranularityNames;
import io.semascope.ui.theme.NumberInput;
import io.semascope.ui.theme.PanelStyle;
import io.semascope.ui.theme.PartsCell;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How the corpus is cut: the spaces that are there, and a button for another one.
final class CorpusCutView extends VBox {
  private static final Granularity.TokenWindow USUAL_WINDOW = new Granularity.TokenWindow(64, 16);
  private static final List<Granularity> CUTS =
      List.of(
          new Granularity.WholeDocument(),
          new Granularity.Paragraph(),
          new Granularity.Sentence(),
          new Granularity.Word(),
          USUAL_WINDOW);

  /// Both choices, the next one and the button stand side by side in a usual window, 1000 pixels wide.
  private static final double SPACE_WIDTH = 250;

  private static final double NOTHING_WIDTH = 150;

  private final CorpusCutViewModel model;
  private final ComboBox<SpaceRow> first = new ComboBox<>();
  private final ComboBox<Optional<SpaceRow>> second = new ComboBox<>();
  private final ComboBox<Granularity> cut = new ComboBox<>();
  private final Spinner<Integer> tokens = new Spinner<>(8, 8192, USUAL_WINDOW.tokens());
  private final Spinner<Integer> overlap = new Spinner<>(0, 4095, USUAL_WINDOW.overlap());
  private final HBox window =
      new HBox(4, tokens, new Label("tokens,"), overlap, new Label("shared"));
  private final Label announcement = PanelStyle.note("");
  private final Button embed = new Button("Embed");
  private boolean showing;

  CorpusCutView(CorpusCutViewModel model) {
    super(4);
    this.model = model;
    prepareSpaces();
    prepareCut();
    announcement.setId("cut-announcement");
    embed.setId("cut-embed");
    embed.setOnAction(event -> model.embed());
    FlowPane row = new FlowPane(12, 4, group("On the map:", first, new Label("with"), second));
    row.getChildren().addAll(group("Cut anew:", cut, window), embed);
    row.setRowValignment(VPos.CENTER);
    getChildren().addAll(row, announcement);
    model.stateProperty().subscribe(this::show);
  }

  private static HBox group(String title, Node... controls) {
    HBox group = new HBox(6, new Label(title));
    group.getChildren().addAll(controls);
    group.setAlignment(Pos.CENTER_LEFT);
    return group;
  }

  private void prepareSpaces() {
    first.setId("shown-space");
    first.setAccessibleText("Space on the map");
    first.setButtonCell(new PartsCell<>(SpaceRow::label));
    first.setOnAction(event -> choose());
    second.setId("second-space");
    second.setAccessibleText("Second space on the map, cut differently");
    second.setConverter(new ChoiceNames<>(CorpusCutView::name));
    second.setButtonCell(new PartsCell<>(CorpusCutView::name));
    second.setOnAction(event -> choose());
  }

  private static String name(Optional<SpaceRow> choice) {
    return choice.map(SpaceRow::label).orElse("nothing else");
  }

  private void choose() {
    if (!showing && first.getValue() != null) {
      model.showSpaces(
          first.getValue(), second.getValue() == null ? Optional.empty() : second.getValue());
    }
  }

  private void prepareCut() {
    cut.setId("cut-granularity");
    cut.setAccessibleText("How finely to cut the documents");
    cut.getItems().setAll(CUTS);
    cut.setConverter(
        new ChoiceNames<>(
            choice ->
                choice instanceof Granularity.TokenWindow
                    ? "token window"
                    : GranularityNames.name(choice)));
    cut.setValue(model.wanted());
    cut.setOnAction(event -> want());
    for (Spinner<Integer> number : List.of(tokens, overlap)) {
      NumberInput.forgive(number);
      number.setPrefWidth(84);
      number.valueProperty().addListener(observed -> want());
    }
    tokens.setId("window-tokens");
    tokens.setAccessibleText("Tokens of a window");
    overlap.setId("window-overlap");
    overlap.setAccessibleText("Tokens two windows share");
    window.setAlignment(Pos.CENTER_LEFT);
    embed.getStyleClass().add(Styles.ACCENT);
    shown(window, false);
  }

  private void want() {
    boolean isWindow = cut.getValue() instanceof Granularity.TokenWindow;
    shown(window, isWindow);
    if (isWindow) {
      model.wantWindow(tokens.getValue(), overlap.getValue());
    } else {
      model.want(cut.getValue());
    }
  }

  private void show(CorpusCutState state) {
    showing = true;
    if (!first.getItems().equals(state.spaces())) {
      first.getItems().setAll(state.spaces());
      second.getItems().setAll(List.of(Optional.empty()));
      state.spaces().forEach(space -> second.getItems().add(Optional.of(space)));
    }
    state.spaces().stream()
        .filter(
            space -> state.shown().stream().findFirst().filter(id -> id == space.id()).isPresent())
        .forEach(first::setValue);
    second.setValue(
        state.spaces().stream()
            .filter(space -> state.shown().stream().skip(1).anyMatch(id -> id == space.id()))
            .findFirst());
    showing = false;
    first.setDisable(state.spaces().isEmpty());
    boolean alone = state.spaces().size() < 2;
    second.setDisable(alone);
    // A choice of nothing leaves its room to the other.
    first.setPrefWidth(alone ? 2 * SPACE_WIDTH - NOTHING_WIDTH : SPACE_WIDTH);
    second.setPrefWidth(alone ? NOTHING_WIDTH : SPACE_WIDTH);
    announcement.setText(state.announcement());
    embed.setDisable(!state.canEmbed());
  }

  private static void shown(HBox node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
