/// How does uniform manifold approximation and projection arrange points so that the neighbourhoods of the space stay neighbourhoods?
///
/// Vectors become neighbours (`NeighbourGraph`), their distances are smoothed for each point (`SmoothDistances`) and become a fuzzy graph (`FuzzyGraph`).
/// The points start on its smoothest waves (`StartingPositions`) or on their principal components, and are pulled along its edges and pushed away from points
/// drawn at random (`Descent`), with forces that follow one curve (`Curve`, fitted from min_dist and spread, and `Forces`). Start at `UmapRun`, which puts
/// them together. Other methods do not belong here.
///
/// McInnes, Healy & Melville, UMAP: Uniform manifold approximation and projection for dimension reduction, arXiv:1802.03426 (2018), whose library
/// umap-learn 0.5 is followed in what the paper leaves open.
@org.jspecify.annotations.NullMarked
package io.semascope.projection.umap;
