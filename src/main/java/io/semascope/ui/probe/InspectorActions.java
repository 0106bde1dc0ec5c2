package io.semascope.ui.probe;

/// What the inspector asks for. Called on the FX thread; must return at once.
public interface InspectorActions {
  /// How the model cuts this text into tokens; answered with `TextViewModel.showTokens` or `failTokens`.
  void tokens(String text);

  /// The texts at both ends of this dimension, from 0; answered with `VectorViewModel.showEnds` or `failEnds`.
  void dimension(int dimension);
}
