package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.projection.Placement;
import io.semascope.projection.Placer;
import io.semascope.projection.Projection;
import io.semascope.space.VectorSpace;
import java.util.HashMap;
import java.util.Map;

/// Puts every unit that is no part of the present picture into it.
final class PlaceMissing {
  private final StateCell state;
  private final Placers placers;

  PlaceMissing(StateCell state, Placers placers) {
    this.state = state;
    this.placers = placers;
  }

  void run(Cancellation cancellation) {
    boolean settled = false;
    while (!settled) {
      SessionState seen = state.get();
      if (seen.space().isEmpty() || seen.readingVectors() || seen.projection().isEmpty()) {
        return;
      }
      Projection projection = seen.projection().get();
      Map<String, Placement> placements = placements(seen, projection, cancellation);
      SessionState next =
          state.change(old -> samePicture(old, seen) ? old.withPlacements(placements) : old);
      settled = samePicture(next, seen);
    }
  }

  private static boolean samePicture(SessionState one, SessionState other) {
    return one.projection().equals(other.projection()) && one.space().equals(other.space());
  }

  private Map<String, Placement> placements(
      SessionState seen, Projection projection, Cancellation cancellation) {
    VectorSpace space = seen.space().orElseThrow();
    Map<String, Placement> placements = new HashMap<>();
    for (int row = projection.layout().count(); row < space.count(); row++) {
      String id = space.unit(row).id();
      Placement known = seen.placements().get(id);
      if (known == null) {
        Placer placer = placers.forProjection(space, projection, cancellation);
        known = placer.place(space.vectors().row(row), cancellation);
      }
      placements.put(id, known);
    }
    return Map.copyOf(placements);
  }
}
