package io.semascope.projection;

/// A way to make a picture, with every parameter of the run: equal methods on equal vectors give equal pictures.
public sealed interface ProjectionMethod permits Pca, Tsne, Umap {
  /// The name used in files, on the command line and in labels: `pca`, `tsne`, `umap`.
  String key();
}
