/// How does t-distributed stochastic neighbour embedding arrange points so that near vectors stay near?
///
/// One file per term of the papers. Vectors become neighbours (`NeighbourGraph`), neighbours become probabilities (`Bandwidth`, `Affinities`), and the
/// positions follow the gradient (`Gradient`: `Attraction` along the probabilities, `Repulsion` by a tree or a grid) in steps (`GradientDescent`) that lower
/// the `KullbackLeibler` divergence. Start at `TsneRun`, which puts them together. Other methods do not belong here.
///
/// van der Maaten & Hinton, Visualizing data using t-SNE, JMLR 9 (2008); van der Maaten, Accelerating t-SNE using tree-based algorithms, JMLR 15 (2014);
/// Linderman, Rachh, Hoskins, Steinerberger & Kluger, Fast interpolation-based t-SNE, Nature Methods 16 (2019);
/// Poličar, Stražar & Zupan, openTSNE, Journal of Statistical Software 109 (2024), whose descent is followed.
@org.jspecify.annotations.NullMarked
package io.semascope.projection.tsne;
