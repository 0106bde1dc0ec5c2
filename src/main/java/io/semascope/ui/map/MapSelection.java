package io.semascope.ui.map;

import io.semascope.raster.RowSet;
import java.util.ArrayList;
import java.util.List;

/// Selected units as rows of a scene. Made on another thread when they are many; immutable.
///
/// @param rows in the order they were picked, the last one is inspected
/// @param points those of them that are points of the layout: typed texts stand above these
public record MapSelection(List<Integer> rows, RowSet points) {
  /// Those of the units that are on the scene.
  public static MapSelection of(MapScene scene, List<String> ids) {
    List<Integer> rows = new ArrayList<>();
    for (String id : ids) {
      scene.rowOf(id).ifPresent(rows::add);
    }
    return of(rows, scene.layoutCount());
  }

  static MapSelection of(List<Integer> rows, int layoutCount) {
    return new MapSelection(
        List.copyOf(rows), RowSet.of(rows.stream().filter(row -> row < layoutCount).toList()));
  }
}
