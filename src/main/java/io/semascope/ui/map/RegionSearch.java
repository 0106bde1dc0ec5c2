package io.semascope.ui.map;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/// The question which lit points stand inside an outline. Asked away from the FX thread, because it looks at every point in the outline's rectangle.
///
/// @param hidden legend entries whose points are dimmed; not changed any more
/// @param turn tells whether the map and its selection are still what they were
record RegionSearch(MapFrame frame, BitSet hidden, Lasso lasso, long turn) {
  /// Ids in the order of their rows.
  List<String> ids() {
    List<Integer> inside = new ArrayList<>();
    frame.visit(
        lasso.bounds(),
        row -> {
          if (isLit(frame.scene().entry(row)) && lasso.contains(frame.x(row), frame.y(row))) {
            inside.add(row);
          }
        });
    Collections.sort(inside);
    return inside.stream().map(row -> frame.scene().mark(row).id()).toList();
  }

  private boolean isLit(int entry) {
    return entry < 0 || !hidden.get(entry);
  }
}
