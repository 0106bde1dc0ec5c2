package io.semascope.ui.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// The question which lit points stand inside an outline. Asked away from the FX thread, because it looks at every point in the outline's rectangle.
///
/// @param hidden legend entries whose points are dimmed
record RegionSearch(MapFrame frame, Set<Integer> hidden, Lasso lasso) {
  /// Ids in the order of their rows.
  List<String> ids() {
    List<Integer> inside = new ArrayList<>();
    frame.visit(
        lasso.bounds(),
        row -> {
          if (!hidden.contains(frame.scene().entry(row))
              && lasso.contains(frame.x(row), frame.y(row))) {
            inside.add(row);
          }
        });
    Collections.sort(inside);
    return inside.stream().map(row -> frame.scene().mark(row).id()).toList();
  }
}
