/// Tests of the search that may miss; start at `HnswIndexTest`, which holds it against the exact one.
@org.jspecify.annotations.NullMarked
package io.semascope.neighbour.approximate;
