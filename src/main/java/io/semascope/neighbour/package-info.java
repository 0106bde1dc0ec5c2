/// Which rows of a block lie nearest to a vector? One scan, one graph, and how exact the answer is.
/// Start at `NeighbourIndex`. Rows are numbers here; what text a row stands for does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.neighbour;
