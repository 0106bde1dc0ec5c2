/// What is inside a vector, and what does a number about it mean here? The parts of a cosine, the active dimensions, the texts at both ends of a dimension, and how
/// a score compares with random pairs of the same space.
/// Start at `CosineBreakdown`. Finding texts for a query is `neighbour` and `retrieval`; drawing does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.probe;
