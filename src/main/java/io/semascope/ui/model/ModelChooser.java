package io.semascope.ui.model;

import atlantafx.base.theme.Styles;
import io.semascope.model.ModelEntry;
import io.semascope.ui.theme.NumberFormats;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A list of models with what should be known about each, and one button that says exactly what it will do.
public final class ModelChooser extends HBox {
  private final Requests requests;
  private final ListView<ModelRow> list = new ListView<>();
  private final VBox detail = new VBox(8);
  private final ComboBox<Integer> size = new ComboBox<>();
  private final CheckBox consent = new CheckBox();
  private final Button action = new Button();
  private int texts;

  public ModelChooser(Requests requests) {
    this.requests = requests;
    setId("model-chooser");
    setSpacing(16);
    setPadding(new Insets(16));
    list.setId("model-list");
    list.setAccessibleText("Models");
    list.setMinWidth(260);
    list.setPrefWidth(300);
    list.setCellFactory(view -> new ModelCell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (observed, before, now) -> {
              if (now != null) {
                describe(now);
              }
            });
    size.setId("model-size");
    consent.setId("model-consent");
    consent.setWrapText(true);
    consent.selectedProperty().addListener(observed -> refreshAction());
    action.setId("model-action");
    action.getStyleClass().add(Styles.ACCENT);
    Button folder = new Button("Add a model folder…");
    folder.setId("add-model-folder");
    folder.setOnAction(event -> requests.addFolder());
    VBox left = new VBox(8, list, folder);
    VBox.setVgrow(list, Priority.ALWAYS);
    HBox.setHgrow(detail, Priority.ALWAYS);
    detail.setMinWidth(280);
    detail.setPrefWidth(420);
    getChildren().addAll(left, detail);
  }

  /// Shows the catalogue.
  ///
  /// @param chosen id of the model in use
  /// @param documents how many documents a new space would embed
  public void show(List<ModelEntry> entries, String chosen, int documents) {
    texts = documents;
    list.getItems().setAll(entries.stream().map(ModelRow::of).toList());
    list.getItems().stream()
        .filter(row -> row.id().equals(chosen))
        .findFirst()
        .or(() -> list.getItems().stream().findFirst())
        .ifPresent(
            row -> {
              list.getSelectionModel().select(row);
              list.scrollTo(row);
              // The same row as before is no change to the list, but the number of documents may be
              // another.
              describe(row);
            });
  }

  private void describe(ModelRow row) {
    Label title = text(row.title());
    title.getStyleClass().add(Styles.TITLE_4);
    detail.getChildren().setAll(title, text(row.summary()));
    row.prompts().forEach(prompt -> detail.getChildren().add(text(prompt)));
    for (String caution : row.cautions()) {
      Label label = text(caution);
      label.getStyleClass().add("caution");
      detail.getChildren().add(label);
    }
    size.getItems().setAll(row.sizes());
    size.getSelectionModel().selectFirst();
    if (row.sizes().size() > 1) {
      Label label = new Label("Size of the vectors");
      label.setLabelFor(size);
      HBox sizes = new HBox(8, label, size);
      sizes.setAlignment(Pos.CENTER_LEFT);
      detail.getChildren().add(sizes);
    }
    consent.setSelected(false);
    if (!row.consent().isEmpty() && row.action() == ModelRow.Action.FETCH) {
      consent.setText("I have read and accept: " + row.consent());
      detail.getChildren().add(consent);
    }
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    detail.getChildren().addAll(gap, action);
    refreshAction();
  }

  private void refreshAction() {
    ModelRow row = list.getSelectionModel().getSelectedItem();
    if (row == null) {
      return;
    }
    switch (row.action()) {
      case EMBED -> {
        action.setText("Embed " + NumberFormats.count(texts) + " documents with this model");
        action.setDisable(texts == 0);
        action.setOnAction(event -> requests.embed(row.id(), chosenSize(row)));
      }
      case FETCH -> {
        action.setText("Fetch over the network");
        action.setDisable(!row.consent().isEmpty() && !consent.isSelected());
        action.setOnAction(event -> requests.fetch(row.id(), consent.isSelected()));
      }
      case NONE -> {
        action.setText("Cannot be run by this version");
        action.setDisable(true);
      }
    }
  }

  /// 0 stands for the model's own dimension.
  private int chosenSize(ModelRow row) {
    Integer chosen = size.getValue();
    return chosen == null || chosen.equals(row.sizes().getFirst()) ? 0 : chosen;
  }

  private static Label text(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// What the chooser asks for.
  public interface Requests {
    /// Makes a new space; the old ones stay.
    void embed(String modelId, int dimension);

    void fetch(String modelId, boolean consent);

    void addFolder();
  }

  private static final class ModelCell extends ListCell<ModelRow> {
    @Override
    protected void updateItem(ModelRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setText(null);
        return;
      }
      String mark =
          switch (row.action()) {
            case EMBED -> "ready";
            case FETCH -> "to be fetched";
            case NONE -> "known, not runnable";
          };
      setText(row.id() + "\n" + mark);
    }
  }
}
