package io.semascope.neighbour;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Kernel;
import io.semascope.vector.Kernels;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Compares a query with every row. The answer is exact in double precision and the same on every machine.
///
/// A float32 kernel gives each row an interval that is certain to hold its true value; every row whose interval reaches into the best k is then
/// computed again in double precision by `Similarity`. So a fast kernel cannot change which rows are found, nor their order.
///
/// Two kinds of rows are never found: those with a value that is not finite, and, by cosine, those of length zero, whose cosine is undefined. A query of
/// length zero finds nothing by cosine. `rowsNotFinite` and `rowsWithoutDirection` count them, so that a face can say so.
///
/// Safe for use from several threads. A query's filter may be called from several threads at once.
public final class ExactIndex implements NeighbourIndex {
  /// Rows per block of the scan: 6 MiB at 384 dimensions, about a millisecond of work.
  private static final int BLOCK_ROWS = 4096;

  private final VectorBlock block;
  private final double[] norms;
  private final Kernel kernel;

  private ExactIndex(VectorBlock block, double[] norms, Kernel kernel) {
    this.block = block;
    this.norms = norms;
    this.kernel = kernel;
  }

  /// An index over `block`, which costs one pass over it to know the length of every row. Throws `JobCancelled` when asked to stop.
  public static ExactIndex over(VectorBlock block, Cancellation cancellation) {
    return over(block, Kernels.best(), cancellation);
  }

  static ExactIndex over(VectorBlock block, Kernel kernel, Cancellation cancellation) {
    double[] norms = new double[block.count()];
    Fork.blocks(
        blocks(block.count()),
        cancellation,
        part -> {
          for (int row = start(part); row < end(part, block.count()); row++) {
            norms[row] = block.norm(row);
          }
        });
    return new ExactIndex(block, norms, kernel);
  }

  /// How many rows hold a value that is not finite.
  public int rowsNotFinite() {
    return (int) Arrays.stream(norms).filter(norm -> !Double.isFinite(norm)).count();
  }

  /// How many rows have length zero.
  public int rowsWithoutDirection() {
    return (int) Arrays.stream(norms).filter(norm -> norm == 0).count();
  }

  /// {@inheritDoc} Also throws `IllegalArgumentException` when the query holds a value that is not finite.
  @Override
  public NeighbourList nearest(NeighbourQuery query, Cancellation cancellation) {
    Similarity similarity = query.similarity();
    double queryNorm = requireUsable(query.vector());
    if (similarity == Similarity.COSINE && queryNorm == 0) {
      return new NeighbourList(similarity, List.of(), true);
    }
    Scan scan = new Scan(query, queryNorm);
    Fork.blocks(blocks(block.count()), cancellation, scan::run);
    int[] candidates = scan.candidates();
    Neighbour[] found = new Neighbour[candidates.length];
    Fork.blocks(
        blocks(candidates.length),
        cancellation,
        part -> {
          for (int i = start(part); i < end(part, candidates.length); i++) {
            int row = candidates[i];
            found[i] = new Neighbour(row, similarity.between(query.vector(), block.row(row)));
          }
        });
    Arrays.sort(found, nearestFirst(similarity));
    return new NeighbourList(
        similarity, Arrays.asList(found).subList(0, Math.min(query.count(), found.length)), true);
  }

  private static Comparator<Neighbour> nearestFirst(Similarity similarity) {
    Comparator<Neighbour> byValue = Comparator.comparingDouble(Neighbour::value);
    return (similarity.largerIsNearer() ? byValue.reversed() : byValue)
        .thenComparingInt(Neighbour::row);
  }

  private double requireUsable(DenseVector query) {
    if (query.dimension() != block.dimension()) {
      throw new IllegalArgumentException(
          "the query has %d dimensions, the index %d"
              .formatted(query.dimension(), block.dimension()));
    }
    double norm = query.norm();
    if (!Double.isFinite(norm)) {
      throw new IllegalArgumentException("the query holds a value that is not finite");
    }
    return norm;
  }

  private static int blocks(int rows) {
    return Math.ceilDiv(rows, BLOCK_ROWS);
  }

  private static int start(int part) {
    return part * BLOCK_ROWS;
  }

  private static int end(int part, int rows) {
    return Math.min(start(part) + BLOCK_ROWS, rows);
  }

  /// One pass of the kernel over all rows. Scores are turned so that larger is nearer.
  private final class Scan {
    private final NeighbourQuery query;
    private final float[] values;
    private final double queryNorm;
    private final double error = Kernel.errorFactor(block.dimension());
    private final double underflow = block.dimension() * (double) Float.MIN_NORMAL;

    /// The highest score a row can have; NaN for a row that must not be found.
    private final float[] highest = new float[block.count()];

    /// By block, the best of the lowest scores its rows can have.
    private final LargestValues[] lowest = new LargestValues[blocks(block.count())];

    Scan(NeighbourQuery query, double queryNorm) {
      this.query = query;
      this.queryNorm = queryNorm;
      this.values = query.vector().toArray();
    }

    void run(int part) {
      int end = end(part, block.count());
      LargestValues best = new LargestValues(Math.min(query.count(), end - start(part)));
      for (int row = start(part); row < end; row++) {
        if (!canBeFound(row)) {
          highest[row] = Float.NaN;
          continue;
        }
        double score = score(row);
        if (Double.isFinite(score)) {
          double margin = margin(row, score);
          best.add(score - margin);
          highest[row] = Math.nextUp((float) (score + margin));
        } else {
          // The float32 sum overflowed: only double precision can tell.
          highest[row] = Float.POSITIVE_INFINITY;
        }
      }
      lowest[part] = best;
    }

    private boolean canBeFound(int row) {
      return Double.isFinite(norms[row])
          && (norms[row] > 0 || query.similarity() != Similarity.COSINE)
          && query.accepted().test(row);
    }

    private double score(int row) {
      return switch (query.similarity()) {
        case COSINE -> kernel.dot(values, block, row) / norms[row];
        case DOT -> kernel.dot(values, block, row);
        case EUCLIDEAN -> -kernel.squaredDistance(values, block, row);
      };
    }

    /// How far the score can lie from the true one. Doubled, to cover the roundings of this computation itself.
    private double margin(int row, double score) {
      return 2
          * switch (query.similarity()) {
            case COSINE -> error * queryNorm + underflow / norms[row];
            case DOT -> error * queryNorm * norms[row] + underflow;
            case EUCLIDEAN -> error * -score + underflow;
          };
    }

    /// The rows that may be among the nearest, ascending: those whose highest score reaches the k-th best of the lowest ones.
    int[] candidates() {
      LargestValues best = new LargestValues(Math.min(query.count(), Math.max(1, block.count())));
      for (LargestValues part : lowest) {
        part.addAllTo(best);
      }
      double threshold = best.threshold();
      return IntStream.range(0, highest.length).filter(row -> highest[row] >= threshold).toArray();
    }
  }
}
