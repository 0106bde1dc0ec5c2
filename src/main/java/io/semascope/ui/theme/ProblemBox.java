package io.semascope.ui.theme;

import atlantafx.base.theme.Styles;
import io.semascope.problem.ProblemReport;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The three sentences of a problem, shown where it belongs.
public final class ProblemBox extends VBox {
  public ProblemBox(ProblemReport report) {
    getStyleClass().add("problem-box");
    setAccessibleText(report.sentences());
    setFocusTraversable(true);
    setMaxHeight(USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.TOP_LEFT);
    Label what = line(report.what());
    what.getStyleClass().addAll(Styles.TEXT_BOLD, Styles.DANGER);
    Label why = line(report.why());
    Label remedy = line(report.remedy());
    getChildren().setAll(what, why, remedy);
  }

  private static Label line(String sentence) {
    Label label = new Label(sentence);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
