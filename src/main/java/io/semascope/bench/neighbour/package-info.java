/// How fast and how true is the search for neighbours, part by part? Start at `NeighbourPart`: every part has a trial of its own. Other engines, and the order in which
/// engines take turns, do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.bench.neighbour;
