package io.semascope.ui.granularity;

import atlantafx.base.theme.Styles;
import io.semascope.ui.theme.PanelStyle;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The panel about cutting: how the corpus is cut, and one question against all pieces of one document.
public final class GranularityView extends VBox {
  public GranularityView(CorpusCutViewModel corpus, LevelViewModel levels) {
    setId("granularity-panel");
    PanelStyle.putOn(this);
    Node list = new LevelView(levels);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren()
        .addAll(
            heading("How the corpus is cut"),
            new CorpusCutView(corpus),
            new Separator(),
            heading("One question, all levels of one document"),
            list);
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add(Styles.TEXT_BOLD);
    return label;
  }
}
