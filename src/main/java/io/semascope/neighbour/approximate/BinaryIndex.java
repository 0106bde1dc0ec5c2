package io.semascope.neighbour.approximate;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.job.JobContext;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.NeighbourList;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.neighbour.quantised.SignCodes;
import io.semascope.neighbour.quantised.SignScan;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.List;
import java.util.Optional;

/// Compares a bit per value of every row, and the vectors themselves only of the rows whose bits differ least. It may miss neighbours; the values of those it
/// finds are computed in double precision, as `ExactIndex` does.
///
/// Bits tell directions apart, so the cosine. Where all rows have length 1, dot product and distance order rows alike and are answered from them too;
/// elsewhere such a query compares every row and its answer says that it is exact. The same holds for a query without a direction. Rows without a
/// direction are never found. Where no more rows are accepted than would be compared by their values anyway, or their
/// values are no more to read than the bits of all rows, the bits are left out, and the answer says that it is exact. The same answers on any number of cores. Safe for use from several threads; a query's filter may be called from several
/// threads at once.
public final class BinaryIndex implements ApproximateIndex {
  private static final int USUAL_OVERSAMPLING = 10;

  private final VectorBlock block;
  private final SignCodes codes;
  private final Directions directions;
  private final ExactIndex exact;
  private final int oversampling;

  private BinaryIndex(VectorBlock block, SignCodes codes, Directions directions, ExactIndex exact) {
    this.block = block;
    this.codes = codes;
    this.directions = directions;
    this.exact = exact;
    this.oversampling = USUAL_OVERSAMPLING;
  }

  private BinaryIndex(BinaryIndex same, int oversampling) {
    this.block = same.block;
    this.codes = same.codes;
    this.directions = same.directions;
    this.exact = same.exact;
    this.oversampling = oversampling;
  }

  /// Codes every row of `block`. The meter is told how many rows are done; `JobCancelled` when asked to stop.
  public static BinaryIndex build(VectorBlock block, JobContext context) {
    return new BinaryIndex(
        block,
        SignCodes.of(block, context),
        Directions.of(block, context.cancellation()),
        ExactIndex.over(block, context.cancellation()));
  }

  /// {@inheritDoc} The dial is the oversampling: how many times as many rows as are wanted are compared by their values.
  @Override
  public BinaryIndex withDial(int oversampling) {
    if (oversampling < 1) {
      throw new IllegalArgumentException("an oversampling of " + oversampling);
    }
    return new BinaryIndex(this, oversampling);
  }

  @Override
  public int dial() {
    return oversampling;
  }

  @Override
  public boolean approximates(Similarity similarity) {
    return directions.order(similarity);
  }

  /// Bytes of codes that a question reads.
  public long bytesPerQuestion() {
    return codes.bytes();
  }

  @Override
  public SearchWay wayOf(NeighbourQuery query) {
    return wayOf(query, block, directions, oversampling);
  }

  /// How an index over `block` with this oversampling would answer, told before there is one. Takes one pass over the block; `JobCancelled` when asked to stop.
  public static SearchWay wayOf(
      NeighbourQuery query, VectorBlock block, int oversampling, Cancellation cancellation) {
    return wayOf(query, block, Directions.of(block, cancellation), oversampling);
  }

  private static SearchWay wayOf(
      NeighbourQuery query, VectorBlock block, Directions directions, int oversampling) {
    Optional<SearchWay> exact = directions.onlyExact(query, block.dimension());
    if (exact.isPresent()) {
      return exact.get();
    }
    int least = Math.max(wanted(query, block, oversampling), block.count() / Float.SIZE);
    return query.mostAccepted() <= least ? SearchWay.EXACT_FEW_ACCEPTED : SearchWay.BY_INDEX;
  }

  /// How many rows are compared by their values.
  private static int wanted(NeighbourQuery query, VectorBlock block, int oversampling) {
    // As many for a short list as its recall was measured with.
    long nearest = Math.max(query.count(), RecallMeasurement.NEAREST);
    return (int) Math.min(nearest * oversampling, Math.max(1, block.count()));
  }

  /// {@inheritDoc} Also throws `IllegalArgumentException` when the query holds a value that is not finite.
  @Override
  public NeighbourList nearest(NeighbourQuery query, Cancellation cancellation) {
    return switch (wayOf(query)) {
      case EXACT_OTHER_SIMILARITY, EXACT_NO_DIRECTION -> exact.nearest(query, cancellation);
      case EXACT_FEW_ACCEPTED -> exact.nearestAccepted(query, cancellation);
      case BY_INDEX -> nearestByBits(query, cancellation);
    };
  }

  private NeighbourList nearestByBits(NeighbourQuery query, Cancellation cancellation) {
    int[] candidates =
        new SignScan(
                codes,
                wanted(query, block, oversampling),
                row -> directions.has(row) && query.accepted().test(row))
            .nearest(query.vector(), cancellation);
    return new NeighbourList(
        query.similarity(),
        new Rescoring(block, directions).best(query, candidates, cancellation),
        false);
  }

  /// {@inheritDoc} The queries share the cores.
  @Override
  public List<NeighbourList> nearest(List<NeighbourQuery> queries, Cancellation cancellation) {
    NeighbourList[] answers = new NeighbourList[queries.size()];
    Fork.blocks(
        answers.length, cancellation, i -> answers[i] = nearest(queries.get(i), cancellation));
    return List.of(answers);
  }
}
