package io.semascope.projection.variance;

import io.semascope.job.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/// The two largest eigenvalues of a symmetric positive semidefinite matrix that is never formed, with orthonormal eigenvectors, from few products of the
/// matrix with two vectors at once.
///
/// Block Krylov iteration from random directions (Musco & Musco 2015, Randomized block Krylov methods, algorithm 2; Halko, Martinsson & Tropp 2011), made one
/// product at a time as block Lanczos iteration with full reorthogonalisation (Golub & Van Loan, Matrix Computations, 4th edition, section 10.3.6), and begun
/// again from the best vectors when the basis is full (Wu & Simon 2000). Two directions find an eigenvalue that occurs twice; more would cost more than the
/// products they spare.
///
/// It ends when the residual ‖Av − λv‖ of both is at most `TOLERANCE` · λ, or rounding beside the larger one. An eigenvalue then lies within that distance of
/// each value, and the sine of the angle between a vector and the true one is at most that distance divided by the gap to the next eigenvalue.
final class BlockLanczos {
  /// A tenth of what float32 coordinates can tell apart.
  static final double TOLERANCE = 1e-8;

  /// A residual below this share of the largest eigenvalue is rounding of the products.
  private static final double ROUNDING = 1e-13;

  /// A direction left below this share of the longest image is rounding.
  private static final double NOTHING = 1e-14;

  private static final int LARGEST_BASIS = 120;

  /// How many of the best vectors begin a basis again.
  private static final int KEPT = 24;

  /// A basis beyond this is decomposed after every fourth product only, since it costs the third power of its size.
  private static final int SMALL_BASIS = 40;

  /// Fixed, so that equal matrices give equal vectors. Any directions that are not orthogonal to the answer would do.
  private static final long START_SEED = 1;

  private final UnaryOperator<double[]> matrix;
  private final int dimension;
  private final List<double[]> basis = new ArrayList<>();

  /// The matrix as the basis sees it.
  private final double[][] projected = new double[LARGEST_BASIS][LARGEST_BASIS];

  private int products;
  private double longest;

  private BlockLanczos(UnaryOperator<double[]> matrix, int dimension) {
    this.matrix = matrix;
    this.dimension = dimension;
  }

  /// What was found.
  ///
  /// @param leading the two largest, the largest first; one where the matrix has one row
  /// @param products how many there were, of two vectors each
  record Found(List<LeadingEigenvector> leading, int products) {
    Found {
      leading = List.copyOf(leading);
    }
  }

  /// Empty when `mostProducts` were not enough.
  ///
  /// @param matrix multiplies with two vectors, one behind the other; a fresh array
  static Optional<Found> of(UnaryOperator<double[]> matrix, int dimension, int mostProducts) {
    return new BlockLanczos(matrix, dimension).run(mostProducts);
  }

  private Optional<Found> run(int mostProducts) {
    List<double[]> block = start();
    while (true) {
      List<double[]> outside = multiply(block);
      List<double[]> next = orthonormal(outside);
      boolean full = basis.size() + 2 > LARGEST_BASIS;
      boolean last = next.isEmpty() || products == mostProducts;
      if (last || full || basis.size() <= SMALL_BASIS || products % 4 == 0) {
        SymmetricEigen ritz = decompose();
        if (next.isEmpty() || isSettled(ritz, outside)) {
          return Optional.of(new Found(leading(ritz, Math.min(2, basis.size())), products));
        }
        if (last) {
          return Optional.empty();
        }
        if (full) {
          restart(ritz);
        }
      }
      block = next;
    }
  }

  private List<double[]> start() {
    Random random = new Random(START_SEED);
    List<double[]> block = new ArrayList<>();
    for (int i = 0; i < Math.min(2, dimension); i++) {
      double[] direction = new double[dimension];
      Arrays.setAll(direction, j -> random.nextGaussian());
      block.add(direction);
    }
    return orthonormal(block);
  }

  /// Takes a block into the basis and gives what of its images lies outside.
  private List<double[]> multiply(List<double[]> block) {
    double[] pair = new double[2 * dimension];
    for (int i = 0; i < block.size(); i++) {
      System.arraycopy(block.get(i), 0, pair, i * dimension, dimension);
    }
    int from = basis.size();
    basis.addAll(block);
    double[] images = matrix.apply(pair);
    products++;
    List<double[]> outside = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      double[] image = Arrays.copyOfRange(images, i * dimension, (i + 1) * dimension);
      longest = Math.max(longest, Columns.norm(image));
      double[] components = Columns.removeComponents(image, basis);
      for (int row = 0; row <= from + i; row++) {
        projected[row][from + i] = components[row];
        projected[from + i][row] = components[row];
      }
      outside.add(image);
    }
    return outside;
  }

  /// Unit vectors that span the same, less what is nothing but rounding; orthogonal to the basis as these are. Leaves these as they are.
  private List<double[]> orthonormal(List<double[]> vectors) {
    List<double[]> unit = new ArrayList<>();
    for (double[] vector : vectors) {
      double[] rest = vector.clone();
      double before = Columns.norm(rest);
      Columns.removeComponents(rest, unit);
      if (Columns.norm(rest) < before / 2) {
        // What little is left has the rounding of all of it.
        Columns.removeComponents(rest, basis);
        Columns.removeComponents(rest, unit);
      }
      double length = Columns.norm(rest);
      if (length > NOTHING * longest) {
        Columns.scale(rest, 1 / length);
        unit.add(rest);
      }
    }
    return unit;
  }

  private SymmetricEigen decompose() {
    double[][] square = new double[basis.size()][];
    Arrays.setAll(square, row -> Arrays.copyOf(projected[row], basis.size()));
    return SymmetricEigen.of(new SymmetricMatrix(square), Cancellation.never());
  }

  /// Whether the residuals are small. They lie in what is outside the basis, with the last components of the vectors as weights.
  private boolean isSettled(SymmetricEigen ritz, List<double[]> outside) {
    int first = basis.size() - outside.size();
    for (int rank = 0; rank < Math.min(2, basis.size()); rank++) {
      double square = 0;
      for (int i = 0; i < outside.size(); i++) {
        for (int j = 0; j < outside.size(); j++) {
          square +=
              ritz.vector(rank)[first + i]
                  * ritz.vector(rank)[first + j]
                  * Columns.dot(outside.get(i), outside.get(j));
        }
      }
      double most = Math.max(TOLERANCE * ritz.value(rank), ROUNDING * ritz.value(0));
      if (!(Math.sqrt(Math.max(0, square)) <= most)) {
        return false;
      }
    }
    return true;
  }

  private List<LeadingEigenvector> leading(SymmetricEigen ritz, int count) {
    List<LeadingEigenvector> leading = new ArrayList<>();
    for (int rank = 0; rank < count; rank++) {
      leading.add(
          new LeadingEigenvector(
              Math.max(0, ritz.value(rank)), Columns.combine(basis, ritz.vector(rank))));
    }
    return leading;
  }

  /// Begins again with the best vectors; the block that comes next is orthogonal to them too.
  private void restart(SymmetricEigen ritz) {
    List<double[]> kept = new ArrayList<>();
    for (LeadingEigenvector vector : leading(ritz, KEPT)) {
      kept.add(vector.vector());
    }
    basis.clear();
    basis.addAll(kept);
    for (int i = 0; i < KEPT; i++) {
      Arrays.fill(projected[i], 0);
      projected[i][i] = ritz.value(i);
    }
  }
}
