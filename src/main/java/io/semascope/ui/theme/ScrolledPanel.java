package io.semascope.ui.theme;

import atlantafx.base.theme.Tweaks;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// As high as the panel in it where there is room, never higher; where there is little it gives way, and the panel is scrolled. FX thread only.
public final class ScrolledPanel extends ScrollPane {
  private static final double LEAST = 60;

  private final Region panel;

  public ScrolledPanel(Region panel) {
    super(panel);
    this.panel = panel;
    getStyleClass().add(Tweaks.EDGE_TO_EDGE);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinHeight(LEAST);
    setMaxHeight(USE_PREF_SIZE);
  }

  /// What wraps is the higher the narrower it stands.
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return snappedTopInset() + panel.prefHeight(width) + snappedBottomInset();
  }
}
