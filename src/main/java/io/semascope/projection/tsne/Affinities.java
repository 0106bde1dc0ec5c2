package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.neighbour.NeighbourGraph;
import java.util.Arrays;

/// The joint probabilities p_ij = (p(j|i) + p(i|j)) / 2n of neighbouring points (van der Maaten 2014, equation 2): sparse, symmetric, summing to 1.
///
/// Row i has its entries at `start(i)` to `start(i + 1) − 1`, columns ascending. Immutable; safe for use from any thread.
final class Affinities {
  private static final int ROWS_AT_ONCE = 128;

  private final int[] starts;
  private final int[] columns;
  private final float[] values;
  private final double negativeEntropy;

  private Affinities(int[] starts, int[] columns, float[] values) {
    this.starts = starts;
    this.columns = columns;
    this.values = values;
    double sum = 0;
    for (float p : values) {
      sum += p > 0 ? p * Math.log(p) : 0;
    }
    this.negativeEntropy = sum;
  }

  /// Uses the nearest `neighbourhood.neighbours()` of each row; the graph has at least as many.
  static Affinities of(
      NeighbourGraph graph, Neighbourhood neighbourhood, Cancellation cancellation) {
    int count = graph.count();
    int neighbours = neighbourhood.neighbours();
    int blocks = (count + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
    int[] outgoing = new int[count * neighbours];
    double[] conditional = new double[count * neighbours];
    Fork.blocks(
        blocks,
        cancellation,
        block -> {
          for (int row = block * ROWS_AT_ONCE; row < lastRow(block, count); row++) {
            conditionalRow(graph, row, neighbourhood, outgoing, conditional);
          }
        });
    Symmetrisation sum = new Symmetrisation(count, neighbours, outgoing, conditional);
    int[] starts = new int[count + 1];
    Fork.blocks(
        blocks,
        cancellation,
        block -> {
          for (int row = block * ROWS_AT_ONCE; row < lastRow(block, count); row++) {
            starts[row + 1] = sum.walk(row, (entry, column, value) -> {});
          }
        });
    Arrays.parallelPrefix(starts, Math::addExact);
    int[] columns = new int[starts[count]];
    float[] values = new float[starts[count]];
    Fork.blocks(
        blocks,
        cancellation,
        block -> {
          for (int row = block * ROWS_AT_ONCE; row < lastRow(block, count); row++) {
            int start = starts[row];
            sum.walk(
                row,
                (entry, column, value) -> {
                  columns[start + entry] = column;
                  values[start + entry] = (float) (value / (2.0 * count));
                });
          }
        });
    return new Affinities(starts, columns, values);
  }

  private static int lastRow(int block, int count) {
    return Math.min(count, (block + 1) * ROWS_AT_ONCE);
  }

  /// p(j|i) of one row, sorted by column.
  private static void conditionalRow(
      NeighbourGraph graph,
      int row,
      Neighbourhood neighbourhood,
      int[] outgoing,
      double[] conditional) {
    int neighbours = neighbourhood.neighbours();
    double[] squaredDistances = new double[neighbours];
    for (int rank = 0; rank < neighbours; rank++) {
      squaredDistances[rank] = graph.squaredDistance(row, rank);
    }
    double[] probabilities = new double[neighbours];
    Bandwidth.probabilities(squaredDistances, neighbourhood.perplexity(), probabilities);
    long[] byColumn = new long[neighbours];
    for (int rank = 0; rank < neighbours; rank++) {
      byColumn[rank] = ((long) graph.neighbour(row, rank) << 32) | rank;
    }
    Arrays.sort(byColumn);
    for (int j = 0; j < neighbours; j++) {
      outgoing[row * neighbours + j] = (int) (byColumn[j] >>> 32);
      conditional[row * neighbours + j] = probabilities[(int) byColumn[j]];
    }
  }

  int count() {
    return starts.length - 1;
  }

  int start(int row) {
    return starts[row];
  }

  int column(int entry) {
    return columns[entry];
  }

  float value(int entry) {
    return values[entry];
  }

  /// Σ p log p over all entries, in nats.
  double negativeEntropy() {
    return negativeEntropy;
  }

  /// p(j|i) + p(i|j), row by row. Column j of the conditional probabilities lies at `starts[j]` to `starts[j + 1] − 1`, rows ascending.
  private static final class Symmetrisation {
    private final int neighbours;
    private final int[] outgoing;
    private final double[] conditional;
    private final int[] starts;
    private final int[] rows;
    private final double[] transposed;

    Symmetrisation(int count, int neighbours, int[] outgoing, double[] conditional) {
      this.neighbours = neighbours;
      this.outgoing = outgoing;
      this.conditional = conditional;
      starts = new int[count + 1];
      for (int column : outgoing) {
        starts[column + 1]++;
      }
      for (int column = 0; column < count; column++) {
        starts[column + 1] += starts[column];
      }
      int[] next = starts.clone();
      rows = new int[outgoing.length];
      transposed = new double[outgoing.length];
      for (int entry = 0; entry < outgoing.length; entry++) {
        int at = next[outgoing[entry]]++;
        rows[at] = entry / neighbours;
        transposed[at] = conditional[entry];
      }
    }

    private interface Receiver {
      void accept(int entry, int column, double value);
    }

    /// Walks along both sorted lists of a row at once and gives the number of different columns.
    int walk(int row, Receiver receiver) {
      int out = row * neighbours;
      int outEnd = out + neighbours;
      int in = starts[row];
      int inEnd = starts[row + 1];
      int entries = 0;
      while (out < outEnd || in < inEnd) {
        int outColumn = out < outEnd ? outgoing[out] : Integer.MAX_VALUE;
        int inColumn = in < inEnd ? rows[in] : Integer.MAX_VALUE;
        double value = 0;
        if (outColumn <= inColumn) {
          value += conditional[out++];
        }
        if (inColumn <= outColumn) {
          value += transposed[in++];
        }
        receiver.accept(entries++, Math.min(outColumn, inColumn), value);
      }
      return entries;
    }
  }
}
