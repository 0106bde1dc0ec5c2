package io.semascope.ui.projection;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import io.semascope.projection.LiveChange;
import io.semascope.projection.Tsne;
import io.semascope.ui.theme.ChoiceNames;
import io.semascope.ui.theme.NumberInput;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/// The t-SNE fields few people need, behind one button.
final class ExpertSettings {
  private static final Tsne USUAL = Tsne.standard();
  private static final double NOTE_WIDTH = 280;

  private final Button button = new Button("", new FontIcon(Material2MZ.TUNE));
  private final TextField seed = new TextField(String.valueOf(USUAL.seed()));
  private final Spinner<Double> learningRate =
      new Spinner<>(0.0, Tsne.MOST_LEARNING_RATE, 0.0, 50.0);
  private final Spinner<Double> exaggeration = new Spinner<>(1.0, 50.0, USUAL.exaggeration(), 1.0);
  private final Spinner<Integer> iterations =
      new Spinner<>(1, Tsne.MOST_ITERATIONS, USUAL.iterations(), 100);
  private final GridPane fields;
  private final ChoiceBox<Tsne.Engine> engine = new ChoiceBox<>();
  private final GraphSearchBox graphSearch = new GraphSearchBox("tsne-neighbour-graph");
  private final CheckBox stopsWhenSettled = new CheckBox("Stop when nothing improves");
  private final Label note = new Label();

  ExpertSettings() {
    button.setId("expert-settings");
    button.setAccessibleText("More t-SNE settings");
    button.setTooltip(
        new Tooltip(
            "Seed, iterations, learning rate, exaggeration, engine, neighbours, when to stop"));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    seed.setId("seed");
    learningRate.setId("learning-rate");
    exaggeration.setId("exaggeration");
    iterations.setId("tsne-iterations");
    stopsWhenSettled.setId("stop-when-settled");
    stopsWhenSettled.setSelected(USUAL.stopsWhenSettled());
    stopsWhenSettled.setTooltip(
        new Tooltip("Ends when the divergence falls by less than 0.4 % in 50 iterations"));
    engine.setId("tsne-engine");
    engine.getItems().addAll(Tsne.Engine.values());
    engine.setConverter(new ChoiceNames<>(ExpertSettings::name));
    engine.valueProperty().addListener(observed -> explain());
    engine.setValue(USUAL.engine());
    NumberInput.forgive(learningRate);
    NumberInput.forgive(exaggeration);
    NumberInput.forgive(iterations);
    fields = content();
    Popover popover = new Popover(fields);
    popover.setTitle("t-SNE settings");
    popover.setHeaderAlwaysVisible(true);
    popover.setDetachable(false);
    popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
    button.setOnAction(event -> popover.show(button));
  }

  private GridPane content() {
    GridPane grid = new GridPane(10, 8);
    grid.setPadding(new Insets(12));
    grid.addRow(0, label("Seed", seed, "The same seed gives the same picture"), seed);
    grid.addRow(
        1,
        label("Learning rate", learningRate, "Step size; 0 chooses it from the number of points"),
        zero(learningRate, "0 takes n / exaggeration"));
    grid.addRow(
        2,
        label(
            "Exaggeration",
            exaggeration,
            "How hard neighbours are pulled together; may be turned while it runs"),
        exaggeration);
    grid.addRow(
        3, label("Engine", engine, "Who computes how all points push each other away"), engine);
    note.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    note.setWrapText(true);
    note.setMaxWidth(NOTE_WIDTH);
    note.setMinHeight(Region.USE_PREF_SIZE);
    grid.add(note, 0, 4, 2, 1);
    grid.addRow(5, label(GraphSearchBox.NAME, graphSearch, GraphSearchBox.TIP), graphSearch);
    grid.addRow(
        6,
        label("Iterations", iterations, "Rounds of moving all points, at most, after the first 50"),
        iterations);
    grid.add(stopsWhenSettled, 0, 7, 2, 1);
    return grid;
  }

