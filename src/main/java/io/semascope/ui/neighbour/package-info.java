/// Which texts are nearest to the selected one, and what do the scores mean here?
/// Start at `NeighbourViewModel`. Finding neighbours belongs to the session; walking on is the window's business and only asked for here.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.neighbour;
