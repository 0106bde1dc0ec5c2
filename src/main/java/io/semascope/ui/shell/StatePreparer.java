package io.semascope.ui.shell;

import io.semascope.neighbour.GraphSearch;
import io.semascope.projection.Placement;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.session.SessionState;
import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.TextUnit;
import io.semascope.ui.granularity.DocumentList;
import io.semascope.ui.map.MapGround;
import io.semascope.ui.map.MapScene;
import io.semascope.ui.theme.CategoryColours;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
    return new MapScene(ground, typed, layout, placements, reading(projection));
  }

  private static String reading(Projection projection) {
    String rest =
        neighbours(projection)
            + " Solid lines lead to the true nearest neighbours of the selected text, dashed ones"
            + " to points that only look near. The vectors have many more directions than two, so"
            + " trust the neighbour list, not the distances here.";
    return switch (projection.facts()) {
      case ProjectionFacts.OfPca pca ->
          String.format(
                  Locale.ROOT,
                  "PCA shows the two directions in which the vectors vary most; they carry %.1f %%"
                      + " and %.1f %% of the variance, the rest is not visible. Far apart here is"
                      + " far apart in the space; near together may not be near at all.",
                  pca.firstShare() * 100,
                  pca.secondShare() * 100)
              + rest;
      case ProjectionFacts.OfTsne tsne ->
          "t-SNE keeps near neighbours together and gives up the rest: distances between groups,"
              + " the size of groups and empty areas mean little. Another seed gives another"
              + " arrangement of the same groups."
              + rest;
      case ProjectionFacts.OfUmap umap ->
          "UMAP keeps neighbourhoods together and gives up the rest: distances between groups, the"
              + " size of groups and how densely they are packed mean little. Another seed gives"
              + " another arrangement of the same groups."
              + (umap.components() == 1
                  ? ""
                  : " The %,d separate parts have no neighbours in common%s; where they stand to each other is a guess."
                      .formatted(
                          umap.components(),
                          umap.recall().isPresent() ? " among those that were found" : ""))
              + rest;
    };
  }

  private static String neighbours(Projection projection) {
    if (projection.exactInsteadOfApproximate()) {
      return String.format(
          Locale.ROOT,
          " The wish for approximate neighbours was set aside: with fewer than %,d texts exact ones"
              + " take no longer.",
          GraphSearch.FEWEST_FOR_APPROXIMATE);
    }
    ProjectionFacts facts = projection.facts();
    return facts
        .recall()
        .map(
            recall ->
                String.format(
                    Locale.ROOT,
                    " This map was made from approximate neighbours, %s: of 100 true near texts"
                        + " %s were known to it (measured on %,d of %,d texts).",
                    facts.recallText().orElseThrow(),
                    recall.value() < 1
                        ? "about " + Math.min(99, Math.round(recall.value() * 100))
                        : "all",
                    recall.rows(),
                    projection.layout().count()))
        .orElse("");
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
