package io.semascope.projection.umap;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import java.util.function.IntConsumer;

/// Eight vectors of one length beside each other, so that one pass over a graph serves all of them. Sums run in double precision over a fixed partition, so
/// they are the same on any number of cores. Used by one thread at a time.
final class VectorBundle {
  static final int WIDTH = 8;
  private static final int BLOCKS = 64;

  /// A vector of which less is left beside those before it is noise.
  private static final double NOTHING = 1e-10;

  private final Cancellation cancellation;
  private final int length;
  private final float[] values;

  VectorBundle(int length, Cancellation cancellation) {
    this.cancellation = cancellation;
    this.length = length;
    values = new float[Math.multiplyExact(length, WIDTH)];
  }

  float get(int row, int vector) {
    return values[row * WIDTH + vector];
  }

  /// Fills one vector with fixed noise.
  void fillWithNoise(int vector, long key) {
    for (int row = 0; row < length; row++) {
      values[row * WIDTH + vector] = Draws.signed(Draws.mix(Draws.key(key, row)));
    }
  }

  /// this = scale · (A·of − shift · of) − share · this, for the sparse symmetric matrix A with the graph's edges and these values.
  void recur(FuzzyGraph graph, float[] edges, VectorBundle of, Recurrence coefficients) {
    forRows(row -> recurRow(graph, edges, of.values, coefficients, row));
  }

  /// @param scale of the new part
  /// @param shift subtracted from the diagonal
  /// @param share of the old part that is subtracted
  record Recurrence(float scale, float shift, float share) {}

  private void recurRow(
      FuzzyGraph graph, float[] edges, float[] x, Recurrence coefficients, int row) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    for (int edge = graph.start(row); edge < graph.start(row + 1); edge++) {
      float value = edges[edge];
      int from = graph.end(edge) * WIDTH;
      s0 += value * x[from];
      s1 += value * x[from + 1];
      s2 += value * x[from + 2];
      s3 += value * x[from + 3];
      s4 += value * x[from + 4];
      s5 += value * x[from + 5];
      s6 += value * x[from + 6];
      s7 += value * x[from + 7];
    }
    int to = row * WIDTH;
    set(to, s0, x[to], coefficients);
    set(to + 1, s1, x[to + 1], coefficients);
    set(to + 2, s2, x[to + 2], coefficients);
    set(to + 3, s3, x[to + 3], coefficients);
    set(to + 4, s4, x[to + 4], coefficients);
    set(to + 5, s5, x[to + 5], coefficients);
    set(to + 6, s6, x[to + 6], coefficients);
    set(to + 7, s7, x[to + 7], coefficients);
  }

  private void set(int at, float product, float x, Recurrence coefficients) {
    values[at] =
        coefficients.scale * (product - coefficients.shift * x) - coefficients.share * values[at];
  }

  /// Takes the part along `direction`, which has length 1, out of every vector.
  void removeDirection(float[] direction) {
    double[][] parts = new double[BLOCKS][WIDTH];
    forBlocks(
        block -> {
          for (int row = first(block); row < first(block + 1); row++) {
            for (int v = 0; v < WIDTH; v++) {
              parts[block][v] += (double) direction[row] * values[row * WIDTH + v];
            }
          }
        });
    double[] along = new double[WIDTH];
    for (double[] part : parts) {
      for (int v = 0; v < WIDTH; v++) {
        along[v] += part[v];
      }
    }
    forRows(
        row -> {
          for (int v = 0; v < WIDTH; v++) {
            values[row * WIDTH + v] -= (float) (along[v] * direction[row]);
          }
        });
  }

  /// All products of one of these vectors with one of the others: [this][other].
  double[][] products(VectorBundle others) {
    double[][][] parts = new double[BLOCKS][WIDTH][WIDTH];
    forBlocks(
        block -> {
          double[][] part = parts[block];
          for (int row = first(block); row < first(block + 1); row++) {
            for (int v = 0; v < WIDTH; v++) {
              double value = values[row * WIDTH + v];
              for (int w = 0; w < WIDTH; w++) {
                part[v][w] += value * others.values[row * WIDTH + w];
              }
            }
          }
        });
    double[][] products = new double[WIDTH][WIDTH];
    for (double[][] part : parts) {
      for (int v = 0; v < WIDTH; v++) {
        for (int w = 0; w < WIDTH; w++) {
          products[v][w] += part[v][w];
        }
      }
    }
    return products;
  }

  /// Replaces the vectors by combinations of them: new vector w = Σ v · weights[v][w].
  void combine(double[][] weights) {
    forRows(
        row -> {
          float[] old = new float[WIDTH];
          System.arraycopy(values, row * WIDTH, old, 0, WIDTH);
          for (int w = 0; w < WIDTH; w++) {
            double sum = 0;
            for (int v = 0; v < WIDTH; v++) {
              sum += old[v] * weights[v][w];
            }
            values[row * WIDTH + w] = (float) sum;
          }
        });
  }

  /// Makes the vectors orthogonal and of length 1 (twice Cholesky QR; Yamamoto et al. 2015). A vector that adds nothing to those before it is replaced by
  /// noise.
  void orthonormalise(float[] excluded) {
    int passes = 0;
    while (passes < 2) {
      removeDirection(excluded);
      double[][] gram = products(this);
      int empty = SmallMatrix.choleskyInverse(gram, NOTHING);
      if (empty >= 0) {
        fillWithNoise(empty, empty + 1);
        passes = 0;
      } else {
        combine(gram);
        passes++;
      }
    }
  }

  private int first(int block) {
    return (int) ((long) block * length / BLOCKS);
  }

  private void forBlocks(IntConsumer body) {
    Fork.blocks(BLOCKS, cancellation, body);
  }

  private void forRows(IntConsumer body) {
    forBlocks(
        block -> {
          for (int row = first(block); row < first(block + 1); row++) {
            body.accept(row);
          }
        });
  }
}
