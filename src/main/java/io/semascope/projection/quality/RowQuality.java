package io.semascope.projection.quality;

import io.semascope.job.Cancellation;
import io.semascope.neighbour.SquaredDistances;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.TooFewPoints;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;

/// What the map does to the k nearest neighbours of one row. The three lists have no row in common; each is nearest first.
///
/// @param kept among the k nearest both in the space and in the map, ordered by the space
/// @param torn true neighbours that the map puts elsewhere, ordered by the space
/// @param mapOnly neighbours in the map that are none in the space, ordered by the map
public record RowQuality(List<Integer> kept, List<Integer> torn, List<Integer> mapOnly) {
  public RowQuality {
    kept = List.copyOf(kept);
    torn = List.copyOf(torn);
    mapOnly = List.copyOf(mapOnly);
  }

  /// For one row, with k capped at n − 1, by Euclidean distance and exact. Throws `TooFewPoints` below two points.
  public static RowQuality of(VectorBlock block, PlanarLayout layout, int row, int k) {
    int count = MapQuality.requireSameCount(block, layout);
    if (count < 2) {
      throw new TooFewPoints("The quality of a map", count, 2);
    }
    float[] query = new float[block.dimension()];
    block.copyRow(row, query);
    float[] distances = new float[count];
    SquaredDistances.scan(
        block,
        query,
        Cancellation.never(),
        (ignored, first, from, at, rows) -> System.arraycopy(from, at, distances, first, rows));
    Ranks inSpace = new Ranks(count);
    inSpace.sort(row, distances);
    Ranks inMap = new Ranks(count);
    inMap.sort(row, new MapDistances(layout).from(row, distances));
    return compare(inSpace, inMap, Math.min(k, count - 1));
  }

  private static RowQuality compare(Ranks inSpace, Ranks inMap, int k) {
    List<Integer> kept = new ArrayList<>();
    List<Integer> torn = new ArrayList<>();
    List<Integer> mapOnly = new ArrayList<>();
    for (int rank = 1; rank <= k; rank++) {
      int neighbour = inSpace.row(rank);
      (inMap.rank(neighbour) <= k ? kept : torn).add(neighbour);
      int onMap = inMap.row(rank);
      if (inSpace.rank(onMap) > k) {
        mapOnly.add(onMap);
      }
    }
    return new RowQuality(kept, torn, mapOnly);
  }
}
