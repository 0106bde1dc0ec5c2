package io.semascope.neighbour;

import io.semascope.neighbour.quantised.CodeBounds;
import io.semascope.neighbour.quantised.RowCodes;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Kernel;
import io.semascope.vector.RowRange;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// One query's pass over all rows: keeps those that float32, or codes where they are given, cannot tell from the nearest. Scores are turned so that larger is nearer.
final class ExactScan {
  private final ExactIndex index;
  private final NeighbourQuery query;
  private final float[] values;
  private final double queryNorm;
  private final double error;
  private final double underflow;
  private final Optional<CodeBounds> coded;
  private final boolean acceptedOnly;
  private final Part[] parts;

  /// Throws `IllegalArgumentException` when the query's dimension is not the index's or it holds a value that is not finite.
  ExactScan(ExactIndex index, NeighbourQuery query, Optional<RowCodes> codes) {
    this(index, query, codes, false);
  }

  /// A scan that reads the accepted rows only. Throws as the other.
  static ExactScan ofAccepted(ExactIndex index, NeighbourQuery query) {
    return new ExactScan(index, query, Optional.empty(), true);
  }

  private ExactScan(
      ExactIndex index, NeighbourQuery query, Optional<RowCodes> codes, boolean acceptedOnly) {
    VectorBlock block = index.block();
    this.index = index;
    this.query = query;
    this.queryNorm = requireUsable(query.vector(), block.dimension());
    this.values = query.vector().toArray();
    this.coded = codes.map(there -> new CodeBounds(there, query.vector(), query.similarity()));
    this.error = Kernel.errorFactor(block.dimension());
    this.underflow = block.dimension() * (double) Float.MIN_NORMAL;
    this.acceptedOnly = acceptedOnly;
    this.parts = new Part[index.parts()];
  }

  private static double requireUsable(DenseVector query, int dimension) {
    if (query.dimension() != dimension) {
      throw new IllegalArgumentException(
          "the query has %d dimensions, the index %d".formatted(query.dimension(), dimension));
    }
    double norm = query.norm();
    if (!Double.isFinite(norm)) {
      throw new IllegalArgumentException("the query holds a value that is not finite");
    }
    return norm;
  }

  NeighbourQuery query() {
    return query;
  }

  /// The part of this number, to be filled by one thread.
  Part part(int number) {
    if (parts[number] == null) {
      parts[number] = new Part(Math.min(query.count(), index.partRows()));
    }
    return parts[number];
  }

  /// The rows that may be among the nearest, ascending: those whose highest score reaches the k-th best of the lowest ones.
  int[] candidates() {
    int most = Math.max(1, index.block().count());
    LargestValues best = new LargestValues(Math.min(query.count(), most));
    for (Part part : parts) {
      part.lowest.addAllTo(best);
    }
    double threshold = best.threshold();
    return Arrays.stream(parts).flatMapToInt(part -> part.reaching(threshold)).toArray();
  }

  /// What a comparison of some rows writes to. Used by one thread at a time.
  static final class Scratch {
    private final float[] values;
    private final CodeBounds.Target bounds;

    Scratch(int rows) {
      values = new float[rows];
      bounds = new CodeBounds.Target(rows);
    }
  }

  /// What one stretch of rows has to offer. Used by one thread at a time.
  final class Part {
    private final LargestValues lowest;
    private int[] rows = new int[64];
    private float[] highest = new float[64];
    private int size;

    private Part(int most) {
      lowest = new LargestValues(most);
    }

    /// Compares the query with `count` rows from `first` on.
    void take(int first, int count, Scratch scratch) {
      if (query.similarity() == Similarity.COSINE && queryNorm == 0) {
        return;
      }
      if (acceptedOnly) {
        takeAccepted(first, first + count, scratch);
      } else {
        offerAll(new RowRange(first, count), scratch);
      }
    }

    /// Accepted rows that follow each other are compared together.
    private void takeAccepted(int first, int end, Scratch scratch) {
      IntPredicate accepted = query.accepted();
      int row = first;
      while (row < end) {
        int start = row;
        while (row < end && accepted.test(row)) {
          row++;
        }
        if (row > start) {
          offerAll(new RowRange(start, row - start), scratch);
        } else {
          row++;
        }
      }
    }

    private void offerAll(RowRange range, Scratch scratch) {
      if (coded.isPresent()) {
        coded.get().of(range, index.norms(), scratch.bounds);
      } else {
        compare(range, scratch);
      }
      double[] scores = scratch.bounds.scores;
      double[] margins = scratch.bounds.margins;
      for (int i = 0; i < range.count(); i++) {
        offer(range.first() + i, scores[i], margins[i]);
      }
    }

    private void compare(RowRange range, Scratch scratch) {
      switch (query.similarity()) {
        case COSINE, DOT -> index.kernel().dots(values, index.block(), range, scratch.values);
        case EUCLIDEAN ->
            index.kernel().squaredDistances(values, index.block(), range, scratch.values);
      }
      for (int i = 0; i < range.count(); i++) {
        int row = range.first() + i;
        double score = score(row, scratch.values[i]);
        scratch.bounds.scores[i] = score;
        scratch.bounds.margins[i] = margin(row, score);
      }
    }

    private void offer(int row, double score, double margin) {
      if (!Double.isFinite(score)) {
        // The float32 sum overflowed: only double precision can tell. Or the row has no score at
        // all.
        if (canBeFound(row)) {
          keep(row, Float.POSITIVE_INFINITY);
        }
        return;
      }
      if (score + margin >= lowest.threshold() && canBeFound(row)) {
        lowest.add(score - margin);
        keep(row, Math.nextUp((float) (score + margin)));
      }
    }

    private double score(int row, float value) {
      return switch (query.similarity()) {
        case COSINE -> value / index.norm(row);
        case DOT -> value;
        case EUCLIDEAN -> -value;
      };
    }

    /// How far the score can lie from the true one. Doubled, to cover the roundings of this computation itself.
    private double margin(int row, double score) {
      return 2
          * switch (query.similarity()) {
            case COSINE -> error * queryNorm + underflow / index.norm(row);
            case DOT -> error * queryNorm * index.norm(row) + underflow;
            case EUCLIDEAN -> error * -score + underflow;
          };
    }

    private boolean canBeFound(int row) {
      double norm = index.norm(row);
      return Double.isFinite(norm)
          && (norm > 0 || query.similarity() != Similarity.COSINE)
          && query.accepted().test(row);
    }

    private void keep(int row, float high) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
        highest = Arrays.copyOf(highest, 2 * size);
      }
      rows[size] = row;
      highest[size++] = high;
    }

    private IntStream reaching(double threshold) {
      return IntStream.range(0, size).filter(i -> highest[i] >= threshold).map(i -> rows[i]);
    }
  }
}
