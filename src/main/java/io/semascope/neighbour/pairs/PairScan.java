package io.semascope.neighbour.pairs;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.job.JobContext;
import io.semascope.job.Scratch;
import io.semascope.neighbour.blocks.Schedule;
import io.semascope.neighbour.subspace.Coordinates;
import io.semascope.vector.VectorBlock;
import java.util.List;
import java.util.Optional;

/// Compares pairs of rows once and tells both.
///
/// Blocks of rows meet in rounds, in each of which a block has one opponent at most, so both sides may be written without locks. A pair is judged by its
/// float64 distance alone: where every block meets every other one and no mistake is allowed, which rows are found does not depend on the order.
public final class PairScan {
  /// Left rows that stay in the second-level cache while the panels of the right block pass by.
  private static final int CACHED_GROUPS = 20;

  private final ScanPlan plan;
  private final TileKernel kernel;
  private final PairDistance distance;
  private final int count;
  private final TileBlock[] blocks;

  /// Where blocks are laid out that are compared by all coordinates only with themselves.
  private final Scratch<float[]> rooms;

  PairScan(ScanPlan plan, ScanKernels kernels) {
    this.plan = plan;
    this.kernel = kernels.tile();
    this.distance = kernels.distance();
    this.count = plan.block().count();
    this.rooms = new Scratch<>(() -> new float[shape(plan.views().all()).values()]);
    this.blocks = new TileBlock[Math.ceilDiv(count, TileBlock.ROWS)];
  }

  /// Finds for every row its `neighbours` nearest other rows, at most n − 1, by Euclidean distance, ties by row; a distance that is not a number comes last.
  /// The meter is told how many rows' worth of pairs is done; `JobCancelled` when asked to stop.
  public static NearestRows nearest(VectorBlock block, int neighbours, JobContext context) {
    ScanPlan plan = ScanPlan.exact(block, neighbours, context.cancellation());
    return new PairScan(plan, ScanKernels.best()).run(neighbours, context);
  }

  NearestRows run(int neighbours, JobContext context) {
    Cancellation cancellation = context.cancellation();
    NearestRows nearest = new NearestRows(count, neighbours);
    Schedule schedule = plan.schedule();
    int rounds = schedule.rounds() + 1;
    Fork.blocks(blocks.length, cancellation, part -> begin(part, nearest, cancellation));
    context.meter().advance((long) count / rounds);
    for (int round = 1; round < rounds; round++) {
      List<Schedule.Meeting> meetings = schedule.round(round - 1);
      Fork.blocks(
          meetings.size(),
          cancellation,
          i -> meet(blocks[meetings.get(i).home()], blocks[meetings.get(i).guest()], cancellation));
      context.meter().advance((long) count * (round + 1) / rounds);
    }
    Fork.blocks(blocks.length, cancellation, part -> blocks[part].sortNearest());
    return nearest;
  }

  /// Compares the rows of a block with each other by all coordinates: while nothing is found yet, fewer would let nearly every pair pass.
  private void begin(int part, NearestRows nearest, Cancellation cancellation) {
    int first = part * TileBlock.ROWS;
    int[] ids = plan.ids(first, Math.min(first + TileBlock.ROWS, count));
    Coordinates all = plan.views().all();
    Optional<Coordinates> leading = plan.views().leading();
    if (leading.isEmpty()) {
      blocks[part] = block(ids, nearest, all, cancellation);
      meet(blocks[part], blocks[part], cancellation);
      return;
    }
    rooms.lend(
        room -> {
          TileBlock whole = new TileBlock(ids, nearest, shape(all), room).filled(all, cancellation);
          meet(whole, whole, cancellation);
        });
    blocks[part] = block(ids, nearest, leading.get(), cancellation);
  }

  private TileBlock block(
      int[] ids, NearestRows nearest, Coordinates coordinates, Cancellation cancellation) {
    TileBlock.Shape shape = shape(coordinates);
    return new TileBlock(ids, nearest, shape, new float[shape.values()])
        .filled(coordinates, cancellation);
  }

  private TileBlock.Shape shape(Coordinates coordinates) {
    return new TileBlock.Shape(coordinates.depth(), kernel.columns());
  }

  private void meet(TileBlock home, TileBlock guest, Cancellation cancellation) {
    Tiles tiles = new Tiles(home, guest, kernel);
    int groups = Math.ceilDiv(home.count(), TileKernel.ROWS);
    int panels = Math.ceilDiv(guest.count(), kernel.columns());
    for (int from = 0; from < groups; from += CACHED_GROUPS) {
      for (int panel = 0; panel < panels; panel++) {
        cancellation.check();
        // Among the rows of one block only columns behind the row are met.
        int behind = ((panel + 1) * kernel.columns() - 2) / TileKernel.ROWS + 1;
        int to = Math.min(from + CACHED_GROUPS, home == guest ? Math.min(groups, behind) : groups);
        for (int group = from; group < to; group++) {
          int passed = kernel.compare(tiles, group, panel);
          for (int i = 0; i < passed; i++) {
            judge(tiles, group, panel, tiles.passed()[i]);
          }
        }
      }
    }
  }

  private void judge(Tiles tiles, int group, int panel, int passed) {
    int row = group * TileKernel.ROWS + passed / kernel.columns();
    int column = panel * kernel.columns() + passed % kernel.columns();
    TileBlock left = tiles.left();
    TileBlock right = tiles.right();
    if (left == right && column <= row) {
      return;
    }
    // NaN of a reach makes it NaN, which nothing is beyond.
    float reach = Math.max(left.reach(row), right.reach(column));
    // Among the rows of one block all coordinates were compared already.
    if (left != right
        && distance.isSurelyBeyond(plan.block(), left.id(row), right.id(column), reach)) {
      return;
    }
    float squaredDistance = distance.between(plan.block(), left.id(row), right.id(column));
    left.offer(row, squaredDistance, right.id(column));
    right.offer(column, squaredDistance, left.id(row));
  }
}
