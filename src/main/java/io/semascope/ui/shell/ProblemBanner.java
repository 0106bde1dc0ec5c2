package io.semascope.ui.shell;

import atlantafx.base.theme.Styles;
import io.semascope.problem.ProblemReport;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// Says what happened, why, and what to do now, until the person puts it away.
final class ProblemBanner extends HBox {
  private final Label what = new Label();
  private final Label rest = new Label();

  ProblemBanner() {
    setId("problem-banner");
    getStyleClass().add("problem-banner");
    setSpacing(12);
    setAlignment(Pos.CENTER_LEFT);
    setPadding(new Insets(8, 12, 8, 12));
    what.setId("problem-what");
    what.getStyleClass().add(Styles.TEXT_BOLD);
    what.setWrapText(true);
    rest.setId("problem-rest");
    rest.setWrapText(true);
    rest.setMinHeight(Region.USE_PREF_SIZE);
    VBox text = new VBox(2, what, rest);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button close = new Button("", new FontIcon(Material2AL.CLOSE));
    close.setId("problem-close");
    close.setAccessibleText("Put this message away");
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    close.setOnAction(event -> hide());
    getChildren().addAll(text, close);
    hide();
  }

  void show(ProblemReport report) {
    what.setText(report.what());
    rest.setText(report.why() + " " + report.remedy());
    setAccessibleText(report.sentences());
    setVisible(true);
    setManaged(true);
  }

  void hide() {
    setVisible(false);
    setManaged(false);
  }
}
