package io.semascope.neighbour.quantised;

import io.semascope.vector.DenseVector;
import io.semascope.vector.RowRange;
import io.semascope.vector.Similarity;

/// Intervals that are certain to hold the scores of rows with one query, from their codes alone. Larger scores are nearer.
///
/// With row x = s·c + r and query q = t·g + e, both whole numbers times a scale and the rest, q·x differs from s·t·(c·g) by at most |q||r| + |e|(|x| + |r|)
/// (Cauchy–Schwarz). The sum c·g is exact; a slack far above the roundings of double precision, here and in `Similarity`, is added.
///
/// Safe for use from several threads.
public final class CodeBounds {
  /// Lets a computed margin only be too wide.
  private static final double UPWARDS = 1 + 0x1p-40;

  private final RowCodes codes;
  private final CodeKernel kernel;
  private final Similarity similarity;
  private final QueryCode query;
  private final double queryNorm;
  private final double slack;

  /// @param query of finite values and the codes' dimension
  public CodeBounds(RowCodes codes, DenseVector query, Similarity similarity) {
    this(codes, query, similarity, CodeKernel.best());
  }

  CodeBounds(RowCodes codes, DenseVector query, Similarity similarity, CodeKernel kernel) {
    this.codes = codes;
    this.kernel = kernel;
    this.similarity = similarity;
    this.query = new QueryCode(query);
    queryNorm = query.norm();
    slack = (codes.dimension() + 8) * 0x1p-50;
  }

  /// Where scores and half the widths of their intervals are written, from index 0 on. For one thread at a time.
  public static final class Target {
    public final double[] scores;
    public final double[] margins;
    private final int[] products;

    public Target(int rows) {
      scores = new double[rows];
      margins = new double[rows];
      products = new int[rows];
    }
  }

  /// Writes the intervals of `rows`, which lie within one chunk of `RowCodes`: of |q|·cosine, the dot product, or minus the squared distance. What is
  /// written for a row with a value that is not finite, or of length zero by cosine, means nothing and may be NaN.
  ///
  /// @param norms the length of every row
  public void of(RowRange rows, double[] norms, Target target) {
    kernel.dots(query.values, codes, rows, target.products);
    for (int i = 0; i < rows.count(); i++) {
      int row = rows.first() + i;
      double norm = norms[row];
      double dot = query.scale * codes.scale(row) * target.products[i];
      double longest = norm + codes.residual(row);
      double margin =
          (queryNorm * (codes.residual(row) + slack * longest) + query.residual * longest)
              * UPWARDS;
      switch (similarity) {
        case COSINE -> {
          target.scores[i] = dot / norm;
          target.margins[i] = margin / norm;
        }
        case DOT -> {
          target.scores[i] = dot;
          target.margins[i] = margin;
        }
        case EUCLIDEAN -> {
          double squares = queryNorm * queryNorm + norm * norm;
          target.scores[i] = 2 * dot - squares;
          target.margins[i] = 2 * (margin + slack * squares);
        }
      }
    }
  }
}
