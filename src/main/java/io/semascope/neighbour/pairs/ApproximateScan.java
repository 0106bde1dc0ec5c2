package io.semascope.neighbour.pairs;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.neighbour.blocks.BlockDistances;
import io.semascope.neighbour.blocks.NearMeetings;
import io.semascope.neighbour.blocks.RowOrder;
import io.semascope.neighbour.blocks.Schedule;
import io.semascope.neighbour.subspace.CentredRows;
import io.semascope.neighbour.subspace.Coordinates;
import io.semascope.vector.VectorBlock;
import java.util.Optional;

/// Finds most of the nearest rows of all rows without comparing every pair.
///
/// Only blocks of rows whose centres are near meet, and a pair of rows is compared fully only where the coordinates outside a subspace would not have to agree
/// unusually well. How far both go is read off the true neighbours of some rows. The same bits on any number of cores.
public final class ApproximateScan {
  /// Below this an exact scan is as fast.
  public static final int FEWEST_ROWS = SubspaceChoice.SMALLEST_COUNT;

  /// Rows whose true neighbours say how far the scan must go.
  private static final int CALIBRATING = 100;

  private static final long CALIBRATING_SEED = 1;
  private static final long JUDGING_SEED = 2;

  /// The parts of the neighbours that may be missed which may be lost because their blocks never meet, and because a subspace misled. Together more than all,
  /// since a pair that one row loses the other often keeps.
  private static final double NEVER_MET = 0.7;

  private static final double MISLED = 0.5;

  private final VectorBlock block;
  private final int neighbours;
  private final double missing;
  private final JobContext context;

  private ApproximateScan(
      VectorBlock block, int neighbours, double wantedRecall, JobContext context) {
    this.block = block;
    this.neighbours = neighbours;
    this.missing = 1 - wantedRecall;
    this.context = context;
  }

  /// Finds for every row `neighbours` other rows that are near, most of them the nearest. The meter is told how many rows' worth of pairs is done;
  /// `JobCancelled` when asked to stop.
  ///
  /// @param block of at least `FEWEST_ROWS` rows
  /// @param wantedRecall the share of the true neighbours that is aimed at, below 1
  public static NearestRows nearest(
      VectorBlock block, int neighbours, double wantedRecall, JobContext context) {
    return new ApproximateScan(block, neighbours, wantedRecall, context).run();
  }

  /// Of each of `rows` rows drawn from all, the share of its true neighbours that was found. Throws `JobCancelled` when asked to stop.
  public static double[] judge(
      VectorBlock block, NearestRows found, int rows, Cancellation cancellation) {
    int[] drawn = TrueNeighbours.draw(block.count(), Math.min(rows, block.count()), JUDGING_SEED);
    return TrueNeighbours.of(block, drawn, found.capacity(), cancellation).found(found);
  }

  private NearestRows run() {
    Cancellation cancellation = context.cancellation();
    int[] drawn =
        TrueNeighbours.draw(block.count(), Math.min(CALIBRATING, block.count()), CALIBRATING_SEED);
    context.meter().detail("comparing %,d points with all".formatted(drawn.length));
    TrueNeighbours truth = TrueNeighbours.of(block, drawn, neighbours, cancellation);
    ScanPlan plan = plan(truth);
    context.meter().detail("");
    return new PairScan(plan, ScanKernels.best()).run(neighbours, context);
  }

  private ScanPlan plan(TrueNeighbours truth) {
    Cancellation cancellation = context.cancellation();
    CentredRows rows = CentredRows.of(block, cancellation);
    Calibration calibration = new Calibration(truth, rows, cancellation);
    context.meter().detail("putting near points side by side");
    int[] order = RowOrder.byHalving(block, TileBlock.ROWS, cancellation);
    BlockDistances distances = BlockDistances.of(block, order, TileBlock.ROWS, cancellation);
    int breadth = calibration.breadth(order, distances, 1 - NEVER_MET * missing);
    // The last block may have one row only, and everyone must find enough.
    int least = 1 + Math.ceilDiv(neighbours, TileBlock.ROWS);
    Schedule schedule = NearMeetings.of(distances, Math.max(breadth, least), cancellation);
    context.meter().detail("choosing what tells far points apart");
    Optional<SubspaceChoice> choice =
        SubspaceChoice.of(
            rows,
            neighbours,
            directions -> calibration.agreements(directions, 1 - MISLED * missing),
            cancellation);
    return new ScanPlan(
        block,
        order,
        schedule,
        new ScanPlan.Views(
            Coordinates.all(rows),
            choice.map(one -> Coordinates.in(one.subspace(), rows, one.agreement()))));
  }
}
