package io.semascope.session;

import io.semascope.projection.Placement;
import io.semascope.projection.Projection;
import io.semascope.projection.quality.MapQuality;
import io.semascope.session.filter.TextFilter;
import io.semascope.session.filter.UnitNames;
import io.semascope.session.layout.RunningLayout;
import io.semascope.space.SpaceSummary;
import io.semascope.space.VectorSpace;
import io.semascope.store.UnitTruncation;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.LongName;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Everything a face of the program shows, at one moment. Immutable; replaced as a whole.
///
/// @param version grows by one with every change
/// @param workspaceFile the open workspace
/// @param documents by id, in import order
/// @param spaces all spaces of the workspace
/// @param shownSpaceIds the space on the map, or two of the same fingerprint (the coarser first)
/// @param space the rows of the shown spaces: chunks first, typed texts last
/// @param truncations of units whose end their vector never saw, by unit id; of typed texts only those placed since their space is shown
/// @param projection the picture of the chunks: its row i is row i of `space`; empty until the first one is computed
/// @param interrupted the stored t-SNE of these rows that was left before its end, by whomever, and can be gone on with
/// @param placements of units that are no part of the projection, by unit id
/// @param running the layout being computed
/// @param quality how far the picture can be trusted; empty until measured
/// @param model the loaded model
/// @param networkUsed whether the network was used since the program started
public record SessionState(
    long version,
    Optional<Path> workspaceFile,
    Map<String, Document> documents,
    List<SpaceSummary> spaces,
    List<Long> shownSpaceIds,
    Optional<VectorSpace> space,
    Map<String, UnitTruncation> truncations,
    Optional<Projection> projection,
    Optional<Projection> interrupted,
    Map<String, Placement> placements,
    Optional<RunningLayout> running,
    Optional<MapQuality> quality,
    ModelState model,
    boolean networkUsed)
    implements UnitNames {
  /// In UTF-16 units, of a text without a title.
  private static final int LONGEST_LABEL = 60;

  /// Nothing is open.
  public static SessionState empty() {
    return new SessionState(
        0,
        Optional.empty(),
        Map.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        new ModelState.NotLoaded(),
        false);
  }

  /// Whether texts and map are there but the vectors are still being read.
  public boolean readingVectors() {
    return space.isPresent() && !space.get().hasVectors();
  }

  /// How many of the first rows of `space` are chunks; the rest are typed texts.
  public int chunkCount() {
    return space.map(VectorSpace::chunkCount).orElse(0);
  }

  /// Whether the chunks are the same rows as in `other`, so that a picture of one is a picture of the other.
  boolean sameRows(SessionState other) {
    if (space.isEmpty() || other.space.isEmpty()) {
      return false;
    }
    return space.get() == other.space.get()
        || (workspaceFile.equals(other.workspaceFile)
            && shownSpaceIds.equals(other.shownSpaceIds)
            && space.get().revision() == other.space.get().revision()
            && chunkCount() == other.chunkCount());
  }

  /// A short name of a unit for labels and lists: the document's title, or the start and the end of the text.
  @Override
  public String label(TextUnit unit) {
    return switch (unit) {
      case Chunk chunk when isWhole(chunk) ->
          document(chunk).map(Document::title).orElse(chunk.id());
      case Chunk chunk -> startAndEnd(chunk.text());
      case TypedText typed -> startAndEnd(typed.text());
    };
  }

  /// The category of a unit's document; empty for typed texts and documents without one.
  @Override
  public String category(TextUnit unit) {
    return switch (unit) {
      case Chunk chunk -> document(chunk).map(Document::category).orElse("");
      case TypedText typed -> "";
    };
  }

  /// Whether a unit is let in by a filter.
  public Predicate<TextUnit> passing(TextFilter filter) {
    return filter.passing(this);
  }

  /// The document a chunk was cut from.
  public Optional<Document> document(Chunk chunk) {
    return Optional.ofNullable(documents.get(chunk.documentId()));
  }

  private static boolean isWhole(Chunk chunk) {
    return chunk.id().equals(chunk.documentId());
  }

  private static String startAndEnd(String text) {
    return new LongName(text.strip().replaceAll("\\s+", " ")).cut(LONGEST_LABEL);
  }

  SessionState withVersion(long version) {
    return new SessionState(
        version,
        workspaceFile,
        documents,
        spaces,
        shownSpaceIds,
        space,
        truncations,
        projection,
        interrupted,
        placements,
        running,
        quality,
        model,
        networkUsed);
  }

  SessionState withProjection(Optional<Projection> projection) {
    return new SessionState(
        version,
        workspaceFile,
        documents,
        spaces,
        shownSpaceIds,
        space,
        truncations,
        projection,
        interrupted,
        placements,
        running,
        quality,
        model,
        networkUsed);
  }

  SessionState withInterrupted(Optional<Projection> interrupted) {
    return new SessionState(
        version,
        workspaceFile,
        documents,
        spaces,
        shownSpaceIds,
        space,
        truncations,
        projection,
        interrupted,
        placements,
        running,
        quality,
        model,
        networkUsed);
  }

  SessionState withPlacements(Map<String, Placement> placements) {
    return new SessionState(
        version,
        workspaceFile,
        documents,
        spaces,
        shownSpaceIds,
        space,
        truncations,
        projection,
        interrupted,
        placements,
        running,
        quality,
        model,
        networkUsed);
  }

  SessionState withRunning(Optional<RunningLayout> running) {
    return new SessionState(
        version,
        workspaceFile,
        documents,
        spaces,
        shownSpaceIds,
        space,
        truncations,
        projection,
        interrupted,
        placements,
        running,
        quality,
        model,
        networkUsed);
  }

  SessionState withQuality(Optional<MapQuality> quality) {
    return new SessionState(
        version,
        workspaceFile,
        documents,
        spaces,
        shownSpaceIds,
        space,
        truncations,
        projection,
        interrupted,
        placements,
        running,
        quality,
        model,
        networkUsed);
  }

  SessionState withModel(ModelState model) {
    return new SessionState(
        version,
        workspaceFile,
        documents,
        spaces,
        shownSpaceIds,
        space,
        truncations,
        projection,
        interrupted,
        placements,
        running,
        quality,
        model,
        networkUsed);
  }

  SessionState withNetworkUsed(boolean networkUsed) {
    return new SessionState(
        version,
        workspaceFile,
        documents,
        spaces,
        shownSpaceIds,
        space,
        truncations,
        projection,
        interrupted,
        placements,
        running,
        quality,
        model,
        networkUsed);
  }

  SessionState withSpace(Optional<VectorSpace> space) {
    return new SessionState(
        version,
        workspaceFile,
        documents,
        spaces,
        shownSpaceIds,
        space,
        truncations,
        projection,
        interrupted,
        placements,
        running,
        quality,
        model,
        networkUsed);
  }

  SessionState withTruncations(Map<String, UnitTruncation> truncations) {
    return new SessionState(
        version,
        workspaceFile,
        documents,
        spaces,
        shownSpaceIds,
        space,
        truncations,
        projection,
        interrupted,
        placements,
        running,
        quality,
        model,
        networkUsed);
  }
}
