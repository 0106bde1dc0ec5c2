package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.projection.Projection;
import io.semascope.space.SpaceSummary;
import io.semascope.space.VectorSpace;
import io.semascope.store.StoredSpace;
import io.semascope.store.UnitTruncation;
import io.semascope.store.Workspace;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads one stored space, or two of the same fingerprint, and puts them before the person with the newest picture they have.
final class ShowSpaces {
  private final Workspace workspace;
  private final StateCell state;
  private final Placers placers;

  ShowSpaces(Workspace workspace, StateCell state, Placers placers) {
    this.workspace = workspace;
    this.state = state;
    this.placers = placers;
  }

  /// Reads the spaces and shows nothing yet. Throws `SpaceMismatch` when they have different fingerprints.
  ///
  /// @param wantedIds in any order; may be empty: a workspace that has documents but no vectors yet
  Read read(List<Long> wantedIds) {
    List<Long> spaceIds = coarsestFirst(wantedIds);
    Map<String, Document> documents = new LinkedHashMap<>();
    for (Document document : workspace.documents()) {
      documents.put(document.id(), document);
    }
    List<StoredSpace> stored = spaceIds.stream().map(workspace::readSpace).toList();
    Optional<VectorSpace> space =
        stored.stream()
            .map(StoredSpace::space)
            .reduce(VectorSpace::with)
            .map(ShowSpaces::typedLast);
    Map<String, UnitTruncation> truncations = new LinkedHashMap<>();
    stored.forEach(one -> truncations.putAll(one.truncations()));
    return new Read(
        this,
        new SessionState(
            0,
            Optional.of(workspace.file()),
            Collections.unmodifiableMap(documents),
            workspace.spaces(),
            List.copyOf(spaceIds),
            space,
            Map.copyOf(truncations),
            space.flatMap(shown -> newestProjection(spaceIds, shown)),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            new ModelState.NotLoaded(),
            false));
  }

  private List<Long> coarsestFirst(List<Long> ids) {
    Map<Long, Integer> fineness = new LinkedHashMap<>();
    for (SpaceSummary space : workspace.spaces()) {
      fineness.put(space.id(), fineness(space.granularity()));
    }
    return ids.stream().sorted(Comparator.comparing(id -> fineness.getOrDefault(id, 0))).toList();
  }

  private static int fineness(Granularity granularity) {
    return switch (granularity) {
      case Granularity.WholeDocument whole -> 0;
      case Granularity.Paragraph paragraph -> 1;
      case Granularity.TokenWindow window -> 2;
      case Granularity.Sentence sentence -> 3;
      case Granularity.Word word -> 4;
    };
  }

  /// Everything a workspace has to say about its shown spaces.
  record Read(ShowSpaces from, SessionState contents) {
    /// Replaces the state. A layout that is being computed goes on when its rows are still the ones shown.
    SessionState show(Cancellation cancellation) {
      from.state.change(
          old ->
              contents
                  .withRunning(contents.sameRows(old) ? old.running() : Optional.empty())
                  .withModel(old.model())
                  .withNetworkUsed(old.networkUsed()));
      new PlaceMissing(from.state, from.placers).run(cancellation);
      return from.state.get();
    }
  }

  /// Of the pictures that still fit the one that was kept last.
  private Optional<Projection> newestProjection(List<Long> spaceIds, VectorSpace space) {
    int chunks = space.chunkCount();
    return workspace.projections().reversed().stream()
        .filter(picture -> picture.spaceIds().equals(spaceIds))
        .map(picture -> workspace.projection(spaceIds, space.revision(), picture.methodKey()))
        .flatMap(Optional::stream)
        .filter(projection -> projection.layout().count() == chunks)
        .findFirst();
  }

  /// Two spaces one after the other leave the typed texts of the first in the middle; a picture needs all chunks in front.
  private static VectorSpace typedLast(VectorSpace space) {
    int[] order =
        IntStream.range(0, space.count())
            .boxed()
            .sorted(Comparator.comparing((Integer row) -> !(space.unit(row) instanceof Chunk)))
            .mapToInt(Integer::intValue)
            .toArray();
    List<io.semascope.text.TextUnit> units = new ArrayList<>();
    for (int row : order) {
      units.add(space.unit(row));
    }
    return new VectorSpace(space.origin(), units, space.vectors().select(order), space.revision());
  }
}
