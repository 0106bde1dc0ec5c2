package io.semascope.projection.variance;

import io.semascope.job.Cancellation;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The two directions of largest variance by whichever way is estimated to be sooner for n × d: from the covariance matrix, or by passes over the rows that
/// begin with random directions.
///
/// How many passes it takes depends on how the variances fall off, which nobody knows before. So they end where they would have cost as much as the matrix, and
/// that is formed after all: by the estimate, where passes begin no block takes more than twice the time of its better way. Where the matrix is formed at once,
/// rows that span little would have been sooner by passes.
final class LeadingAxes {
  /// Variance left below this share of the whole is rounding.
  private static final double NOTHING = 1e-12;

  /// Passes that are reckoned with. Embedded definitions took 17 or 18, made-up clusters 11 to 13 (decision 48).
  private static final int USUAL_PASSES = 18;

  /// Beyond this dimension the matrix is not formed, for its size: 128 MiB.
  private static final int LARGEST_MATRIX = 4096;

  private final Spread spread;
  private final List<LeadingEigenvector> found;
  private final PrincipalAxes.Way way;

  private LeadingAxes(Spread spread, List<LeadingEigenvector> found, PrincipalAxes.Way way) {
    this.spread = spread;
    this.found = List.copyOf(found);
    this.way = way;
  }

  /// Of a block of at least one row. Where the total variance is not finite nothing is found.
  static LeadingAxes of(VectorBlock block, Cancellation cancellation) {
    Cost cost = Cost.of(block);
    if (USUAL_PASSES * cost.pass() > cost.matrix()) {
      return inMatrix(block, 0, cancellation);
    }
    int most = (int) Math.min(cost.matrix() / cost.pass(), block.dimension());
    return inPasses(block, most, cancellation);
  }

  /// By the exact way when `most` passes do not settle.
  static LeadingAxes inPasses(VectorBlock block, int most, Cancellation cancellation) {
    Spread.InPasses spread = Spread.InPasses.of(block, cancellation);
    if (!(spread.totalVariance() > 0 && spread.totalVariance() < Double.POSITIVE_INFINITY)) {
      return new LeadingAxes(spread, List.of(), new PrincipalAxes.Way.ByPasses(0));
    }
    Optional<BlockLanczos.Found> quick =
        BlockLanczos.of(spread.passes()::covarianceTimesPair, block.dimension(), most);
    if (quick.isPresent()) {
      int passes = quick.get().products();
      return new LeadingAxes(spread, quick.get().leading(), new PrincipalAxes.Way.ByPasses(passes));
    }
    return block.dimension() <= LARGEST_MATRIX
        ? inMatrix(block, most, cancellation)
        : new LeadingAxes(spread, oneByOne(spread), new PrincipalAxes.Way.OneByOne(most));
  }

  static LeadingAxes inMatrix(VectorBlock block, int passesBefore, Cancellation cancellation) {
    Spread spread = Spread.InMatrix.of(Covariance.of(block, cancellation));
    return new LeadingAxes(
        spread, oneByOne(spread), new PrincipalAxes.Way.ByMatrix(block.dimension(), passesBefore));
  }

  private static List<LeadingEigenvector> oneByOne(Spread spread) {
    int dimension = spread.mean().length;
    double total = spread.totalVariance();
    List<LeadingEigenvector> found = new ArrayList<>();
    List<double[]> vectors = new ArrayList<>();
    double left = total;
    while (found.size() < Math.min(2, dimension)
        && left > NOTHING * total
        && total < Double.POSITIVE_INFINITY) {
      LeadingEigenvector next =
          LeadingEigenvector.of(spread::covarianceTimes, dimension, List.copyOf(vectors));
      found.add(next);
      vectors.add(next.vector());
      left -= next.value();
    }
    return found;
  }

  double[] mean() {
    return spread.mean();
  }

  /// Not finite when a value is not.
  double totalVariance() {
    return spread.totalVariance();
  }

  PrincipalAxes.Way way() {
    return way;
  }

  /// Whether anything varies along `axis` (0 or 1).
  boolean has(int axis) {
    double left = totalVariance();
    for (int before = 0; before < Math.min(axis, found.size()); before++) {
      left -= found.get(before).value();
    }
    return axis < found.size() && left > NOTHING * totalVariance();
  }

  /// The variance along an axis there is.
  double variance(int axis) {
    return found.get(axis).value();
  }

  /// The direction of an axis there is, of length 1.
  double[] direction(int axis) {
    return Columns.withFixedSign(found.get(axis).vector());
  }

  /// What either way costs, in multiplications of two float64 values at the pace of the matrix.
  ///
  /// @param matrix to form and to multiply until it has given two eigenvectors
  /// @param pass of all rows with two directions, and what follows it
  private record Cost(double matrix, double pass) {
    /// Products with the matrix, which is read from memory, and what each multiplication of them costs.
    private static final double PRODUCTS = 40 * 15;

    /// A multiplication in a pass, which uses each value it reads for four of them; the matrix uses it for many.
    private static final double IN_PASS = 3;

    /// To begin and end a pass on all cores: some 50 µs.
    private static final double BEGIN = 1e6;

    /// Multiplications of one direction with the basis, on one core.
    private static final double BASIS = 200;

    static Cost of(VectorBlock block) {
      double n = block.count();
      double d = block.dimension();
      return new Cost(n * d * d / 2 + PRODUCTS * d * d, IN_PASS * 4 * n * d + BASIS * d + BEGIN);
    }
  }
}
