package io.semascope.ui.probe;

import io.semascope.ui.state.Selection;

/// The three views into the selection. FX thread only.
public final class InspectorViewModel {
  private final TextViewModel text;
  private final CosineViewModel cosine = new CosineViewModel();
  private final VectorViewModel vector;

  public InspectorViewModel(InspectorActions actions, Selection selection) {
    text = new TextViewModel(actions);
    vector = new VectorViewModel(actions, selection);
  }

  /// The text of the inspected unit.
  public TextViewModel text() {
    return text;
  }

  /// The cosine of the last two selected units.
  public CosineViewModel cosine() {
    return cosine;
  }

  /// The vector of the inspected unit.
  public VectorViewModel vector() {
    return vector;
  }
}
