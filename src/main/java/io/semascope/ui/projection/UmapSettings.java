package io.semascope.ui.projection;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import io.semascope.projection.LiveChange;
import io.semascope.projection.Umap;
import io.semascope.ui.theme.ChoiceNames;
import io.semascope.ui.theme.NumberInput;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/// The UMAP fields: the neighbours as a slider, and those that few people need behind one button.
final class UmapSettings {
  private static final double MOST_NEIGHBOURS = 100;
  private static final double LEAST_SPREAD = 0.1;
  private static final double MOST_SPREAD = 10;
  private static final double MOST_REPULSION = 10;
  private static final int MOST_EPOCHS = 10_000;

  private static final Umap USUAL = Umap.standard();

  private final Slider neighbours = new Slider(2, MOST_NEIGHBOURS, USUAL.neighbours());
  private final Label neighboursValue = new Label(String.valueOf(USUAL.neighbours()));
  private final Spinner<Double> minDist = new Spinner<>(0.0, MOST_SPREAD, USUAL.minDist(), 0.05);
  private final Spinner<Double> spread =
      new Spinner<>(LEAST_SPREAD, MOST_SPREAD, USUAL.spread(), 0.1);
  private final Spinner<Double> repulsion =
      new Spinner<>(0.0, MOST_REPULSION, USUAL.repulsion(), 0.25);
  private final Spinner<Integer> epochs = new Spinner<>(0, MOST_EPOCHS, USUAL.epochs(), 50);
  private final ChoiceBox<Umap.Start> start = new ChoiceBox<>();
  private final GraphSearchBox graphSearch = new GraphSearchBox("umap-neighbour-graph");
  private final TextField seed = new TextField(String.valueOf(USUAL.seed()));
  private final Button button = new Button("", new FontIcon(Material2MZ.TUNE));
  private final GridPane fields = new GridPane(10, 8);
  private final HBox bar;

  UmapSettings() {
    name();
    NumberInput.forgive(minDist);
    NumberInput.forgive(spread);
    NumberInput.forgive(repulsion);
    NumberInput.forgive(epochs);
    start.getItems().addAll(Umap.Start.values());
    start.setConverter(new ChoiceNames<>(UmapSettings::name));
    start.setValue(USUAL.start());
    fill();
    Popover popover = new Popover(fields);
    popover.setTitle("UMAP settings");
    popover.setHeaderAlwaysVisible(true);
    popover.setDetachable(false);
    popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
    button.setOnAction(event -> popover.show(button));
    button.setAccessibleText("More UMAP settings");
    button.setTooltip(
        new Tooltip("Minimal distance, spread, repulsion, epochs, start, neighbours, seed"));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    // Of two that contradict each other, the one that was not turned gives way.
    minDist
        .valueProperty()
        .addListener((observed, before, now) -> set(spread, Math.max(now, spread.getValue())));
    spread
        .valueProperty()
        .addListener((observed, before, now) -> set(minDist, Math.min(now, minDist.getValue())));
    bar = bar();
  }

  private static String name(Umap.Start start) {
    return switch (start) {
      case SPECTRAL -> "Spectral (waves of the graph)";
      case PCA -> "PCA (fast)";
    };
  }

  private void name() {
    neighbours.setId("umap-neighbours");
    minDist.setId("umap-min-dist");
    spread.setId("umap-spread");
    repulsion.setId("umap-repulsion");
    epochs.setId("umap-epochs");
    start.setId("umap-start");
    seed.setId("umap-seed");
    button.setId("umap-settings");
  }

  private void fill() {
    fields.setPadding(new Insets(12));
    row(0, "Minimal distance", minDist, "How near points may come; may be turned while it runs");
    row(1, "Spread", spread, "How far apart clusters stand; may be turned while it runs");
    row(2, "Repulsion", repulsion, "How hard points push each other; may be turned while it runs");
    fields.addRow(
        3,
        label("Epochs", epochs, "Rounds of moving all points; 0 takes 500"),
        ExpertSettings.zero(epochs, "0 takes 500"));
    row(4, "Start", start, "Where the points stand at first");
    row(5, GraphSearchBox.NAME, graphSearch, GraphSearchBox.TIP);
    row(6, "Seed", seed, "The same seed gives the same picture");
  }

