package io.semascope.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;

/// Light or dark, for a whole window.
public enum Theme {
  LIGHT,
  DARK;

  /// Style class of lists and panels whose own colours depend on the theme.
  public static final String REPAINTED = "repainted";

  private static final String OWN_SHEET = "/assets/css/semascope.css";

  /// Takes the theme for all controls; panels that paint by themselves ask `isDark`.
  public void applyTo(Parent root) {
    Application.setUserAgentStylesheet(
        switch (this) {
          case LIGHT -> new PrimerLight().getUserAgentStylesheet();
          case DARK -> new PrimerDark().getUserAgentStylesheet();
        });
    String sheet =
        Objects.requireNonNull(Theme.class.getResource(OWN_SHEET), OWN_SHEET).toExternalForm();
    if (!root.getStylesheets().contains(sheet)) {
      root.getStylesheets().add(sheet);
    }
    root.getStyleClass().removeAll(List.of("light", "dark"));
    root.getStyleClass().add(isDark() ? "dark" : "light");
    root.lookupAll("." + REPAINTED).forEach(Theme::repaint);
  }

  private static void repaint(Node node) {
    switch (node) {
      case ListView<?> list -> list.refresh();
      case Parent painter -> painter.requestLayout();
      default -> throw new IllegalStateException(node + " cannot be painted again");
    }
  }

  /// What the system shows its own windows in.
  public static Theme ofSystem() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
  }

  public boolean isDark() {
    return this == DARK;
  }
}
