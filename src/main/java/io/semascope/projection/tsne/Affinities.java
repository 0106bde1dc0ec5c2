package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.neighbour.NeighbourGraph;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// The joint probabilities p_ij = (p(j|i) + p(i|j)) / 2n of neighbouring points (van der Maaten 2014, equation 2): sparse, symmetric, summing to 1.
///
/// Row i has its entries at `start(i)` to `start(i + 1) − 1`, columns ascending. Immutable; safe for use from any thread.
final class Affinities {
  private static final int ROWS_AT_ONCE = 128;

  private static final ValueLayout.OfInt COLUMN = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfFloat VALUE = ValueLayout.JAVA_FLOAT;

  /// Both off the Java heap, which keeps room for garbage in proportion to what it holds; read by the inner loops of the attraction, written by nobody.
  final MemorySegment columns;

  final MemorySegment values;

  private final int[] starts;
  private final double negativeEntropy;

  private Affinities(
      int[] starts, MemorySegment columns, MemorySegment values, double negativeEntropy) {
    this.starts = starts;
    this.columns = columns.asReadOnly();
    this.values = values.asReadOnly();
    this.negativeEntropy = negativeEntropy;
  }

  /// Uses the nearest `neighbourhood.neighbours()` of each row; the graph has at least as many.
  static Affinities of(
      NeighbourGraph graph, Neighbourhood neighbourhood, Cancellation cancellation) {
    int count = graph.count();
    int blocks = (count + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
    Conditional conditional = new Conditional(graph, neighbourhood);
    Fork.blocks(
        blocks,
        cancellation,
        block -> conditional.find(block * ROWS_AT_ONCE, lastRow(block, count)));
    try (Arena arena = Arena.ofShared()) {
      return symmetric(
          conditional, new Symmetrisation(conditional, arena, cancellation), cancellation);
    }
  }

  private static Affinities symmetric(
      Conditional conditional, Symmetrisation sum, Cancellation cancellation) {
    int count = conditional.count();
    int blocks = (count + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
    int[] starts = new int[count + 1];
    Fork.blocks(
        blocks,
        cancellation,
        block -> {
          long[] scratch = new long[conditional.neighbours];
          for (int row = block * ROWS_AT_ONCE; row < lastRow(block, count); row++) {
            starts[row + 1] = sum.walk(row, scratch, (entry, column, rank, arrival) -> {});
          }
        });
    Arrays.parallelPrefix(starts, Math::addExact);
    MemorySegment columns = Arena.ofAuto().allocate(COLUMN, starts[count]);
    MemorySegment values = Arena.ofAuto().allocate(VALUE, starts[count]);
    // One of each block, added in their order, so that the sum does not depend on the cores.
    double[] entropies = new double[blocks];
    Fork.blocks(
        blocks,
        cancellation,
        block -> {
          long[] scratch = new long[conditional.neighbours];
          for (int each = block * ROWS_AT_ONCE; each < lastRow(block, count); each++) {
            int row = each;
            int start = starts[row];
            sum.walk(
                row,
                scratch,
                (entry, column, rank, arrival) -> {
                  columns.setAtIndex(COLUMN, start + entry, column);
                  float p = (float) (sum.value(row, rank, arrival) / (2.0 * count));
                  values.setAtIndex(VALUE, start + entry, p);
                  entropies[block] += p > 0 ? p * Math.log(p) : 0;
                });
          }
        });
    return new Affinities(starts, columns, values, Arrays.stream(entropies).sum());
  }

  private static int lastRow(int block, int count) {
    return Math.min(count, (block + 1) * ROWS_AT_ONCE);
  }

  int count() {
    return starts.length - 1;
  }

  int start(int row) {
    return starts[row];
  }

  int column(int entry) {
    return columns.getAtIndex(COLUMN, entry);
  }

  float value(int entry) {
    return values.getAtIndex(VALUE, entry);
  }

  /// Σ p log p over all entries, in nats.
  double negativeEntropy() {
    return negativeEntropy;
  }

  /// p(j|i), computed anew at each question from two numbers a row: the probabilities themselves would take as much memory as the graph.
  private static final class Conditional {
    final int neighbours;
    private final NeighbourGraph graph;
    private final double perplexity;
    private final double[] precisions;
    private final double[] largest;

    Conditional(NeighbourGraph graph, Neighbourhood neighbourhood) {
      this.graph = graph;
      neighbours = neighbourhood.neighbours();
      perplexity = neighbourhood.perplexity();
      precisions = new double[graph.count()];
      largest = new double[graph.count()];
    }

    /// Finds β and the largest probability, that of the nearest neighbour, of the rows `from` to `to` − 1.
    void find(int from, int to) {
      double[] squaredDistances = new double[neighbours];
      double[] probabilities = new double[neighbours];
      for (int row = from; row < to; row++) {
        for (int rank = 0; rank < neighbours; rank++) {
          squaredDistances[rank] = graph.squaredDistance(row, rank);
        }
        precisions[row] = Bandwidth.probabilities(squaredDistances, perplexity, probabilities);
        largest[row] = probabilities[0];
      }
    }

    int count() {
      return precisions.length;
    }

    int column(int row, int rank) {
      return graph.neighbour(row, rank);
    }

    double value(int row, int rank) {
      double beyond = (double) graph.squaredDistance(row, rank) - graph.squaredDistance(row, 0);
      return Math.exp(-precisions[row] * beyond) * largest[row];
    }
  }

  /// p(j|i) + p(i|j), row by row. Which rows have row j as a neighbour, and at which rank, stands at `starts[j]` to `starts[j + 1] − 1` as row · neighbours +
  /// rank, ascending.
  private static final class Symmetrisation {
    private final Conditional conditional;
    private final int[] starts;

    /// Half as large as the graph, so it is given back when the probabilities are there, and not when the collector comes by.
    private final MemorySegment incoming;

    /// @param arena of what is needed as long as this is
    Symmetrisation(Conditional conditional, Arena arena, Cancellation cancellation) {
      this.conditional = conditional;
      int count = conditional.count();
      starts = new int[count + 1];
      for (int row = 0; row < count; row++) {
        checkNowAndThen(row, cancellation);
        for (int rank = 0; rank < conditional.neighbours; rank++) {
          starts[conditional.column(row, rank) + 1]++;
        }
      }
      for (int column = 0; column < count; column++) {
        starts[column + 1] += starts[column];
      }
      int[] next = starts.clone();
      incoming = arena.allocate(ValueLayout.JAVA_INT, starts[count]);
      for (int row = 0; row < count; row++) {
        checkNowAndThen(row, cancellation);
        for (int rank = 0; rank < conditional.neighbours; rank++) {
          int place = next[conditional.column(row, rank)]++;
          incoming.setAtIndex(ValueLayout.JAVA_INT, place, row * conditional.neighbours + rank);
        }
      }
    }

    private static void checkNowAndThen(int row, Cancellation cancellation) {
      if (row % ROWS_AT_ONCE == 0) {
        cancellation.check();
      }
    }

    private static final int NONE = -1;

    private interface Receiver {
      /// @param rank of the column among the row's neighbours, or `NONE`
      /// @param arrival where the row stands in `incoming` as a neighbour of the column, or `NONE`
      void accept(int entry, int column, int rank, int arrival);
    }

    private int pair(int arrival) {
      return incoming.getAtIndex(ValueLayout.JAVA_INT, arrival);
    }

    /// p(j|i) + p(i|j) of what a walk gave.
    double value(int row, int rank, int arrival) {
      double value = rank == NONE ? 0 : conditional.value(row, rank);
      if (arrival != NONE) {
        int pair = pair(arrival);
        value += conditional.value(pair / conditional.neighbours, pair % conditional.neighbours);
      }
      return value;
    }

    /// Walks along both sorted lists of a row at once and gives the number of different columns.
    ///
    /// @param outgoing room for a row's neighbours
    int walk(int row, long[] outgoing, Receiver receiver) {
      for (int rank = 0; rank < outgoing.length; rank++) {
        outgoing[rank] = ((long) conditional.column(row, rank) << 32) | rank;
      }
      Arrays.sort(outgoing);
      int out = 0;
      int in = starts[row];
      int inEnd = starts[row + 1];
      int found = 0;
      while (out < outgoing.length || in < inEnd) {
        int source = in < inEnd ? pair(in) / outgoing.length : Integer.MAX_VALUE;
        int outColumn = out < outgoing.length ? (int) (outgoing[out] >>> 32) : Integer.MAX_VALUE;
        int rank = outColumn <= source ? (int) outgoing[out++] : NONE;
        int arrival = source <= outColumn ? in++ : NONE;
        receiver.accept(found++, Math.min(outColumn, source), rank, arrival);
      }
      return found;
    }
  }
}
