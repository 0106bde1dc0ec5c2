package io.semascope.session;

import io.semascope.projection.LayoutFrame;
import io.semascope.projection.Placement;
import java.util.Map;

/// A picture in the making, with the typed texts beside it.
///
/// @param frame positions of the chunks
/// @param plannedIterations iterations of the whole run
/// @param placements of typed texts in this very frame, by unit id
public record LiveFrame(
    LayoutFrame frame, int plannedIterations, Map<String, Placement> placements) {}
