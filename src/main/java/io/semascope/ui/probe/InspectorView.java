package io.semascope.ui.probe;

import io.semascope.ui.theme.PanelStyle;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The panel that looks into the selection: its text, its cosine, its vector.
public final class InspectorView extends VBox {
  private final TabPane tabs = new TabPane();
  private final Tab text;
  private final Tab cosine;
  private final Tab vector;

  public InspectorView(InspectorViewModel model) {
    setId("inspector");
    PanelStyle.putOn(this);
    getStyleClass().add("inspector");
    text = tab("Text", new TextView(model.text()));
    cosine = tab("Cosine", new CosineView(model.cosine()));
    vector = tab("Vector", new VectorView(model.vector()));
    tabs.setId("inspector-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getTabs().setAll(text, cosine, vector);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().add(tabs);
  }

  private static Tab tab(String title, Node content) {
    return new Tab(title, content);
  }

  public void showText() {
    tabs.getSelectionModel().select(text);
  }

  public void showCosine() {
    tabs.getSelectionModel().select(cosine);
  }

  public void showVector() {
    tabs.getSelectionModel().select(vector);
  }
}
