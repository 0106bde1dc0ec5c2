package io.semascope.wronghouse.ui.map;

import io.semascope.wronghouse.retrieval.Choice;
import io.semascope.wronghouse.ui.compose.ComposeView;

/// A panel that uses another panel.
public final class MapView {
  public int shown(ComposeView view) {
    return view.shown(new Choice.Best(1));
  }
}
