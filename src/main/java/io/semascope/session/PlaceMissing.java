package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.projection.Placement;
import io.semascope.projection.Placer;
import io.semascope.projection.Projection;
import io.semascope.space.VectorSpace;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/// Puts every unit that is no part of the present picture into it.
final class PlaceMissing {
  private final StateCell state;
  private final Placers placers;

  PlaceMissing(StateCell state, Placers placers) {
    this.state = state;
    this.placers = placers;
  }

  void run(Cancellation cancellation) {
    if (hasPicture(state.get())) {
      run(old -> old, cancellation);
    }
  }

  /// Changes the state and, with the same change, puts what is new into the picture: whoever shows the states shows one. When no place can be found, the
  /// change is made all the same.
  void run(UnaryOperator<SessionState> change, Cancellation cancellation) {
    AtomicBoolean settled = new AtomicBoolean();
    while (!settled.get()) {
      SessionState seen = state.get();
      Map<String, Placement> placements = placements(change, seen, cancellation);
      state.change(
          old -> {
            settled.set(samePicture(old, seen));
            return settled.get() ? change.apply(old).withPlacements(placements) : old;
          });
    }
  }

  private static boolean hasPicture(SessionState seen) {
    return seen.space().isPresent() && !seen.readingVectors() && seen.projection().isPresent();
  }

  private static boolean samePicture(SessionState one, SessionState other) {
    return one.projection().equals(other.projection()) && one.space().equals(other.space());
  }

  private Map<String, Placement> placements(
      UnaryOperator<SessionState> change, SessionState seen, Cancellation cancellation) {
    SessionState next = change.apply(seen);
    if (!hasPicture(next)) {
      return next.placements();
    }
    try {
      return placements(next, next.projection().orElseThrow(), cancellation);
    } catch (RuntimeException e) {
      state.change(change);
      throw e;
    }
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
