package io.semascope.neighbour.pairs;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.job.JobContext;
import io.semascope.vector.VectorBlock;

/// Compares every pair of rows once and tells both.
///
/// Blocks of rows meet like players of a tournament (the circle method): in each round every block has one opponent, so both sides may be written without
/// locks. Which rows are found does not depend on the order of the meetings, since a pair is judged by its float64 distance alone.
public final class PairScan {
  /// Left rows that stay in the second-level cache while the panels of the right block pass by.
  private static final int CACHED_GROUPS = 20;

  private final VectorBlock block;
  private final TileKernel kernel;
  private final PairDistance distance;
  private final TileBlock[] blocks;

  private PairScan(VectorBlock block, TileKernel kernel, PairDistance distance) {
    this.block = block;
    this.kernel = kernel;
    this.distance = distance;
    this.blocks = new TileBlock[Math.ceilDiv(block.count(), TileBlock.ROWS)];
  }

  /// Receives one neighbour of one row. Called from several threads, for a row from one of them.
  @FunctionalInterface
  public interface Found {
    /// @param rank 0 for the nearest
    void accept(int row, int rank, int neighbour, float squaredDistance);
  }

  /// Finds for every row its `neighbours` nearest other rows, at most n − 1, by Euclidean distance, ties by row; a distance that is not a number comes last.
  /// The meter is told how many rows' worth of pairs is done; `JobCancelled` when asked to stop.
  public static void nearest(VectorBlock block, int neighbours, JobContext context, Found found) {
    new PairScan(block, TileKernels.best(), PairDistances.best()).run(neighbours, context, found);
  }

  static void nearest(VectorBlock block, int neighbours, Kernels kernels, Found found) {
    new PairScan(block, kernels.tile(), kernels.pair()).run(neighbours, JobContext.direct(), found);
  }

  /// The two inner loops of a scan.
  record Kernels(TileKernel tile, PairDistance pair) {}

  private void run(int neighbours, JobContext context, Found found) {
    Cancellation cancellation = context.cancellation();
    float[] mean = mean(cancellation);
    Fork.blocks(blocks.length, cancellation, part -> pack(part, mean, neighbours));
    int rounds = Tournament.rounds(blocks.length);
    for (int round = 0; round < rounds; round++) {
      Tournament meetings = new Tournament(blocks.length, round);
      Fork.blocks(
          meetings.count(),
          cancellation,
          meeting -> meet(meetings.home(meeting), meetings.guest(meeting), cancellation));
      context.meter().advance((long) block.count() * (round + 1) / rounds);
    }
    Fork.blocks(blocks.length, cancellation, part -> tell(blocks[part], found));
  }

  /// The mean of the rows whose values are all finite.
  private float[] mean(Cancellation cancellation) {
    double[][] sums = new double[blocks.length][];
    long[] counts = new long[blocks.length];
    Fork.blocks(
        blocks.length,
        cancellation,
        part -> {
          sums[part] = new double[block.dimension()];
          float[] values = new float[block.dimension()];
          for (int row = first(part); row < first(part) + count(part); row++) {
            block.copyRow(row, values);
            counts[part] += addFinite(values, sums[part]);
          }
        });
    double[] total = new double[block.dimension()];
    long count = 0;
    for (int part = 0; part < blocks.length; part++) {
      count += counts[part];
      for (int i = 0; i < total.length; i++) {
        total[i] += sums[part][i];
      }
    }
    float[] mean = new float[total.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (total[i] / Math.max(1, count));
    }
    return mean;
  }

  private static int addFinite(float[] values, double[] sums) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return 0;
      }
    }
    for (int i = 0; i < values.length; i++) {
      sums[i] += values[i];
    }
    return 1;
  }

  private void pack(int part, float[] mean, int neighbours) {
    TileBlock packed =
        new TileBlock(
            first(part),
            count(part),
            new TileBlock.Shape(block.dimension() + 1, kernel.columns(), neighbours));
    float[] values = new float[block.dimension()];
    for (int row = 0; row < packed.count(); row++) {
      block.copyRow(packed.first() + row, values);
      for (int i = 0; i < values.length; i++) {
        values[i] -= mean[i];
      }
      packed.put(row, values, kernel.columns());
    }
    blocks[part] = packed;
  }

  private int first(int part) {
    return part * TileBlock.ROWS;
  }

  private int count(int part) {
    return Math.min(TileBlock.ROWS, block.count() - first(part));
  }

  private void meet(int home, int guest, Cancellation cancellation) {
    Tiles tiles = new Tiles(blocks[home], blocks[guest], kernel);
    int groups = Math.ceilDiv(tiles.left().count(), TileKernel.ROWS);
    int panels = Math.ceilDiv(tiles.right().count(), kernel.columns());
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
    int a = left.first() + row;
    int b = right.first() + column;
    if (left == right && b <= a) {
      return;
    }
    float squaredDistance = distance.between(block, a, b);
    left.offer(row, squaredDistance, b);
    right.offer(column, squaredDistance, a);
  }

  private static void tell(TileBlock block, Found found) {
    for (int row = 0; row < block.count(); row++) {
      long[] entries = block.nearest(row).sorted();
      for (int rank = 0; rank < entries.length; rank++) {
        found.accept(
            block.first() + row,
            rank,
            (int) entries[rank],
            Float.intBitsToFloat((int) (entries[rank] >>> 32)));
      }
    }
  }
}
