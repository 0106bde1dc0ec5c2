package io.semascope.session.layout;

import io.semascope.neighbour.GraphRecall;
import io.semascope.problem.ProblemReport;
import io.semascope.projection.LayoutFrame;
import io.semascope.projection.Placement;
import io.semascope.projection.quality.LiveQuality;
import java.util.Map;
import java.util.Optional;

/// A picture in the making, with the typed texts beside it.
///
/// @param frame positions of the chunks
/// @param plannedIterations iterations of the whole run
/// @param recall of the neighbours the frame was made from; empty when they are exact
/// @param placements of typed texts in this very frame, by unit id
/// @param quality of this frame or an earlier one; empty until measured, and always when nobody wants it measured
/// @param notStored why no frame since the last one that was stored could be kept in the workspace; empty when the newest could
public record LiveFrame(
    LayoutFrame frame,
    int plannedIterations,
    Optional<GraphRecall> recall,
    Map<String, Placement> placements,
    Optional<LiveQuality> quality,
    Optional<ProblemReport> notStored) {}
