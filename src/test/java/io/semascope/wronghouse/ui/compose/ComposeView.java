package io.semascope.wronghouse.ui.compose;

import io.semascope.wronghouse.retrieval.Choice;

/// A panel that does nothing wrong: it shows values.
public final class ComposeView {
  public int shown(Choice choice) {
    return switch (choice) {
      case Choice.Best best -> best.row();
    };
  }
}
