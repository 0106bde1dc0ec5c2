package io.semascope.neighbour.pairs;

import io.semascope.job.Cancellation;
import io.semascope.neighbour.subspace.Coordinates;
import io.semascope.neighbour.subspace.RowMean;
import io.semascope.neighbour.subspace.Subspace;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;
import java.util.Optional;

/// In which order rows are compared, and by how many coordinates first. A plan changes how long a scan takes, never what it finds.
final class ScanPlan {
  private final VectorBlock block;
  private final int[] order;
  private final Coordinates all;
  private final Optional<Coordinates> leading;

  private ScanPlan(VectorBlock block, int[] order, Coordinates all, Optional<Coordinates> leading) {
    this.block = block;
    this.order = order;
    this.all = all;
    this.leading = leading;
  }

  /// A plan for finding `neighbours` of each row. Throws `JobCancelled` when asked to stop.
  static ScanPlan of(VectorBlock block, int neighbours, Cancellation cancellation) {
    float[] mean = RowMean.of(block, cancellation);
    Optional<Subspace> subspace = SubspaceChoice.of(block, mean, neighbours, cancellation);
    return subspace.isPresent()
        ? inSubspace(block, mean, subspace.get(), cancellation)
        : new ScanPlan(
            block, RowOrder.asTheyAre(block), Coordinates.all(block, mean), Optional.empty());
  }

  static ScanPlan inSubspace(
      VectorBlock block, float[] mean, Subspace subspace, Cancellation cancellation) {
    int groups = Math.ceilDiv(block.count(), TileBlock.ROWS);
    int[] order = RowOrder.bySimilarity(block, groups, cancellation);
    return new ScanPlan(
        block,
        order,
        Coordinates.all(block, mean),
        Optional.of(Coordinates.in(subspace, block, mean, 1)));
  }

  /// The rows as they came; a second copy in the order of the scan was no faster.
  VectorBlock block() {
    return block;
  }

  /// Which rows of the whole the rows `from` to `to` − 1 of the scan are.
  int[] ids(int from, int to) {
    return Arrays.copyOfRange(order, from, to);
  }

  Coordinates all() {
    return all;
  }

  /// What rows of different blocks are compared by first; empty when by all coordinates.
  Optional<Coordinates> leading() {
    return leading;
  }
}
