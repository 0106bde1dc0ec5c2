package io.semascope.neighbour.blocks;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.neighbour.subspace.Subspace;
import io.semascope.vector.Kernel;
import io.semascope.vector.Kernels;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// In which order rows are put into blocks, so that rows near to each other come together: all are split into two halves, each half again, down to single
/// blocks. A half is what lies on one side of the middle between two means (two-means with halves of equal size), found on a sample.
public final class RowOrder {
  private static final int SAMPLE = 1024;
  private static final int ROUNDS = 4;

  private final VectorBlock block;
  private final int rowsOfBlock;
  private final int[] order;

  private RowOrder(VectorBlock block, int rowsOfBlock) {
    this.block = block;
    this.rowsOfBlock = rowsOfBlock;
    order = asTheyAre(block);
  }

  /// The rows as they are.
  public static int[] asTheyAre(VectorBlock block) {
    return IntStream.range(0, block.count()).toArray();
  }

  /// The rows of one block after the other, all but the last with `rowsOfBlock` rows. Throws `JobCancelled` when asked to stop.
  public static int[] byHalving(VectorBlock block, int rowsOfBlock, Cancellation cancellation) {
    RowOrder halving = new RowOrder(block, rowsOfBlock);
    List<Part> parts = List.of(new Part(0, block.count()));
    while (!parts.isEmpty()) {
      List<Part> now = parts;
      Fork.blocks(now.size(), cancellation, i -> halving.split(now.get(i), cancellation));
      List<Part> next = new ArrayList<>();
      for (Part part : now) {
        int middle = part.from + halving.firstHalf(part);
        next.add(new Part(part.from, middle));
        next.add(new Part(middle, part.to));
      }
      parts = next.stream().filter(part -> part.to - part.from > rowsOfBlock).toList();
    }
    return halving.order;
  }

  /// Rows at `from` to `to` − 1 of the order.
  private record Part(int from, int to) {}

  /// How many rows of a part come into its first half: whole blocks. All of a part of one block.
  private int firstHalf(Part part) {
    int blocks = Math.ceilDiv(part.to - part.from, rowsOfBlock);
    return blocks == 1 ? part.to - part.from : blocks / 2 * rowsOfBlock;
  }

  private void split(Part part, Cancellation cancellation) {
    if (part.to - part.from <= rowsOfBlock) {
      return;
    }
    int[] rows = Arrays.copyOfRange(order, part.from, part.to);
    float[] across = direction(sample(block, rows, cancellation), cancellation);
    int[] along = along(across, block, rows, cancellation);
    System.arraycopy(along, 0, order, part.from, along.length);
  }

  /// Some of the rows, evenly spaced over all. Throws `JobCancelled` when asked to stop, as the other two stages of a split do.
  static float[][] sample(VectorBlock block, int[] rows, Cancellation cancellation) {
    float[][] sample = new float[Math.min(SAMPLE, rows.length)][block.dimension()];
    for (int i = 0; i < sample.length; i++) {
      cancellation.check();
      block.copyRow(rows[(int) ((long) i * rows.length / sample.length)], sample[i]);
    }
    return sample;
  }

  /// From one mean to the other.
  static float[] direction(float[][] sample, Cancellation cancellation) {
    float[] across = difference(sample[farthest(sample)], sample[0]);
    for (int round = 0; round < ROUNDS; round++) {
      cancellation.check();
      across = nextDirection(sample, across);
    }
    return across;
  }

  /// The rows by how far they lie along a direction.
  static int[] along(float[] direction, VectorBlock block, int[] rows, Cancellation cancellation) {
    Kernel kernel = Kernels.best();
    long[] placed = new long[rows.length];
    for (int i = 0; i < placed.length; i++) {
      if (i % SAMPLE == 0) {
        cancellation.check();
      }
      placed[i] = entry(kernel.dot(direction, block, rows[i]), rows[i]);
    }
    Arrays.parallelSort(placed);
    return Arrays.stream(placed).mapToInt(entry -> (int) entry).toArray();
  }

  private static float[] nextDirection(float[][] sample, float[] across) {
    long[] placed = new long[sample.length];
    for (int i = 0; i < placed.length; i++) {
      placed[i] = entry((float) Subspace.dot(across, sample[i]), i);
    }
    Arrays.sort(placed);
    int half = placed.length / 2;
    float[] low = new float[across.length];
    float[] high = new float[across.length];
    for (int i = 0; i < 2 * half; i++) {
      float[] sum = i < half ? low : high;
      float[] values = sample[(int) placed[i]];
      for (int j = 0; j < sum.length; j++) {
        sum[j] += values[j] / half;
      }
    }
    return difference(high, low);
  }

  private static int farthest(float[][] sample) {
    int farthest = 0;
    double most = 0;
    for (int i = 1; i < sample.length; i++) {
      float[] difference = difference(sample[i], sample[0]);
      double squared = Subspace.dot(difference, difference);
      if (squared > most) {
        most = squared;
        farthest = i;
      }
    }
    return farthest;
  }

  private static float[] difference(float[] a, float[] b) {
    float[] difference = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  /// Ordered by value, ties by row; what is not a number comes last.
  private static long entry(float value, int row) {
    int bits = Float.floatToIntBits(value);
    int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    return ((long) ordered << 32) | row;
  }
}
