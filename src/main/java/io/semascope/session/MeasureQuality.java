package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.projection.Projection;
import io.semascope.projection.quality.MapQuality;
import java.util.Optional;

/// Measures how far the present picture keeps the neighbours of its space.
final class MeasureQuality {
  private static final int NEIGHBOURS = 10;

  private final StateCell state;

  MeasureQuality(StateCell state) {
    this.state = state;
  }

  MapQuality run(Cancellation cancellation) {
    SessionState seen = state.get();
    Projection projection = seen.projection().orElseThrow(SessionProblem::noMap);
    int chunks = projection.layout().count();
    MapQuality quality =
        MapQuality.measure(
            seen.space().orElseThrow().vectors().firstRows(chunks),
            projection.layout(),
            NEIGHBOURS,
            cancellation);
    state.change(
        old ->
            old.projection().equals(seen.projection())
                ? old.withQuality(Optional.of(quality))
                : old);
    return quality;
  }
}
