package io.semascope.projection.umap;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.neighbour.NeighbourGraph;
import java.util.Arrays;

/// Who belongs with whom, and how strongly: the fuzzy union of all neighbourhoods (McInnes, Healy & Melville 2018, algorithm 1). An edge that one end sees
/// with strength p and the other with q has strength p + q − pq. Symmetric, without edges from a point to itself.
///
/// Row i has its edges at `start(i)` to `start(i + 1) − 1`, other ends ascending. Immutable; safe for use from any thread.
final class FuzzyGraph {
  private static final int ROWS_AT_ONCE = 256;

  private final int[] starts;
  private final int[] ends;
  private final float[] strengths;

  private FuzzyGraph(int[] starts, int[] ends, float[] strengths) {
    this.starts = starts;
    this.ends = ends;
    this.strengths = strengths;
  }

  /// Takes the nearest `others` of each row; the graph has at least as many. Edges below `weakest` are left out: so few epochs
  /// never pull them.
  static FuzzyGraph of(
      NeighbourGraph graph, int others, double weakest, Cancellation cancellation) {
    Union union = new Union(graph, others, weakest, cancellation);
    int count = graph.count();
    int[] starts = new int[count + 1];
    rows(count, cancellation, row -> starts[row + 1] = union.walk(row, (e, end, strength) -> {}));
    Arrays.parallelPrefix(starts, Math::addExact);
    int[] ends = new int[starts[count]];
    float[] strengths = new float[starts[count]];
    rows(
        count,
        cancellation,
        row -> {
          int start = starts[row];
          union.walk(
              row,
              (entry, end, strength) -> {
                ends[start + entry] = end;
                strengths[start + entry] = strength;
              });
        });
    return new FuzzyGraph(starts, ends, strengths);
  }

  private static void rows(
      int count, Cancellation cancellation, java.util.function.IntConsumer body) {
    Fork.blocks(
        (count + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE,
        cancellation,
        block -> {
          int last = Math.min(count, (block + 1) * ROWS_AT_ONCE);
          for (int row = block * ROWS_AT_ONCE; row < last; row++) {
            body.accept(row);
          }
        });
  }

  /// Some of the rows with the edges among them, renumbered in their order.
  FuzzyGraph among(int[] rows) {
    int[] newRow = new int[count()];
    Arrays.fill(newRow, -1);
    for (int i = 0; i < rows.length; i++) {
      newRow[rows[i]] = i;
    }
    int[] newStarts = new int[rows.length + 1];
    int[] newEnds = new int[edges()];
    float[] newStrengths = new float[edges()];
    int entries = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int edge = start(rows[i]); edge < start(rows[i] + 1); edge++) {
        if (newRow[ends[edge]] >= 0) {
          newEnds[entries] = newRow[ends[edge]];
          newStrengths[entries++] = strengths[edge];
        }
      }
      newStarts[i + 1] = entries;
    }
    return new FuzzyGraph(
        newStarts, Arrays.copyOf(newEnds, entries), Arrays.copyOf(newStrengths, entries));
  }

  int count() {
    return starts.length - 1;
  }

  /// Each edge counted from both its ends.
  int edges() {
    return ends.length;
  }

  int start(int row) {
    return starts[row];
  }

  int end(int edge) {
    return ends[edge];
  }

  /// In (0, 1].
  float strength(int edge) {
    return strengths[edge];
  }

  /// The memberships as each row sees them, and their transpose, both sorted within a row.
  private static final class Union {
    private final int others;
    private final float weakest;
    private final int[] outgoing;
    private final float[] seen;
    private final int[] starts;
    private final int[] rows;
    private final float[] transposed;

    private interface Receiver {
      void accept(int entry, int end, float strength);
    }

    Union(NeighbourGraph graph, int others, double weakest, Cancellation cancellation) {
      this.others = others;
      this.weakest = (float) weakest;
      int count = graph.count();
      outgoing = new int[Math.multiplyExact(count, others)];
      seen = new float[count * others];
      double mean = SmoothDistances.mean(graph, others);
      rows(count, cancellation, row -> see(graph, row, mean));
      starts = new int[count + 1];
      for (int end : outgoing) {
        starts[end + 1]++;
      }
      for (int row = 0; row < count; row++) {
        starts[row + 1] += starts[row];
      }
      int[] next = starts.clone();
      rows = new int[outgoing.length];
      transposed = new float[outgoing.length];
      for (int entry = 0; entry < outgoing.length; entry++) {
        int at = next[outgoing[entry]]++;
        rows[at] = entry / others;
        transposed[at] = seen[entry];
      }
    }

    private void see(NeighbourGraph graph, int row, double mean) {
      double[] distances = new double[others];
      long[] byEnd = new long[others];
      for (int rank = 0; rank < others; rank++) {
        distances[rank] = Math.sqrt(graph.squaredDistance(row, rank));
        byEnd[rank] = ((long) graph.neighbour(row, rank) << 32) | rank;
      }
      SmoothDistances smooth = SmoothDistances.of(distances, mean);
      Arrays.sort(byEnd);
      for (int i = 0; i < others; i++) {
        outgoing[row * others + i] = (int) (byEnd[i] >>> 32);
        seen[row * others + i] = (float) smooth.membership(distances[(int) byEnd[i]]);
      }
    }

    /// Walks along both sorted lists of a row at once and gives the number of edges.
    int walk(int row, Receiver receiver) {
      int out = row * others;
      int outEnd = out + others;
      int in = starts[row];
      int inEnd = starts[row + 1];
      int entries = 0;
      while (out < outEnd || in < inEnd) {
        int outTo = out < outEnd ? outgoing[out] : Integer.MAX_VALUE;
        int inFrom = in < inEnd ? rows[in] : Integer.MAX_VALUE;
        float p = outTo <= inFrom ? seen[out++] : 0;
        float q = inFrom <= outTo ? transposed[in++] : 0;
        float strength = Math.min(1, p + q - p * q);
        if (strength > 0 && strength >= weakest) {
          receiver.accept(entries++, Math.min(outTo, inFrom), strength);
        }
      }
      return entries;
    }
  }
}
