package io.semascope.ui.compose;

import io.semascope.session.TypedRequest;

/// What the panel asks for. Called on the FX thread; must return at once.
public interface ComposeActions {
  /// Place this text; the window answers with `placing`, then `placed` or `fail`.
  void place(TypedRequest request);

  /// Stop placing the text.
  void cancel();

  /// Take a typed text out of the space.
  void remove(String unitId);
}
