package io.semascope.projection;

import io.semascope.neighbour.GraphSearch;

/// Uniform manifold approximation and projection (McInnes, Healy & Melville 2018).
///
/// @param neighbours how many nearest points make up a neighbourhood, the point itself counted, at least 2; capped at n, and the cap is reported
/// @param minDist how near points may come in the picture, from 0 to `spread`
/// @param spread how far apart clusters stand, from 0.001 to 1000
/// @param repulsion weight of pushing apart against pulling together, from 0 to 1000
/// @param epochs rounds of moving every point; 0 takes `USUAL_EPOCHS`
/// @param start where the points stand before the first epoch
/// @param seed of everything random in the run
/// @param graphSearch how the neighbours are looked for
public record Umap(
    int neighbours,
    double minDist,
    double spread,
    double repulsion,
    int epochs,
    Start start,
    long seed,
    GraphSearch graphSearch)
    implements ProjectionMethod {
  /// More epochs than anybody waits for.
  public static final int MOST_EPOCHS = 1_000_000;

  /// Smallest spread.
  public static final double SMALLEST = 0.001;

  /// Largest spread and repulsion: beyond, positions leave what a float can tell apart.
  public static final double LARGEST = 1000;

  /// However many points: umap-learn takes 200 above 10,000, which is too few where all points move at once (decision 0044).
  public static final int USUAL_EPOCHS = 500;

  /// Where the points stand before the first epoch.
  public enum Start {
    /// On the smoothest waves of the neighbour graph: the eigenvectors of its Laplacian.
    SPECTRAL,
    /// On their principal components: faster, and blind to bent shapes.
    PCA
  }

  public Umap {
    if (neighbours < 2
        || !isCurve(minDist, spread)
        || !isRepulsion(repulsion)
        || epochs < 0
        || epochs > MOST_EPOCHS) {
      throw new IllegalArgumentException("UMAP parameters out of range");
    }
  }

  /// The search for neighbours is automatic.
  public Umap(
      int neighbours,
      double minDist,
      double spread,
      double repulsion,
      int epochs,
      Start start,
      long seed) {
    this(neighbours, minDist, spread, repulsion, epochs, start, seed, new GraphSearch.Automatic());
  }

  /// 15 neighbours, minimal distance 0.1, spread 1, repulsion 1, spectral start, seed 42: the defaults of umap-learn.
  public static Umap standard() {
    return new Umap(15, 0.1, 1, 1, 0, Start.SPECTRAL, 42);
  }

  /// The epochs a run takes.
  public int wantedEpochs() {
    return epochs > 0 ? epochs : USUAL_EPOCHS;
  }

  /// Whether points can be at least so near and clusters so far apart.
  public static boolean isCurve(double minDist, double spread) {
    return minDist >= 0 && minDist <= spread && spread >= SMALLEST && spread <= LARGEST;
  }

  /// Whether a push can have this weight.
  public static boolean isRepulsion(double repulsion) {
    return repulsion >= 0 && repulsion <= LARGEST;
  }

  @Override
  public String key() {
    return "umap";
  }
}
