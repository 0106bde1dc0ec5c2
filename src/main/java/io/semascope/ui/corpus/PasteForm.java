package io.semascope.ui.corpus;

import atlantafx.base.theme.Styles;
import io.semascope.corpus.PastedText;
import io.semascope.ui.theme.NumberFormats;
import io.semascope.ui.theme.PanelStyle;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks how a pasted text becomes documents; each button says how many there will be.
public final class PasteForm extends VBox {
  private static final int SHOWN_CHARACTERS = 300;

  /// @param text as pasted, with at least one letter
  /// @param chosen told how to cut it
  public PasteForm(String text, Consumer<PastedText.Split> chosen, Runnable cancelled) {
    setId("paste-form");
    setSpacing(12);
    setPadding(new Insets(16, 48, 16, 16));
    setMaxWidth(520);
    Label title = new Label("Import the clipboard");
    title.getStyleClass().add(Styles.TITLE_4);
    Label beginning = PanelStyle.wrapped(beginning(text.strip()));
    beginning.getStyleClass().add(Styles.TEXT_MUTED);
    long lines = text.lines().filter(line -> !line.isBlank()).count();
    Button whole =
        button("paste-whole", "As one document", () -> chosen.accept(PastedText.Split.WHOLE));
    whole.setDefaultButton(true);
    whole.getStyleClass().add(Styles.ACCENT);
    Button each =
        button(
            "paste-lines",
            "As %s documents, one a line".formatted(NumberFormats.count(lines)),
            () -> chosen.accept(PastedText.Split.LINES));
    each.setDisable(lines < 2);
    Button cancel = button("paste-cancel", "Cancel", cancelled);
    cancel.setCancelButton(true);
    getChildren().addAll(title, beginning, new HBox(8, whole, each, cancel));
  }

  private static Button button(String id, String text, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static String beginning(String text) {
    if (text.length() <= SHOWN_CHARACTERS) {
      return text;
    }
    int end = text.offsetByCodePoints(0, text.codePointCount(0, SHOWN_CHARACTERS));
    return text.substring(0, end) + "…";
  }
}
