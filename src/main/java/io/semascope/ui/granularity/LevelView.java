package io.semascope.ui.granularity;

import atlantafx.base.theme.Styles;
import io.semascope.job.NewestOnly;
import io.semascope.text.Granularity;
import io.semascope.ui.granularity.LevelState.Answer;
import io.semascope.ui.granularity.LevelState.DocumentChoice;
import io.semascope.ui.granularity.LevelState.Page;
import io.semascope.ui.granularity.LevelState.Row;
import io.semascope.ui.state.FxBridge;
import io.semascope.ui.theme.FittedName;
import io.semascope.ui.theme.GranularityNames;
import io.semascope.ui.theme.NumberFormats;
import io.semascope.ui.theme.PanelStyle;
import io.semascope.ui.theme.ProblemBox;
import io.semascope.ui.theme.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// One document, one question: the documents, all pieces of the chosen one in one list, and its text, side by side.
final class LevelView extends SplitPane {
  private final LevelViewModel model;
  private final TextField search = new TextField();
  private final ListView<DocumentChoice> documents = new ListView<>();
  private final TextField query = new TextField();
  private final FlowPane levels = new FlowPane(10, 2);
  private final VBox notes = new VBox(2);
  private final StackPane answer = new StackPane();
  private final TableView<Row> table = new TableView<>();
  private final TableColumn<Row, String> rank = column("#", row -> String.valueOf(row.rank()));
  private final VBox page = new VBox(4);
  private final NewestOnly<Question> worker =
      new NewestOnly<>(
          "document filter",
          question -> {
            DocumentList.Found found = question.list().holding(question.words());
            FxBridge.run(() -> takeLate(question, found));
          });
  private Question wanted = new Question(DocumentList.empty(), "");
  private DocumentList.Found found = wanted.list().all();
  private boolean following;
  private List<Granularity> listed = List.of();

  LevelView(LevelViewModel model) {
    this.model = model;
    prepareDocuments();
    prepareTable();
    query.setId("level-query");
    query.setPromptText("A question for every piece, then Enter");
    query.setAccessibleText("Question to compare all pieces of the document with");
    query.setOnAction(event -> model.compare(query.getText()));
    levels.setId("level-filter");
    notes.setId("level-notes");
    page.setId("level-document");
    page.getStyleClass().add("tab-content");
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    answer.setMinHeight(0);
    VBox.setVgrow(documents, Priority.ALWAYS);
    VBox.setVgrow(answer, Priority.ALWAYS);
    VBox choice = column(search, documents);
    SplitPane.setResizableWithParent(choice, false);
    getItems().setAll(choice, column(query, levels, notes, answer), scroll);
    setDividerPositions(0.2, 0.745);
    model.stateProperty().subscribe(this::show);
  }

  private static VBox column(Node... parts) {
    VBox column = new VBox(4, parts);
    column.getStyleClass().add("tab-content");
    column.setMinWidth(120);
    return column;
  }

