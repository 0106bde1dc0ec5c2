package io.semascope.neighbour.approximate;

import io.semascope.job.Cancellation;
import io.semascope.neighbour.Neighbour;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.vector.Kernel;
import io.semascope.vector.Kernels;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Compares the candidates of an approximate search with the query in double precision.
///
/// By cosine a float32 product comes first, whose error has a bound: only candidates that it cannot tell from the nearest are computed again. The answer is the
/// same as without.
final class Rescoring {
  /// What 1 / length as float32 adds to the error of a cosine, generously.
  private static final double INVERSE_ERROR = 0x1p-22;

  private final VectorBlock block;
  private final Directions directions;
  private final Kernel kernel = Kernels.best();

  /// @param directions those of `block`
  Rescoring(VectorBlock block, Directions directions) {
    this.block = block;
    this.directions = directions;
  }

  /// The nearest of some rows that have a direction, as many as asked for, nearest first, ties by row. Throws `JobCancelled` when asked to stop.
  List<Neighbour> best(NeighbourQuery query, int[] candidates, Cancellation cancellation) {
    Similarity similarity = query.similarity();
    int[] rows =
        similarity == Similarity.COSINE && candidates.length > query.count()
            ? reaching(query, candidates, cancellation)
            : candidates;
    Neighbour[] found = new Neighbour[rows.length];
    for (int i = 0; i < rows.length; i++) {
      cancellation.check();
      found[i] = new Neighbour(rows[i], similarity.between(query.vector(), block.row(rows[i])));
    }
    Comparator<Neighbour> byValue = Comparator.comparingDouble(Neighbour::value);
    Arrays.sort(
        found,
        (similarity.largerIsNearer() ? byValue.reversed() : byValue)
            .thenComparingInt(Neighbour::row));
    return List.of(Arrays.copyOf(found, Math.min(query.count(), found.length)));
  }

  /// The candidates whose cosine may be among the largest.
  private int[] reaching(NeighbourQuery query, int[] candidates, Cancellation cancellation) {
    float[] values = query.vector().toArray();
    double length = query.vector().norm();
    double underflow = values.length * (double) Float.MIN_NORMAL / length;
    double[] highest = new double[candidates.length];
    double[] lowest = new double[candidates.length];
    for (int i = 0; i < candidates.length; i++) {
      cancellation.check();
      double inverse = directions.inverse(candidates[i]);
      double cosine = kernel.dot(values, block, candidates[i]) / length * inverse;
      double margin = 2 * (Kernel.errorFactor(values.length) + INVERSE_ERROR + underflow * inverse);
      boolean known = Double.isFinite(cosine) && Double.isFinite(margin);
      highest[i] = known ? cosine + margin : Double.POSITIVE_INFINITY;
      lowest[i] = known ? cosine - margin : Double.NEGATIVE_INFINITY;
    }
    Arrays.sort(lowest);
    double threshold = lowest[lowest.length - query.count()];
    int kept = 0;
    int[] rows = new int[candidates.length];
    for (int i = 0; i < candidates.length; i++) {
      if (highest[i] >= threshold) {
        rows[kept++] = candidates[i];
      }
    }
    return Arrays.copyOf(rows, kept);
  }
}
