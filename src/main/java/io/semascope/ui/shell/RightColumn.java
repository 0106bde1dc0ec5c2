package io.semascope.ui.shell;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Neighbours above, the inspector below; where the window is too low for both, one behind the other as tabs.
final class RightColumn extends StackPane {
  /// Below this height, in pixels, a list of ten neighbours leaves the inspector no room.
  private static final double ENOUGH_FOR_BOTH = 740;

  private final Region neighbours;
  private final Region inspector;
  private final Tab first = tab("neighbours", "Neighbours");
  private final Tab second = tab("inspect", "Inspector");
  private final TabPane tabs = new TabPane(first, second);
  private final SplitPane both = new SplitPane();

  RightColumn(Region neighbours, Region inspector) {
    this.neighbours = neighbours;
    this.inspector = inspector;
    setId("right");
    both.setId("right-rows");
    both.setOrientation(Orientation.VERTICAL);
    tabs.setId("right-tabs");
    heightProperty().addListener((observed, before, now) -> arrange(now.doubleValue()));
    arrange(0);
  }

  private static Tab tab(String id, String title) {
    Tab tab = new Tab(title);
    tab.setId(id);
    tab.setClosable(false);
    return tab;
  }

  private void arrange(double height) {
    boolean fits = height >= ENOUGH_FOR_BOTH;
    if (fits && !getChildren().contains(both)) {
      first.setContent(null);
      second.setContent(null);
      both.getItems().setAll(neighbours, inspector);
      both.setDividerPositions(0.55);
      getChildren().setAll(both);
    } else if (!fits && !getChildren().contains(tabs)) {
      both.getItems().clear();
      first.setContent(neighbours);
      second.setContent(inspector);
      getChildren().setAll(tabs);
    }
  }

  void showNeighbours() {
    tabs.getSelectionModel().select(first);
  }

  void showInspector() {
    tabs.getSelectionModel().select(second);
  }
}
