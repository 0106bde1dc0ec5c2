package io.semascope.ui.probe;

import atlantafx.base.theme.Styles;
import io.semascope.ui.probe.TextState.TokenChip;
import io.semascope.ui.probe.TextState.Tokens;
import io.semascope.ui.theme.PanelStyle;
import io.semascope.ui.theme.ProblemBox;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The *Text* tab: the unit in its document, and its tokens when asked for.
final class TextView extends ScrollPane {
  private static final String MEANING = "How the model cuts this text before it reads it";

  private final VBox content = new VBox(8);
  private final Label title = PanelStyle.wrapped("");
  private final Label facts = PanelStyle.note("");
  private final VBox notes = new VBox(4);
  private final SelectableText text = new SelectableText();
  private final VBox tokens = new VBox(6);
  private final Button showTokens = new Button("Show tokens");

  TextView(TextViewModel model) {
    setId("inspector-text");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    content.getStyleClass().add("tab-content");
    setContent(content);
    title.setId("inspected-title");
    title.getStyleClass().add(Styles.TEXT_BOLD);
    facts.setId("inspected-facts");
    notes.setId("inspected-notes");
    showTokens.setId("show-tokens");
    showTokens.setTooltip(new Tooltip(MEANING));
    showTokens.setOnAction(event -> model.askTokens());
    tokens.setId("tokens");
    model.stateProperty().subscribe(this::show);
  }

  private void show(TextState state) {
    switch (state) {
      case TextState.Nothing nothing ->
          content.getChildren().setAll(PanelStyle.sentence(nothing.sentence()));
      case TextState.Shown shown -> {
        title.setText(shown.title());
        facts.setText(shown.facts());
        text.show(shown.parts());
        notes.getChildren().setAll(shown.notes().stream().map(TextView::notice).toList());
        showTokens(shown.tokens());
        if (shown.notes().isEmpty()) {
          content.getChildren().setAll(title, facts, text, tokens);
        } else {
          content.getChildren().setAll(title, facts, notes, text, tokens);
        }
      }
    }
  }

  private static Node notice(String sentence) {
    Label label = PanelStyle.wrapped(sentence);
    label.getStyleClass().add("notice-box");
    return label;
  }

  private void showTokens(Tokens shown) {
    showTokens.setDisable(shown instanceof Tokens.Unavailable);
    showTokens.setAccessibleHelp(shown instanceof Tokens.Unavailable none ? none.why() : MEANING);
    switch (shown) {
      // A disabled button shows no tooltip.
      case Tokens.Unavailable none ->
          tokens.getChildren().setAll(showTokens, PanelStyle.note(none.why()));
      case Tokens.NotAsked notAsked -> tokens.getChildren().setAll(showTokens);
      case Tokens.Loading loading ->
          tokens.getChildren().setAll(PanelStyle.waiting("Cutting the text into tokens"));
      case Tokens.Failed failed ->
          tokens.getChildren().setAll(new ProblemBox(failed.report()), showTokens);
      case Tokens.Shown list -> {
        FlowPane chips = new FlowPane(4, 4);
        chips.setId("token-chips");
        list.chips().stream().map(TextView::chip).forEach(chips.getChildren()::add);
        Label heading = new Label("Tokens");
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        tokens.getChildren().setAll(heading, PanelStyle.note(list.summary()), chips);
      }
    }
  }

  private static Label chip(TokenChip token) {
    Label label = new Label(token.piece());
    label.getStyleClass().add("token-chip");
    label.setMaxWidth(280);
    String meaning = token.details();
    if (token.special()) {
      label.getStyleClass().add("token-special");
      meaning += " · added by the model";
    }
    if (token.lost()) {
      label.getStyleClass().add("token-lost");
      meaning += " · beyond what the model takes";
    }
    label.setTooltip(new Tooltip(meaning));
    label.setAccessibleText(token.piece() + ", " + meaning);
    return label;
  }
}
