package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.Neighbour;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.projection.Placement;
import io.semascope.projection.PlanarLayout;
import io.semascope.space.VectorSpace;
import io.semascope.vector.Similarity;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps typed texts beside their nearest chunks while the chunks are still moving.
///
/// @param rows the nearest chunk rows of each typed text, nearest first, by unit id
record TypedAnchors(Map<String, List<Integer>> rows) {
  private static final int ANCHORS = 25;

  static TypedAnchors of(SessionState state, Cancellation cancellation) {
    VectorSpace space = state.space().orElseThrow();
    int chunks = state.chunkCount();
    if (chunks == space.count()) {
      return new TypedAnchors(Map.of());
    }
    ExactIndex index = ExactIndex.over(space.vectors().firstRows(chunks), cancellation);
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = chunks; row < space.count(); row++) {
      NeighbourQuery query =
          NeighbourQuery.of(space.vectors().row(row), ANCHORS, Similarity.COSINE);
      rows.put(
          space.unit(row).id(),
          index.nearest(query, cancellation).neighbours().stream().map(Neighbour::row).toList());
    }
    return new TypedAnchors(rows);
  }

  /// Each typed text at the median of its anchors in this layout.
  Map<String, Placement> in(PlanarLayout layout) {
    Map<String, Placement> placements = new HashMap<>();
    rows.forEach(
        (id, anchors) -> {
          if (!anchors.isEmpty()) {
            placements.put(
                id,
                new Placement.Estimated(
                    median(anchors.stream().mapToDouble(row -> layout.x(row)).toArray()),
                    median(anchors.stream().mapToDouble(row -> layout.y(row)).toArray()),
                    anchors));
          }
        });
    return Map.copyOf(placements);
  }

  private static float median(double[] values) {
    java.util.Arrays.sort(values);
    int half = values.length / 2;
    return (float) (values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2);
  }
}
