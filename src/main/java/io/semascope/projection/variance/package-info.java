/// In which directions do the vectors of a block vary, and how much along each? Start at `PrincipalAxes`, the two largest.
///
/// PCA shows them, t-SNE and UMAP may start from them. Positions and places of new vectors do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.projection.variance;
