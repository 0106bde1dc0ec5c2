/// In which coordinates can many rows be compared at little cost, and how far is such a comparison off?
/// Start at `Coordinates`. Which rows are compared, and what is found, does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.neighbour.subspace;
