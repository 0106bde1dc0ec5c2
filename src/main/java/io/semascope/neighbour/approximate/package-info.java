/// Which rows lie near a vector, found without comparing all of them, and how often is such an answer the true one?
/// Start at `HnswIndex`. Searches that compare every row, and what a row stands for, do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.neighbour.approximate;
