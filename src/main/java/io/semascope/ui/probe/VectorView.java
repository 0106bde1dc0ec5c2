package io.semascope.ui.probe;

import atlantafx.base.theme.Styles;
import io.semascope.probe.Activations.Activation;
import io.semascope.ui.probe.VectorState.EndRow;
import io.semascope.ui.probe.VectorState.Ends;
import io.semascope.ui.theme.FittedName;
import io.semascope.ui.theme.NumberFormats;
import io.semascope.ui.theme.PanelStyle;
import io.semascope.ui.theme.ProblemBox;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The *Vector* tab: all values as a strip, the unusual ones as a table, the ends of one dimension.
final class VectorView extends ScrollPane {
  private final VectorViewModel model;
  private final VBox content = new VBox(8);
  private final Label title = heading("");
  private final FittedName titleText = new FittedName(title);
  private final Label size = PanelStyle.note("");
  private final StackPane stripPlace = new StackPane();
  private final StackPane legendPlace = new StackPane();
  private final Label readout = PanelStyle.note("");
  private final UnusualValues table;
  private final VBox ends = new VBox(4);

  /// From top to bottom. What changes is put into its place, so that the table is not styled anew for each text.
  private final List<Node> parts;

  private Optional<VectorStrip> strip = Optional.empty();
  private Optional<List<Activation>> stripValues = Optional.empty();

  VectorView(VectorViewModel model) {
    this.model = model;
    table = new UnusualValues(model::pick);
    parts =
        List.of(
            title,
            size,
            stripPlace,
            legendPlace,
            readout,
            heading("Most unusual values"),
            PanelStyle.note(
                "z: how many spreads the value lies above or below the mean of this space."),
            table,
            ends);
    setId("inspector-vector");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    content.getStyleClass().add("tab-content");
    setContent(content);
    readout.setId("dimension-readout");
    ends.setId("dimension-ends");
    model.stateProperty().subscribe(this::show);
  }

  private void show(VectorState state) {
    switch (state) {
      case VectorState.Nothing nothing ->
          content.getChildren().setAll(PanelStyle.sentence(nothing.sentence()));
      case VectorState.Loading loading ->
          content.getChildren().setAll(PanelStyle.waiting("Reading the vector"));
      case VectorState.Problem problem ->
          content.getChildren().setAll(new ProblemBox(problem.report()));
      case VectorState.Shown shown -> showVector(shown);
    }
  }

  private void showVector(VectorState.Shown shown) {
    if (strip.isPresent() && stripValues.filter(shown.values()::equals).isPresent()) {
      strip.get().show(shown);
    } else {
      VectorStrip made = new VectorStrip(shown, this::point, model::pick);
      strip = Optional.of(made);
      stripValues = Optional.of(shown.values());
      stripPlace.getChildren().setAll(made);
      legendPlace.getChildren().setAll(legend(shown.scale()));
      table.show(shown.strongest());
      point(-1);
    }
    titleText.show(shown.label());
    size.setText(
        "%s values, dimension 0 first. Hover for a value, click for both ends."
            .formatted(NumberFormats.count(shown.values().size())));
    showEnds(shown);
    if (!content.getChildren().equals(parts)) {
      content.getChildren().setAll(parts);
    }
  }

  private void point(int dimension) {
    readout.setText(
        model.stateProperty().get() instanceof VectorState.Shown shown && dimension >= 0
            ? VectorViewModel.words(shown.values().get(dimension))
            : "Point at a cell to read its value.");
  }

  private static Node legend(double scale) {
    Region ramp = new SignedRamp();
    HBox.setHgrow(ramp, Priority.ALWAYS);
    HBox legend =
        new HBox(
            6,
            PanelStyle.note(NumberFormats.value(-scale)),
            ramp,
            PanelStyle.note(NumberFormats.value(scale)));
    legend.setAlignment(Pos.CENTER_LEFT);
    legend.setAccessibleText("Blue is below 0, orange above.");
    return legend;
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add(Styles.TEXT_BOLD);
    return label;
  }

  private void showEnds(VectorState.Shown shown) {
    ends.getChildren().clear();
    if (shown.picked().isEmpty()) {
      return;
    }
    ends.getChildren()
        .addAll(
            heading("Both ends of dimension " + shown.picked().getAsInt()),
            PanelStyle.note(VectorViewModel.words(shown.values().get(shown.picked().getAsInt()))),
            PanelStyle.note("A dimension has no name: what its texts share is yours to judge."));
    switch (shown.ends()) {
      case Ends.NotAsked notAsked -> {}
      case Ends.Loading loading ->
          ends.getChildren().add(PanelStyle.waiting("Looking for both ends"));
      case Ends.Failed failed -> ends.getChildren().add(new ProblemBox(failed.report()));
      case Ends.Shown rows -> {
        ends.getChildren().add(PanelStyle.note("Highest values"));
        rows.highest().forEach(row -> ends.getChildren().add(end(row)));
        ends.getChildren().add(PanelStyle.note("Lowest values"));
        rows.lowest().forEach(row -> ends.getChildren().add(end(row)));
      }
    }
  }

  private Node end(EndRow row) {
    Label value = new Label(NumberFormats.value(row.value()));
    value.getStyleClass().add("number");
    value.setMinWidth(64);
    value.setAlignment(Pos.CENTER_RIGHT);
    Button label = new Button();
    new FittedName(label).show(row.label());
    label.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "end-text");
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setAlignment(Pos.CENTER_LEFT);
    label.setOnAction(event -> model.select(row));
    label.setOnMouseEntered(event -> model.highlight(Optional.of(row)));
    label.setOnMouseExited(event -> model.highlight(Optional.empty()));
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox line = new HBox(6, value, label);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
