package io.semascope.ui.theme;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The look all panels share: padding, colours of bars and chips, and the small pieces every panel needs.
public final class PanelStyle {
  private static final double TOOLTIP_WIDTH = 360;

  private PanelStyle() {}

  /// Gives `panel` the padding and the colours of a panel.
  public static void putOn(Region panel) {
    panel.getStyleClass().add("panel");
  }

  /// A plain sentence in place of content, at the top left.
  public static Label sentence(String text) {
    Label label = wrapped(text);
    label.getStyleClass().addAll(Styles.TEXT_MUTED, "empty-sentence");
    StackPane.setAlignment(label, Pos.TOP_LEFT);
    return label;
  }

  /// A small remark below content.
  public static Label note(String text) {
    Label label = wrapped(text);
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    return label;
  }

  /// A label that wraps and is never cut.
  public static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// A tooltip for more than a few words: it wraps instead of leaving the screen.
  public static Tooltip wrappedTooltip() {
    Tooltip tooltip = new Tooltip();
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(TOOLTIP_WIDTH);
    return tooltip;
  }

  /// Turns while something is awaited.
  public static ProgressIndicator waiting(String what) {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setMaxSize(32, 32);
    turning.setMinSize(32, 32);
    turning.setAccessibleText(what);
    return turning;
  }
}