  private void prepareDocuments() {
    search.setId("document-search");
    search.setPromptText("Find by title");
    search.setAccessibleText("Find a document by its title; Down goes to the list");
    search.textProperty().addListener(observed -> filter(wanted.list()));
    search.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DOWN && !documents.getItems().isEmpty()) {
            documents.requestFocus();
            documents.getSelectionModel().selectFirst();
            event.consume();
          }
        });
    documents.setId("document-choice");
    documents.setAccessibleText("Documents. Enter chooses.");
    documents.getStyleClass().add(Styles.DENSE);
    documents.setCellFactory(list -> new TitleCell());
    documents.setMinHeight(56);
    // Rows of one height are found without a look at those before them.
    documents.setFixedCellSize(28);
    documents
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(choice -> Optional.ofNullable(choice).ifPresent(this::picked));
  }

  private void picked(DocumentChoice choice) {
    if (!following) {
      model.choose(choice.id());
    }
  }

  /// All of them at once; titles are read on another thread, and the list changes when that is done.
  private void filter(DocumentList list) {
    wanted = new Question(list, search.getText().strip());
    if (wanted.words().isEmpty()) {
      take(list.all());
    } else {
      worker.ask(wanted);
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private void takeLate(Question asked, DocumentList.Found answer) {
    if (asked == wanted) {
      take(answer);
    }
  }

  private void take(DocumentList.Found answer) {
    found = answer;
    following = true;
    documents.setItems(answer);
    following = false;
    follow();
  }

  private void prepareTable() {
    table.setId("level-table");
    table.setAccessibleText(
        "Pieces of the document, nearest first. The marked one is in its text.");
    table.getStyleClass().addAll(Styles.DENSE, Styles.STRIPED);
    table.setFixedCellSize(24);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    rank.getStyleClass().add("number-column");
    TableColumn<Row, Row> cosine = new TableColumn<>("cosine");
    cosine.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    cosine.setCellFactory(column -> new CosineCell());
    cosine.setSortable(false);
    cosine.setPrefWidth(144);
    cosine.setMinWidth(144);
    cosine.setMaxWidth(180);
    TableColumn<Row, String> level =
        column("level", row -> GranularityNames.name(row.granularity()));
    level.setPrefWidth(118);
    level.setMinWidth(118);
    level.setMaxWidth(170);
    TableColumn<Row, String> text = column("text", Row::excerpt);
    text.setPrefWidth(400);
    table.getColumns().add(rank);
    table.getColumns().add(cosine);
    table.getColumns().add(level);
    table.getColumns().add(text);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> Optional.ofNullable(row).ifPresent(model::mark));
  }

  private static TableColumn<Row, String> column(String title, Function<Row, String> text) {
    TableColumn<Row, String> column = new TableColumn<>(title);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private void show(LevelState state) {
    if (!wanted.list().equals(state.documents())) {
      filter(state.documents());
    }
    follow();
    query.setDisable(state.chosen().isEmpty());
    showPage(state.page());
    showAnswer(state.answer());
  }

  /// Moves the list's own selection to the chosen document, where it is listed.
  private void follow() {
    int place = model.stateProperty().get().chosen().map(found::indexOf).orElse(-1);
    following = true;
    if (place < 0) {
      documents.getSelectionModel().clearSelection();
    } else if (documents.getSelectionModel().getSelectedIndex() != place) {
      documents.getSelectionModel().clearAndSelect(place);
    }
    following = false;
  }

  private void showPage(Optional<Page> shown) {
    page.getChildren().clear();
    if (shown.isEmpty()) {
      page.getChildren().add(PanelStyle.sentence("The text of the chosen document appears here."));
      return;
    }
    TextFlow flow = new TextFlow();
    addText(flow, shown.get().before(), "own-text");
    addText(flow, shown.get().marked(), "marked-text");
    addText(flow, shown.get().after(), "own-text");
    if (!shown.get().note().isEmpty()) {
      page.getChildren().add(PanelStyle.note(shown.get().note()));
    }
    page.getChildren().add(flow);
  }

  /// An empty run would lend its style to the first letter of the next one.
  private static void addText(TextFlow flow, String content, String style) {
    if (!content.isEmpty()) {
      Text text = new Text(content);
      text.getStyleClass().add(style);
      flow.getChildren().add(text);
    }
  }

  private void showAnswer(Answer shown) {
    switch (shown) {
      case Answer.Nothing nothing -> replace(PanelStyle.sentence(nothing.sentence()));
      case Answer.Loading loading -> replace(PanelStyle.waiting("Comparing all pieces"));
      case Answer.Problem problem -> replace(new ProblemBox(problem.report()));
      case Answer.Shown rows -> {
        if (!table.getItems().equals(rows.rows())) {
          table.getItems().setAll(rows.rows());
          widenRank();
        }
        answer.getChildren().setAll(table);
        showLevels(rows);
      }
    }
  }

  /// Ranks rise: the last is the longest.
  private void widenRank() {
    int ranked = table.getItems().isEmpty() ? 0 : table.getItems().getLast().rank();
    double width = Math.max(36, TextWidth.of(String.valueOf(ranked), query.getFont()) + 8);
    rank.setMaxWidth(width);
    rank.setMinWidth(width);
  }

  private void replace(Node node) {
    listed = List.of();
    levels.getChildren().clear();
    notes.getChildren().clear();
    answer.getChildren().setAll(node);
  }

  private void showLevels(Answer.Shown shown) {
    // Boxes that are there stay, so that the keyboard keeps its place.
    if (!listed.equals(shown.levels())) {
      listed = shown.levels();
      levels.getChildren().setAll(listed.stream().map(level -> box(level, shown)).toList());
    }
    List<Node> lines = new ArrayList<>(List.of(PanelStyle.note(shown.summary())));
    for (String note : shown.notes()) {
      Label line = PanelStyle.wrapped(note);
      line.getStyleClass().add("notice-box");
      lines.add(line);
    }
    notes.getChildren().setAll(lines);
  }

  private CheckBox box(Granularity level, Answer.Shown shown) {
    CheckBox box = new CheckBox(GranularityNames.name(level));
    box.setSelected(!shown.hidden().contains(level));
    box.setOnAction(event -> model.show(level, box.isSelected()));
    return box;
  }

  /// Which documents of a list hold these words in their title.
  private record Question(DocumentList list, String words) {}

  /// A title that is cut rather than widening the list.
  private static final class TitleCell extends ListCell<DocumentChoice> {
    private final Label label = new Label();
    private final FittedName name = new FittedName(label);

    TitleCell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable DocumentChoice choice, boolean empty) {
      super.updateItem(choice, empty);
      if (empty || choice == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      name.show(choice.title());
      setAccessibleText(choice.title());
      setGraphic(label);
    }
  }

  /// The number and its bar around 0.
  private static final class CosineCell extends TableCell<Row, Row> {
    private final CosineBar bar = new CosineBar();

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        setText("");
        return;
      }
      bar.show(row.cosine());
      setGraphic(bar);
      setText(NumberFormats.score(row.cosine()));
    }
  }
}
