package io.semascope.session;

import io.semascope.projection.Placement;
import io.semascope.space.VectorSpace;
import io.semascope.store.UnitTruncation;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The state without one typed text. Documents are not taken away this way.
final class RemoveText {
  private RemoveText() {}

  static SessionState from(SessionState old, String unitId) {
    if (old.space().isEmpty()) {
      return old;
    }
    VectorSpace space = old.space().get();
    int[] kept =
        IntStream.range(0, space.count())
            .filter(
                row -> !(space.unit(row) instanceof TypedText typed && typed.id().equals(unitId)))
            .toArray();
    List<TextUnit> units = IntStream.of(kept).mapToObj(space::unit).toList();
    Map<String, Placement> placements = new HashMap<>(old.placements());
    placements.remove(unitId);
    // The next typed text may get the same id.
    Map<String, UnitTruncation> truncations = new HashMap<>(old.truncations());
    truncations.remove(unitId);
    return old.withSpace(
            Optional.of(
                new VectorSpace(
                    space.origin(), units, space.vectors().select(kept), space.revision())))
        .withPlacements(Map.copyOf(placements))
        .withTruncations(Map.copyOf(truncations));
  }
}