  private void row(int row, String text, Node field, String tip) {
    fields.addRow(row, label(text, field, tip), field);
  }

  private static Label label(String text, Node field, String tip) {
    Label label = new Label(text);
    label.setLabelFor(field);
    label.setTooltip(new Tooltip(tip));
    return label;
  }

  private HBox bar() {
    neighbours.setAccessibleText("Local to global: neighbours");
    neighbours.setPrefWidth(90);
    neighbours.setBlockIncrement(1);
    neighbours.setTooltip(
        new Tooltip(
            "Neighbours: how many nearest texts make up a neighbourhood. Left: local detail; right:"
                + " the large picture."));
    neighbours
        .valueProperty()
        .addListener(observed -> neighboursValue.setText(String.valueOf(neighbours())));
    Label local = new Label("local");
    Label global = new Label("global");
    for (Label muted : new Label[] {local, global}) {
      muted.getStyleClass().add(Styles.TEXT_MUTED);
      muted.setMinWidth(Region.USE_PREF_SIZE);
    }
    neighboursValue.setMinWidth(24);
    HBox box = new HBox(4, local, neighbours, global, neighboursValue, button);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static void set(Spinner<Double> spinner, double value) {
    if (spinner.getValue() != value) {
      spinner.getValueFactory().setValue(value);
    }
  }

  /// The slider and the button.
  HBox box() {
    return bar;
  }

  /// What the button opens.
  GridPane fields() {
    return fields;
  }

  /// Tells what was turned, one field at a time.
  void onTurn(Consumer<LiveChange> listener) {
    minDist
        .valueProperty()
        .addListener(observed -> listener.accept(LiveChange.minDist(minDist.getValue())));
    spread
        .valueProperty()
        .addListener(observed -> listener.accept(LiveChange.spread(spread.getValue())));
    repulsion
        .valueProperty()
        .addListener(observed -> listener.accept(LiveChange.repulsion(repulsion.getValue())));
  }

  /// Tells that something was edited that only a new run can use.
  void onEdit(Runnable listener) {
    neighbours.valueProperty().addListener(observed -> listener.run());
    epochs.valueProperty().addListener(observed -> listener.run());
    start.valueProperty().addListener(observed -> listener.run());
    graphSearch.valueProperty().addListener(observed -> listener.run());
    seed.textProperty().addListener(observed -> listener.run());
  }

  private int neighbours() {
    return (int) Math.round(neighbours.getValue());
  }

  /// Shows these parameters, as far as the controls can say them.
  void fill(Umap umap) {
    Umap shown = within(umap);
    neighbours.setValue(shown.neighbours());
    set(spread, shown.spread());
    set(minDist, shown.minDist());
    set(repulsion, shown.repulsion());
    epochs.getValueFactory().setValue(shown.epochs());
    start.setValue(shown.start());
    graphSearch.fill(shown.graphSearch());
    seed.setText(String.valueOf(shown.seed()));
  }

  /// As far as the controls can say it: a map made elsewhere may have had values beyond them.
  static Umap within(Umap umap) {
    double spread = Math.clamp(umap.spread(), LEAST_SPREAD, MOST_SPREAD);
    return new Umap(
        (int) Math.min(MOST_NEIGHBOURS, umap.neighbours()),
        Math.min(umap.minDist(), spread),
        spread,
        Math.min(MOST_REPULSION, umap.repulsion()),
        Math.min(MOST_EPOCHS, umap.epochs()),
        umap.start(),
        umap.seed(),
        umap.graphSearch());
  }

  /// Shows the seed that is used when what was typed is no number.
  void correctSeed() {
    seed.setText(String.valueOf(seed()));
  }

  /// What was typed, or the usual seed when it is no number.
  private long seed() {
    try {
      return Long.parseLong(seed.getText().strip());
    } catch (NumberFormatException e) {
      return USUAL.seed();
    }
  }

  /// What the controls say.
  Umap umap() {
    return new Umap(
        neighbours(),
        Math.min(minDist.getValue(), spread.getValue()),
        spread.getValue(),
        repulsion.getValue(),
        epochs.getValue(),
        start.getValue(),
        seed(),
        graphSearch.getValue());
  }
}
