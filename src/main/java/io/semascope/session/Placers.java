package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.projection.Pca;
import io.semascope.projection.Placer;
import io.semascope.projection.Projection;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.projection.pca.PcaModel;
import io.semascope.projection.tsne.TsnePlacer;
import io.semascope.projection.umap.UmapPlacer;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.vector.VectorBlock;
import java.util.Optional;

/// Makes the placer that belongs to a picture, and keeps the last one because fitting takes time. Safe for use from any thread.
final class Placers {
  private Optional<Kept> kept = Optional.empty();

  /// @param projection of the first rows of `space`
  synchronized Placer forProjection(
      VectorSpace space, Projection projection, Cancellation cancellation) {
    if (kept.isPresent() && kept.get().isFor(space, projection)) {
      return kept.get().placer();
    }
    VectorBlock block = space.vectors().firstRows(projection.layout().count());
    Placer placer =
        switch (projection.method()) {
          case Pca pca -> PcaModel.fit(block, cancellation);
          case Tsne tsne -> TsnePlacer.of(block, projection.layout());
          case Umap umap -> UmapPlacer.of(block, projection, cancellation);
        };
    keep(space, projection, placer);
    return placer;
  }

  /// The picture of the first rows by PCA. Its axes are kept: the first text that is typed into it waits for none.
  Projection pca(VectorSpace space, int rows, Cancellation cancellation) {
    PcaModel fitted = PcaModel.fit(space.vectors().firstRows(rows), cancellation);
    Projection projection = fitted.project();
    keep(space, projection, fitted);
    return projection;
  }

  private synchronized void keep(VectorSpace space, Projection projection, Placer placer) {
    kept = Optional.of(new Kept(space.origin(), space.dimension(), projection, placer));
  }

  private record Kept(SpaceOrigin origin, int dimension, Projection projection, Placer placer) {
    boolean isFor(VectorSpace space, Projection wanted) {
      return origin.equals(space.origin())
          && dimension == space.dimension()
          && projection.equals(wanted);
    }
  }
}
