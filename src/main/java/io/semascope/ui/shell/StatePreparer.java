package io.semascope.ui.shell;

import io.semascope.projection.Placement;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.session.SessionState;
import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.TextUnit;
import io.semascope.ui.granularity.DocumentList;
import io.semascope.ui.map.MapGround;
import io.semascope.ui.map.MapScene;
import io.semascope.ui.projection.ReadingWords;
import io.semascope.ui.theme.CategoryColours;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes what a state needs before it is shown and keeps what the next one can share, so that a typed text costs no look at the others. Used by one thread
/// at a time, never the FX thread: all of this takes time for every text.
final class StatePreparer {
  private Optional<Kept> kept = Optional.empty();
  private Listed listed = new Listed(Map.of());

  Prepared prepare(SessionState state) {
    if (!listed.documents().equals(state.documents())) {
      listed = new Listed(state.documents());
    }
    if (state.space().isEmpty()) {
      return prepared(state, CategoryColours.of(List.of()), MapScene.empty());
    }
    Rows rows = Rows.of(state);
    if (kept.isEmpty() || !kept.get().rows().equals(rows)) {
      kept = Optional.of(new Kept(rows, colours(state), Optional.empty()));
    }
    CategoryColours colours = kept.get().colours();
    Optional<Projection> projection = state.projection();
    if (projection.isEmpty() || projection.get().layout().count() != state.chunkCount()) {
      return prepared(state, colours, MapScene.empty());
    }
    MapGround ground = kept.get().ground().orElseGet(() -> ground(state, colours));
    kept = Optional.of(new Kept(rows, colours, Optional.of(ground)));
    return prepared(state, colours, scene(state, ground, projection.get()));
  }

  private Prepared prepared(SessionState state, CategoryColours colours, MapScene scene) {
    return new Prepared(state, colours, scene, listed.list());
  }

  private static CategoryColours colours(SessionState state) {
    return ColourBy.of(state).colours(state);
  }

  private static MapGround ground(SessionState state, CategoryColours colours) {
    VectorSpace space = state.space().orElseThrow();
    List<Granularity> levels = List.copyOf(space.granularities());
    Parents parents = Parents.in(space);
    ColourBy colourBy = ColourBy.of(state);
    return MapGround.of(
        space.units().subList(0, state.chunkCount()).stream()
            .map(
                unit ->
                    new MapScene.Mark(
                        unit.id(),
                        state.label(unit),
                        colourBy.group(unit, state),
                        isCoarse(unit, levels),
                        parents.of(unit)))
            .toList(),
        colours);
  }

  private static boolean isCoarse(TextUnit unit, List<Granularity> levels) {
    return levels.size() > 1
        && unit instanceof Chunk chunk
        && chunk.granularity().equals(levels.getFirst());
  }

  private static MapScene scene(SessionState state, MapGround ground, Projection projection) {
    List<TextUnit> units = state.space().orElseThrow().units();
    List<MapScene.Mark> typed =
        units.subList(state.chunkCount(), units.size()).stream()
            .map(unit -> new MapScene.Mark(unit.id(), state.label(unit), "", false, ""))
            .toList();
    PlanarLayout layout = projection.layout();
    Map<String, Placement> placements = state.placements();
    return new MapScene(ground, typed, layout, placements, ReadingWords.of(projection));
  }

  /// A session state with what takes time for every text of it, made before the FX thread hears of the state.
  ///
  /// @param colours of the shown chunks
  /// @param scene of the projection; an empty one when there is none
  /// @param documents of the state; the same list while they are the same
  record Prepared(
      SessionState state, CategoryColours colours, MapScene scene, DocumentList documents) {}

  /// Which chunks are shown, and of which documents: typed texts come and go without a change of these.
  private record Rows(
      Optional<Path> workspace,
      List<Long> spaceIds,
      long revision,
      int chunks,
      Map<String, Document> documents) {
    static Rows of(SessionState state) {
      return new Rows(
          state.workspaceFile(),
          state.shownSpaceIds(),
          state.space().map(VectorSpace::revision).orElse(-1L),
          state.chunkCount(),
          state.documents());
    }
  }

  /// Documents and the list of them.
  private record Listed(Map<String, Document> documents, DocumentList list) {
    Listed(Map<String, Document> documents) {
      this(documents, DocumentList.of(documents));
    }
  }

  /// What belongs to these rows; the ground is made when the first map of them is shown.
  private record Kept(Rows rows, CategoryColours colours, Optional<MapGround> ground) {}
}
