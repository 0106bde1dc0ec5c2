package io.semascope.neighbour.subspace;

import io.semascope.vector.Kernel;
import java.util.Optional;

/// How a row is written into tiles: less the mean of all, in all its dimensions or in a leading subspace, and one more value, the lift.
///
/// With p the coordinates of a row a and t its lift, a·b ≤ pₐ·p_b + tₐ·t_b for every pair, also as float32 computes the right side: t is the length of what
/// lies outside the subspace (by Cauchy and Schwarz its products are at most the product of the lengths), and √μ·|a| more for all roundings. Where what lies
/// outside is taken to agree less than fully, this holds only for the pairs whose outsides agree no more than that.
///
/// Immutable; safe for use from several threads.
public final class Coordinates {
  private static final double ROUNDING = 0x1p-24;

  private final CentredRows rows;
  private final Optional<Subspace> subspace;
  private final double roundings;
  private final double agreement;

  private Coordinates(CentredRows rows, Optional<Subspace> subspace, Errors errors) {
    this.rows = rows;
    this.subspace = subspace;
    this.roundings = errors.roundings;
    this.agreement = errors.agreement;
  }

  /// How far a product may be above what the coordinates say.
  ///
  /// @param roundings of float32, relative to the lengths of the rows
  /// @param agreement largest cosine of what lies outside the subspace
  private record Errors(double roundings, double agreement) {}

  /// All dimensions. μ: a float32 product of d terms in any order (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., equation 3.5), and the
  /// subtraction of the mean from both rows.
  public static Coordinates all(CentredRows rows) {
    int dimension = rows.block().dimension();
    return new Coordinates(
        rows, Optional.empty(), new Errors(Kernel.errorFactor(dimension + 1) + 4 * ROUNDING, 1));
  }

  /// The dimensions of a subspace.
  ///
  /// With ω = |QᵀQ − I| for the axes Q and ε the error of the computed p relative to |a|, both Qᵀ(a − Qp) ≤ (ε + ω)·|a| and the residual's square is at
  /// most |a|² − |p|² + (2ε + ω)·|a|². η ≥ ε + ω stands for each in the sum of all the terms, of which there are at most six.
  ///
  /// @param agreement the largest cosine that what lies outside the subspace is taken to have, from 0 to 1; 1 for no mistake
  public static Coordinates in(Subspace subspace, CentredRows rows, double agreement) {
    int count = subspace.axes().count();
    double eta =
        Kernel.errorFactor(rows.block().dimension()) * Math.sqrt(count)
            + 2 * subspace.skew()
            + 4 * ROUNDING;
    double roundings = 6 * eta + 1.1 * Kernel.errorFactor(count + 1) + 4 * ROUNDING;
    return new Coordinates(rows, Optional.of(subspace), new Errors(roundings, agreement));
  }

  /// Values of a whole row.
  public int dimension() {
    return rows.block().dimension();
  }

  /// Values per row, the lift included.
  public int depth() {
    return 1 + subspace.map(some -> some.axes().count()).orElse(dimension());
  }

  /// Writes a row's coordinates and lift to `packed`, of length `depth()`.
  ///
  /// @param values room for a whole row
  /// @return |a|² of the row less the mean; not finite when the row is not
  public double write(int row, float[] values, float[] packed) {
    rows.copyRow(row, values);
    double square = square(values, dimension());
    double inside = square;
    if (subspace.isEmpty()) {
      System.arraycopy(values, 0, packed, 0, dimension());
    } else {
      subspace.get().project(values, packed);
      inside = square(packed, subspace.get().axes().count());
    }
    double lift = Math.sqrt(1.1 * roundings * square + agreement * Math.max(0, square - inside));
    packed[depth() - 1] = Math.nextUp((float) lift);
    return square;
  }

  private static double square(float[] values, int count) {
    double square = 0;
    for (int i = 0; i < count; i++) {
      square += (double) values[i] * values[i];
    }
    return square;
  }
}
