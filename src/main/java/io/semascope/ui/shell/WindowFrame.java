package io.semascope.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Where every panel stands: left data, centre the map, right the inspector, below a drawer, and the edges.
final class WindowFrame extends StackPane {
  private final SplitPane columns = new SplitPane();
  private final SplitPane rows = new SplitPane();
  private final TabPane right = new TabPane();
  private final Region drawer;
  private final CommandSearch search;

  /// @param dropped told the files a person dropped on the window
  WindowFrame(Parts parts, List<Command> commands, Consumer<List<Path>> dropped) {
    setId("window");
    drawer = parts.drawer();
    search = new CommandSearch(commands, this::endSearch);
    VBox left = new VBox(10, parts.compose(), parts.units());
    left.setId("left");
    left.setPadding(new Insets(10));
    left.setMinWidth(200);
    VBox.setVgrow(parts.units(), Priority.ALWAYS);
    BorderPane centre = new BorderPane(parts.map());
    centre.setTop(parts.layoutBar());
    centre.setMinWidth(260);
    rows.setOrientation(Orientation.VERTICAL);
    rows.getItems().add(centre);
    Tab neighbours = tab("neighbours", "Neighbours", parts.neighbours());
    Tab inspect = tab("inspector", "Text · cosine · vector", parts.inspector());
    right.getTabs().addAll(neighbours, inspect);
    right.setId("right");
    right.setMinWidth(240);
    columns.setId("columns");
    columns.getItems().addAll(left, rows, right);
    columns.setDividerPositions(0.2, 0.72);
    SplitPane.setResizableWithParent(left, false);
    SplitPane.setResizableWithParent(right, false);
    BorderPane window = new BorderPane(columns);
    window.setTop(new VBox(new MainMenu(commands), parts.edges().banner(), parts.edges().notes()));
    window.setBottom(parts.edges().status());
    search.setVisible(false);
    StackPane.setAlignment(search, Pos.TOP_CENTER);
    StackPane.setMargin(search, new Insets(48, 0, 0, 0));
    getChildren().addAll(window, parts.edges().sheet(), search);
    acceptFiles(dropped);
  }

  private static Tab tab(String id, String title, Region content) {
    Tab tab = new Tab(title, content);
    tab.setId(id);
    tab.setClosable(false);
    return tab;
  }

  private void acceptFiles(Consumer<List<Path>> dropped) {
    setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    setOnDragDropped(
        event -> {
          List<File> files = event.getDragboard().getFiles();
          dropped.accept(files.stream().map(File::toPath).toList());
          event.setDropCompleted(!files.isEmpty());
          event.consume();
        });
  }

  void toggleDrawer() {
    if (rows.getItems().contains(drawer)) {
      rows.getItems().remove(drawer);
    } else {
      rows.getItems().add(drawer);
      rows.setDividerPositions(0.55);
    }
  }

  /// @param panel `neighbours`, `inspector`, `text`, `cosine`, `vector`, `granularity`; anything else leaves the window as it is
  void bringToFront(String panel) {
    switch (panel) {
      case "neighbours", "neighbour" -> right.getSelectionModel().select(0);
      case "inspector", "probe", "text", "cosine", "vector" -> right.getSelectionModel().select(1);
      case "granularity" -> {
        if (!rows.getItems().contains(drawer)) {
          toggleDrawer();
        }
      }
      default -> {}
    }
  }

  void searchCommands() {
    search.setVisible(true);
    search.begin();
  }

  private void endSearch() {
    search.setVisible(false);
  }

  /// The panels, each made by somebody else.
  record Parts(
      Region compose,
      Region units,
      Region map,
      Region layoutBar,
      Region inspector,
      Region neighbours,
      Region drawer,
      Edges edges) {}

  /// What stands around the panels.
  record Edges(Region status, Region banner, Region notes, Region sheet) {}
}
