package io.semascope.projection.umap;

import io.semascope.job.Cancellation;

/// The two smoothest waves on a connected graph: the eigenvectors of its normalised Laplacian I − D^−½ W D^−½ with the smallest eigenvalues above 0
/// (Belkin & Niyogi 2003).
///
/// Subspace iteration on eight vectors with a Chebyshev filter (Zhou, Saad, Tiago & Chelikowsky 2006): every round damps what lies below the smallest
/// eigenvalue in sight. Good to a residual of a hundredth of the eigenvalue: the waves are only where the points start.
final class LaplacianEigenvectors {
  /// With fewer points the eight vectors are hardly fewer than there are.
  static final int FEWEST_POINTS = 24;

  private static final double TOLERANCE = 0.01;

  /// Residuals below are rounding of float32.
  private static final double ROUNDING = 2e-6;

  private static final int MOST_ROUNDS = 60;
  private static final int MOST_DEGREES = 40;

  /// A filter that damps more than this loses the damped vectors in the rounding of the others.
  private static final double STRONGEST_FILTER = 1e4;

  /// The filter needs room between what it keeps and what it damps.
  private static final double LARGEST_CUT = 1 - 1e-7;

  private final FuzzyGraph graph;
  private final float[] edges;
  private final float[] constant;
  private VectorBundle vectors;
  private VectorBundle images;
  private double firstValue;
  private double secondValue;
  private final Cancellation cancellation;

  private LaplacianEigenvectors(FuzzyGraph graph, Cancellation cancellation) {
    this.graph = graph;
    this.cancellation = cancellation;
    int count = graph.count();
    edges = new float[graph.edges()];
    constant = new float[count];
    double total = 0;
    double[] degrees = new double[count];
    for (int row = 0; row < count; row++) {
      for (int edge = graph.start(row); edge < graph.start(row + 1); edge++) {
        degrees[row] += graph.strength(edge);
      }
      total += degrees[row];
    }
    for (int row = 0; row < count; row++) {
      constant[row] = (float) Math.sqrt(degrees[row] / total);
      for (int edge = graph.start(row); edge < graph.start(row + 1); edge++) {
        edges[edge] =
            (float) (graph.strength(edge) / Math.sqrt(degrees[row] * degrees[graph.end(edge)]));
      }
    }
    vectors = new VectorBundle(count, cancellation);
    images = new VectorBundle(count, cancellation);
  }

  /// x0, y0, x1, y1, … of a connected graph of at least `FEWEST_POINTS`.
  static float[] of(FuzzyGraph graph, Cancellation cancellation) {
    LaplacianEigenvectors solver = new LaplacianEigenvectors(graph, cancellation);
    solver.solve();
    float[] waves = new float[2 * graph.count()];
    for (int row = 0; row < graph.count(); row++) {
      waves[2 * row] = solver.vectors.get(row, 0);
      waves[2 * row + 1] = solver.vectors.get(row, 1);
    }
    return waves;
  }

  private void solve() {
    for (int vector = 0; vector < VectorBundle.WIDTH; vector++) {
      vectors.fillWithNoise(vector, -1 - vector);
    }
    vectors.orthonormalise(constant);
    double smallest = rayleighRitz();
    for (int round = 0; round < MOST_ROUNDS && !converged(); round++) {
      filter(smallest);
      vectors.orthonormalise(constant);
      smallest = rayleighRitz();
    }
  }

  /// Turns the vectors into the best eigenvectors within their span, largest eigenvalue first, with their images; gives the smallest eigenvalue.
  private double rayleighRitz() {
    images.recur(graph, edges, vectors, new VectorBundle.Recurrence(1, 0, 0));
    SmallMatrix.Eigen eigen = SmallMatrix.eigen(vectors.products(images));
    vectors.combine(eigen.vectors().rows());
    images.combine(eigen.vectors().rows());
    firstValue = eigen.values().get(0);
    secondValue = eigen.values().get(1);
    return eigen.values().getLast();
  }

  private boolean converged() {
    double first = 0;
    double second = 0;
    for (int row = 0; row < graph.count(); row++) {
      double a = images.get(row, 0) - firstValue * vectors.get(row, 0);
      double b = images.get(row, 1) - secondValue * vectors.get(row, 1);
      first += a * a;
      second += b * b;
    }
    return Math.sqrt(first) <= Math.max(ROUNDING, TOLERANCE * (1 - firstValue))
        && Math.sqrt(second) <= Math.max(ROUNDING, TOLERANCE * (1 - secondValue));
  }

  /// Applies the Chebyshev polynomial that is small on [−1, cut] and 1 at 1.
  private void filter(double cut) {
    double centre = (Math.min(LARGEST_CUT, cut) - 1) / 2;
    double radius = centre + 1;
    double atOne = (1 - centre) / radius;
    double growth = Math.log(atOne + Math.sqrt(atOne * atOne - 1));
    int degree = (int) Math.clamp(Math.log(2 * STRONGEST_FILTER) / growth, 2, MOST_DEGREES);
    double sigma = 1 / atOne;
    images.recur(
        graph,
        edges,
        vectors,
        new VectorBundle.Recurrence((float) (sigma / radius), (float) centre, 0));
    double before = sigma;
    for (int step = 2; step <= degree; step++) {
      cancellation.check();
      double next = 1 / (2 / sigma - before);
      VectorBundle older = vectors;
      older.recur(
          graph,
          edges,
          images,
          new VectorBundle.Recurrence(
              (float) (2 * next / radius), (float) centre, (float) (before * next)));
      vectors = images;
      images = older;
      before = next;
    }
    VectorBundle result = images;
    images = vectors;
    vectors = result;
  }
}
