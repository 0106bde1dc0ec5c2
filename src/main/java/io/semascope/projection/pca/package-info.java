/// What do the two directions of largest variance show, and how much of the whole do they show?
/// Start at `PcaModel`. The directions themselves are found in `projection.variance`, because t-SNE and UMAP may start from them too.
@org.jspecify.annotations.NullMarked
package io.semascope.projection.pca;
