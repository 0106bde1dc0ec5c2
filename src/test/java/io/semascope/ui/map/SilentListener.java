package io.semascope.ui.map;

import java.util.List;
import java.util.Optional;

/// Does nothing with what a person does on the map.
record SilentListener() implements MapView.Listener {
  @Override
  public void selected(List<String> ids, boolean add) {}

  @Override
  public void hovered(Optional<String> id) {}
}
