package io.semascope.projection.pca;

import io.semascope.job.Cancellation;
import io.semascope.projection.Pca;
import io.semascope.projection.Placement;
import io.semascope.projection.Placer;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.variance.PrincipalAxes;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;

/// A fitted principal component analysis: a linear map to the plane, so new vectors have an exact place. Safe for use from several threads.
///
/// One point, or only equal points, stand at (0, 0) with shares of 0; points on one line have y = 0.
public final class PcaModel implements Placer {
  private final PrincipalAxes axes;
  private final PlanarLayout layout;

  private PcaModel(PrincipalAxes axes, PlanarLayout layout) {
    this.axes = axes;
    this.layout = layout;
  }

  /// Fits the model to all rows and projects them. Throws `TooFewPoints` for an empty block, `VectorsNotFinite`, `JobCancelled`.
  public static PcaModel fit(VectorBlock block, Cancellation cancellation) {
    PrincipalAxes axes = PrincipalAxes.of(block, cancellation);
    return new PcaModel(axes, axes.layout(block, cancellation));
  }

  /// The mean, the two directions and the variances along them.
  public PrincipalAxes axes() {
    return axes;
  }

  /// The picture of the rows the model was fitted to.
  public Projection project() {
    return new Projection(
        new Pca(), layout, new ProjectionFacts.OfPca(axes.share(0), axes.share(1)));
  }

  /// Throws `IllegalArgumentException` when the dimension is another.
  @Override
  public Placement place(DenseVector vector, Cancellation cancellation) {
    cancellation.check();
    return new Placement.Exact(
        (float) axes.coordinate(vector, 0), (float) axes.coordinate(vector, 1));
  }
}
