package io.semascope.bench.neighbour;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.job.Cancellation;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.NeighbourList;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.List;
import java.util.stream.IntStream;

/// The rows, evenly spaced, whose nearest others an exact search is asked for.
public final class AskedRows {
  private static final int NEAREST = 10;
  private static final int MOST_QUERIES = 100;

  private final VectorBlock block;
  private final List<Integer> rows;
  private final int nearest;

  /// @param block of at least two rows
  public AskedRows(VectorBlock block) {
    this.block = block;
    int count = Math.min(MOST_QUERIES, block.count());
    rows =
        IntStream.range(0, count)
            .map(i -> (int) ((long) i * block.count() / count))
            .boxed()
            .toList();
    nearest = Math.min(NEAREST, block.count() - 1);
  }

  List<Integer> rows() {
    return rows;
  }

  /// How many nearest rows are asked for each time.
  int nearest() {
    return nearest;
  }

  List<NeighbourQuery> queries(Similarity similarity) {
    return rows.stream()
        .map(row -> NeighbourQuery.of(block.row(row), nearest, similarity).except(row))
        .toList();
  }

  /// One question after the other.
  List<NeighbourList> answers(ExactIndex index, Similarity similarity, Cancellation cancellation) {
    return queries(similarity).stream().map(query -> index.nearest(query, cancellation)).toList();
  }

  /// How much was asked.
  public List<EngineFigure> figures() {
    return List.of(
        new EngineFigure("queries", "rows asked about", "rows", rows.size()),
        new EngineFigure("nearest", "nearest asked for each time", "rows", nearest));
  }
}
