package io.semascope.neighbour.pairs;

import io.semascope.job.Cancellation;
import io.semascope.neighbour.blocks.RowOrder;
import io.semascope.neighbour.blocks.Schedule;
import io.semascope.neighbour.blocks.Tournament;
import io.semascope.neighbour.subspace.CentredRows;
import io.semascope.neighbour.subspace.Coordinates;
import io.semascope.neighbour.subspace.Subspace;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;
import java.util.Optional;

/// In which order rows are compared, which of their blocks meet, and by how many coordinates first.
final class ScanPlan {
  private final VectorBlock block;
  private final int[] order;
  private final Schedule schedule;
  private final Views views;

  /// @param order the rows of all blocks, `TileBlock.ROWS` in each but the last
  ScanPlan(VectorBlock block, int[] order, Schedule schedule, Views views) {
    this.block = block;
    this.order = order;
    this.schedule = schedule;
    this.views = views;
  }

  /// What rows are compared by.
  ///
  /// @param all within a block
  /// @param leading between blocks; empty when by all coordinates too
  record Views(Coordinates all, Optional<Coordinates> leading) {}

  /// A plan for finding the true `neighbours` of each row: it changes how long a scan takes, never what it finds. Throws `JobCancelled` when asked to stop.
  static ScanPlan exact(VectorBlock block, int neighbours, Cancellation cancellation) {
    CentredRows rows = CentredRows.of(block, cancellation);
    Optional<SubspaceChoice> choice =
        SubspaceChoice.of(rows, neighbours, SubspaceChoice.Agreements.any(), cancellation);
    return choice.isPresent()
        ? inSubspace(rows, choice.get().subspace(), cancellation)
        : new ScanPlan(
            block,
            RowOrder.asTheyAre(block),
            everyBlock(block),
            new Views(Coordinates.all(rows), Optional.empty()));
  }

  static ScanPlan inSubspace(CentredRows rows, Subspace subspace, Cancellation cancellation) {
    return new ScanPlan(
        rows.block(),
        RowOrder.byHalving(rows.block(), TileBlock.ROWS, cancellation),
        everyBlock(rows.block()),
        new Views(Coordinates.all(rows), Optional.of(Coordinates.in(subspace, rows, 1))));
  }

  /// Every block meets every other one.
  static Schedule everyBlock(VectorBlock block) {
    return new Tournament(Math.ceilDiv(block.count(), TileBlock.ROWS));
  }

  /// The rows as they came; a second copy in the order of the scan was no faster.
  VectorBlock block() {
    return block;
  }

  Schedule schedule() {
    return schedule;
  }

  /// Which rows of the whole the rows `from` to `to` − 1 of the scan are.
  int[] ids(int from, int to) {
    return Arrays.copyOfRange(order, from, to);
  }

  Views views() {
    return views;
  }
}
