package io.semascope.neighbour.approximate;

import io.semascope.job.JobContext;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.Neighbour;
import io.semascope.neighbour.NeighbourList;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks an approximate and the exact index the same questions by cosine: the nearest other rows of rows drawn evenly from a block.
public final class RecallMeasurement {
  /// How many neighbours are compared; all there are where there are fewer.
  public static final int NEAREST = 10;

  /// How many rows are asked about; all of them where there are fewer.
  public static final int QUERIES = 200;

  /// Few enough that one pass over a part of the rows ends within 50 ms.
  private static final int QUERIES_AT_ONCE = 20;

  private final List<NeighbourQuery> queries;
  private final List<NeighbourList> truth;

  private RecallMeasurement(List<NeighbourQuery> queries, List<NeighbourList> truth) {
    this.queries = queries;
    this.truth = truth;
  }

  /// Asks about `QUERIES` rows.
  public static RecallMeasurement over(VectorBlock block, JobContext context) {
    return over(block, QUERIES, context);
  }

  /// Finds the true neighbours of at most so many rows once, for as many measurements as wanted. The meter is told how many queries are done; `JobCancelled` when asked to stop.
  public static RecallMeasurement over(VectorBlock block, int most, JobContext context) {
    int count = Math.min(most, block.count());
    List<NeighbourQuery> queries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int row = (int) ((long) i * block.count() / count);
      if (Double.isFinite(block.norm(row))) {
        queries.add(NeighbourQuery.of(block.row(row), NEAREST, Similarity.COSINE).except(row));
      }
    }
    ExactIndex exact = ExactIndex.over(block, context.cancellation());
    List<NeighbourList> truth = new ArrayList<>(queries.size());
    for (int from = 0; from < queries.size(); from += QUERIES_AT_ONCE) {
      truth.addAll(
          exact.nearest(
              queries.subList(from, Math.min(from + QUERIES_AT_ONCE, queries.size())),
              context.cancellation()));
      context.meter().advance(truth.size());
    }
    return new RecallMeasurement(List.copyOf(queries), List.copyOf(truth));
  }

  /// How many rows are asked about.
  public int queries() {
    return queries.size();
  }

  /// The questions, for timing their answers.
  public List<NeighbourQuery> asked() {
    return queries;
  }

  /// How true the answers of `index` are; empty when there is nothing to be found.
  public Optional<Recall> of(ApproximateIndex index, JobContext context) {
    return of(index.dial(), index.nearest(queries, context.cancellation()));
  }

  /// How true these answers to the questions `asked()` are, given at this dial.
  public Optional<Recall> of(int dial, List<NeighbourList> answers) {
    int most = 0;
    long wanted = 0;
    long found = 0;
    for (int i = 0; i < truth.size(); i++) {
      List<Neighbour> nearest = truth.get(i).neighbours();
      if (nearest.isEmpty()) {
        continue;
      }
      double last = nearest.getLast().value();
      most = Math.max(most, nearest.size());
      wanted += nearest.size();
      found +=
          answers.get(i).neighbours().stream()
              .filter(neighbour -> neighbour.value() >= last)
              .count();
    }
    return wanted == 0
        ? Optional.empty()
        : Optional.of(new Recall(dial, most, queries.size(), (double) found / wanted));
  }
}
