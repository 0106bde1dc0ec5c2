package io.semascope.ui.shell;

import atlantafx.base.theme.Styles;
import io.semascope.ui.theme.ScrolledPanel;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Where every panel stands: left data, centre the map, right the inspector, below a drawer, and the edges.
final class WindowFrame extends StackPane {
  /// Share of the height: the smallest in which a usual window, 700 pixels high, shows three neighbours and the drawer some pieces.
  private static final double ABOVE_DRAWER = 0.615;

  private final SplitPane columns = new SplitPane();
  private final SplitPane rows = new SplitPane();
  private final RightColumn right;
  private boolean arranged;
  private final Region drawer;
  private final CommandSearch search;

  /// @param dropped told the files a person dropped on the window
  WindowFrame(Parts parts, List<Command> commands, Consumer<List<Path>> dropped) {
    setId("window");
    drawer = parts.drawer();
    search = new CommandSearch(commands, this::endSearch);
    Region compose = new ScrolledPanel(parts.compose());
    VBox.setVgrow(compose, Priority.SOMETIMES);
    VBox left = new VBox(10, compose, parts.spaceLine(), parts.units());
    left.setId("left");
    left.setPadding(new Insets(10));
    left.setMinWidth(200);
    VBox.setVgrow(parts.units(), Priority.ALWAYS);
    BorderPane centre = new BorderPane(parts.map());
    centre.setTop(parts.layoutBar());
    centre.setMinWidth(260);
    right = new RightColumn(parts.neighbours(), parts.inspector());
    right.setMinWidth(240);
    columns.setId("columns");
    columns.getItems().addAll(left, centre, right);
    columns
        .widthProperty()
        .addListener((observed, before, now) -> arrangeColumns(now.doubleValue()));
    SplitPane.setResizableWithParent(left, false);
    SplitPane.setResizableWithParent(right, false);
    rows.setOrientation(Orientation.VERTICAL);
    rows.getItems().add(columns);
    // Where there is too little height for all, the panels give way and not the menu or the status.
    for (Region part : List.of(rows, columns, left, drawer)) {
      part.setMinHeight(0);
    }
    SplitPane.setResizableWithParent(drawer, false);
    BorderPane window = new BorderPane(rows);
    window.setTop(new VBox(menuRow(commands), parts.edges().banner(), parts.edges().notes()));
    window.setBottom(parts.edges().status());
    search.setVisible(false);
    StackPane.setAlignment(search, Pos.TOP_CENTER);
    StackPane.setMargin(search, new Insets(48, 0, 0, 0));
    parts.edges().sheet().standBefore(rows);
    getChildren().addAll(window, parts.edges().sheet(), search);
    acceptFiles(dropped);
  }

  private HBox menuRow(List<Command> commands) {
    MainMenu menu = new MainMenu(commands);
    menu.setUseSystemMenuBar(true);
    Button find = new Button("Search commands (" + Command.keys("Shortcut+K") + ")");
    find.setId("search-commands");
    find.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    find.setOnAction(event -> searchCommands());
    HBox row = new HBox(menu, find);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("menu-row");
    HBox.setHgrow(menu, Priority.ALWAYS);
    return row;
  }

  /// Gives the sides the room that their panels need, the rest to the map; once, as the window gets its first width.
  private void arrangeColumns(double width) {
    if (!arranged && width > 0) {
      double left = Math.clamp(width * 0.2, 220, 320);
      double inspecting = Math.clamp(width * 0.28, 310, 440);
      placeColumns(left / width, 1 - inspecting / width);
    }
  }

  /// @param left share of the width left of the map
  /// @param right share of the width where the map ends
  void placeColumns(double left, double right) {
    arranged = true;
    columns.setDividerPositions(left, right);
  }

  /// Where the map begins and ends, as shares of the width.
  List<Double> columnPlaces() {
    return Arrays.stream(columns.getDividerPositions()).boxed().toList();
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

  boolean isDrawerOpen() {
    return rows.getItems().contains(drawer);
  }

  void toggleDrawer() {
    if (isDrawerOpen()) {
      rows.getItems().remove(drawer);
    } else {
      rows.getItems().add(drawer);
      rows.setDividerPositions(ABOVE_DRAWER);
    }
  }

  /// @param panel `neighbours`, `inspector`, `text`, `cosine`, `vector`, `granularity`; anything else leaves the window as it is
  void bringToFront(String panel) {
    switch (panel) {
      case "neighbours", "neighbour" -> right.showNeighbours();
      case "inspector", "probe", "text", "cosine", "vector" -> right.showInspector();
      case "granularity" -> {
        if (!isDrawerOpen()) {
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
      Region spaceLine,
      Region units,
      Region map,
      Region layoutBar,
      Region inspector,
      Region neighbours,
      Region drawer,
      Edges edges) {}

  /// What stands around the panels.
  record Edges(Region status, Region banner, Region notes, Sheet sheet) {}
}