  private static String name(Tsne.Engine engine) {
    return switch (engine) {
      case AUTOMATIC -> "Automatic";
      case FFT -> "Grid (FFT)";
      case BARNES_HUT -> "Tree (Barnes–Hut)";
      case LIBRARY -> "bh-tsne (library)";
    };
  }

  private static String explanation(Tsne.Engine engine) {
    return switch (engine) {
      case AUTOMATIC -> "The tree for few points, the grid from 1,000 on.";
      case FFT -> "Adds the pushes up on a grid; good for many points.";
      case BARNES_HUT -> "Takes far points together in groups; good for few points.";
      case LIBRARY ->
          "Another maker's engine, to compare with. It shows no frames, cannot be paused and does"
              + " all its iterations.";
    };
  }

  /// The library knows neither a learning rate nor an early end, and looks for neighbours in its own way.
  private void explain() {
    boolean library = engine.getValue() == Tsne.Engine.LIBRARY;
    note.setText(explanation(engine.getValue()));
    learningRate.setDisable(library);
    exaggeration.setDisable(library);
    graphSearch.setDisable(library);
    stopsWhenSettled.setDisable(library);
  }

  private static Label label(String text, Node field, String tip) {
    Label label = new Label(text);
    label.setLabelFor(field);
    label.setTooltip(new Tooltip(tip));
    return label;
  }

  /// A field, and beside it what its 0 stands for.
  static HBox zero(Node field, String meaning) {
    Label note = new Label(meaning);
    note.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    note.setMinWidth(Region.USE_PREF_SIZE);
    HBox both = new HBox(8, field, note);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  /// What the button opens.
  GridPane fields() {
    return fields;
  }

  Button button() {
    return button;
  }

  /// Tells what was turned, one field at a time.
  void onTurn(Consumer<LiveChange> listener) {
    learningRate
        .valueProperty()
        .addListener(observed -> listener.accept(LiveChange.learningRate(learningRate.getValue())));
    exaggeration
        .valueProperty()
        .addListener(observed -> listener.accept(LiveChange.exaggeration(exaggeration.getValue())));
  }

  /// Tells that something was edited that only a new run can use: seed, iterations, engine, search for neighbours or when to stop.
  void onEdit(Runnable listener) {
    seed.textProperty().addListener(observed -> listener.run());
    iterations.valueProperty().addListener(observed -> listener.run());
    engine.valueProperty().addListener(observed -> listener.run());
    graphSearch.valueProperty().addListener(observed -> listener.run());
    stopsWhenSettled.selectedProperty().addListener(observed -> listener.run());
  }

  void fill(Tsne shown) {
    seed.setText(String.valueOf(shown.seed()));
    engine.setValue(shown.engine());
    learningRate.getValueFactory().setValue(shown.learningRate());
    exaggeration.getValueFactory().setValue(shown.exaggeration());
    iterations.getValueFactory().setValue(shown.iterations());
    graphSearch.fill(shown.graphSearch());
    stopsWhenSettled.setSelected(shown.stopsWhenSettled());
  }

  /// What was typed, or the usual seed when it is no number.
  private long seed() {
    try {
      return Long.parseLong(seed.getText().strip());
    } catch (NumberFormatException e) {
      return USUAL.seed();
    }
  }

  /// Shows the seed that is used when what was typed is no number.
  void correctSeed() {
    seed.setText(String.valueOf(seed()));
  }

  /// What the controls say, with a perplexity that stands elsewhere.
  Tsne tsne(double perplexity) {
    return new Tsne(
        perplexity,
        seed(),
        engine.getValue(),
        USUAL.earlyIterations(),
        iterations.getValue(),
        exaggeration.getValue(),
        learningRate.getValue(),
        stopsWhenSettled.isSelected(),
        graphSearch.getValue());
  }
}
