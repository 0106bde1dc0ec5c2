package io.semascope.ui.granularity;

import io.semascope.ui.theme.PanelStyle;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The panel about cutting: how the corpus is cut, and one question against all pieces of one document.
public final class GranularityView extends VBox {
  public GranularityView(CorpusCutViewModel corpus, LevelViewModel levels) {
    super(8);
    setId("granularity-panel");
    PanelStyle.putOn(this);
    Node list = new LevelView(levels);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(new CorpusCutView(corpus), list);
  }
}
