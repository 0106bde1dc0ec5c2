package io.semascope.session;

import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.projection.Projection;
import io.semascope.projection.Tsne;
import io.semascope.space.SpaceSummary;
import io.semascope.space.VectorSpace;
import io.semascope.store.SpaceReading;
import io.semascope.store.UnitTruncation;
import io.semascope.store.Workspace;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.TextUnit;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one stored space, or two of the same fingerprint, and puts them before the person with the newest picture they have.
final class ShowSpaces {
  static final ProgressMeter.Stage READING_VECTORS =
      new ProgressMeter.Stage("reading vectors", 1, "vectors");

  private final Workspace workspace;
  private final StateCell state;
  private final Placers placers;

  ShowSpaces(Workspace workspace, StateCell state, Placers placers) {
    this.workspace = workspace;
    this.state = state;
    this.placers = placers;
  }

  /// Reads documents, units and the newest picture, and shows nothing yet. Throws `SpaceMismatch` when the spaces have different fingerprints.
  ///
  /// @param wantedIds in any order; may be empty: a workspace that has documents but no vectors yet
  Read read(List<Long> wantedIds) {
    List<SpaceSummary> spaces = workspace.spaces();
    List<Long> spaceIds = coarsestFirst(wantedIds, spaces);
    List<Document> stored = workspace.documents();
    Map<String, Document> documents = LinkedHashMap.newLinkedHashMap(stored.size());
    for (Document document : stored) {
      documents.put(document.id(), document);
    }
    Optional<ShownRows> rows =
        spaceIds.isEmpty()
            ? Optional.empty()
            : Optional.of(
                workspace.readBack(
                    () ->
                        ShownRows.of(
                            spaceIds.stream()
                                .map(id -> workspace.beginReading(id, stored))
                                .toList())));
    Optional<VectorSpace> space = rows.map(ShownRows::space);
    SessionState contents =
        new SessionState(
            0,
            Optional.of(workspace.file()),
            Collections.unmodifiableMap(documents),
            spaces,
            List.copyOf(spaceIds),
            space,
            Map.of(),
            space.flatMap(shown -> newestProjection(spaceIds, shown)),
            space.flatMap(shown -> left(workspace, spaceIds, shown)),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            new ModelState.NotLoaded(),
            false);
    return new Read(this, contents, rows);
  }

  private static List<Long> coarsestFirst(List<Long> ids, List<SpaceSummary> spaces) {
    Map<Long, Integer> fineness = new LinkedHashMap<>();
    for (SpaceSummary space : spaces) {
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

  /// Everything a workspace has to say about its shown spaces but their vectors.
  record Read(ShowSpaces from, SessionState contents, Optional<ShownRows> rows) {
    /// Replaces the state, first without the vectors, so that texts and map are seen while they are read. When the reading fails or is stopped, the state
    /// from before comes back. A layout that is being computed goes on when its rows are still the ones shown.
    SessionState show(JobContext context) {
      context.meter().plan(READING_VECTORS);
      return showInFirstStage(context);
    }

    /// The same in a job that has planned further stages behind `READING_VECTORS`.
    SessionState showInFirstStage(JobContext context) {
      SessionState before = from.state.get();
      if (isShownBy(before)) {
        put(contents.withSpace(before.space()).withTruncations(before.truncations()));
      } else {
        put(contents);
        rows.ifPresent(all -> readVectors(all, before, context));
      }
      new PlaceMissing(from.state, from.placers).run(context.cancellation());
      return from.state.get();
    }

    /// Whether these very rows are there already, with their vectors.
    private boolean isShownBy(SessionState before) {
      return contents.sameRows(before)
          && !before.readingVectors()
          && contents
              .space()
              .map(VectorSpace::units)
              .equals(before.space().map(VectorSpace::units));
    }

    private void readVectors(ShownRows all, SessionState before, JobContext context) {
      try {
        VectorBlock vectors = all.readVectors(context);
        from.state.change(
            old ->
                old.withSpace(old.space().map(space -> space.withVectors(vectors)))
                    .withTruncations(all.truncations()));
      } catch (RuntimeException e) {
        put(before);
        throw e;
      }
    }

    /// Shows again what was shown before.
    void takeBack(SessionState before) {
      put(before);
    }

    private void put(SessionState next) {
      from.state.change(
          old ->
              next.withRunning(next.sameRows(old) ? old.running() : Optional.empty())
                  .withModel(old.model())
                  .withNetworkUsed(old.networkUsed()));
    }
  }

  /// Of the pictures that still fit the one that was kept last.
  private Optional<Projection> newestProjection(List<Long> spaceIds, VectorSpace space) {
    int chunks = space.chunkCount();
    return workspace.projections().reversed().stream()
        .filter(picture -> !picture.frame() && picture.spaceIds().equals(spaceIds))
        .map(picture -> picture.method().key())
        .map(method -> workspace.projection(spaceIds, space.revision(), method))
        .flatMap(Optional::stream)
        .filter(projection -> projection.layout().count() == chunks)
        .findFirst();
  }

  /// The picture of a method that is kept of the chunks of these rows.
  static Optional<Projection> kept(Workspace workspace, SessionState rows, String methodKey) {
    return rows.space()
        .flatMap(space -> workspace.projection(rows.shownSpaceIds(), space.revision(), methodKey))
        .filter(picture -> picture.layout().count() == rows.chunkCount());
  }

  /// The stored t-SNE of these rows that was left before its end and can be gone on with: the frame of a run beside the kept map, else that map itself.
  static Optional<Projection> left(Workspace workspace, List<Long> spaceIds, VectorSpace space) {
    String tsne = Tsne.standard().key();
    return workspace
        .runningProjection(spaceIds, space.revision(), tsne)
        .or(() -> workspace.projection(spaceIds, space.revision(), tsne))
        .filter(picture -> picture.canGoOn() && picture.layout().isFinite())
        .filter(picture -> picture.layout().count() == space.chunkCount());
  }

  /// The rows of one space, or of two one after the other: all chunks in front, as a picture needs them, then the typed texts.
  ///
  /// @param targets for each reading the row in `space` of each of its units; -1 for one that another reading has too
  record ShownRows(VectorSpace space, List<SpaceReading> readings, List<List<Integer>> targets) {
    static ShownRows of(List<SpaceReading> readings) {
      SpaceSummary first = readings.getFirst().summary();
      VectorSpace contract = VectorSpace.awaiting(first.origin(), List.of(), first.dimension(), 0);
      long revision = 0;
      for (SpaceReading reading : readings) {
        contract.requireComparable(reading.summary().origin());
        revision = Math.max(revision, reading.summary().revision());
      }
      List<TextUnit> units = new ArrayList<>();
      List<List<Integer>> targets = new ArrayList<>();
      readings.forEach(reading -> targets.add(new ArrayList<>()));
      Map<String, TextUnit> known = new HashMap<>();
      for (boolean chunks : List.of(true, false)) {
        for (int i = 0; i < readings.size(); i++) {
          for (TextUnit unit : readings.get(i).units()) {
            if (unit instanceof Chunk == chunks) {
              targets.get(i).add(add(unit, units, known));
            }
          }
        }
      }
      return new ShownRows(
          VectorSpace.awaiting(first.origin(), units, first.dimension(), revision),
          List.copyOf(readings),
          targets);
    }

    private static int add(TextUnit unit, List<TextUnit> units, Map<String, TextUnit> known) {
      TextUnit before = known.putIfAbsent(unit.id(), unit);
      if (before == null) {
        units.add(unit);
        return units.size() - 1;
      }
      if (!before.equals(unit)) {
        throw new IllegalArgumentException("two different units have the id " + unit.id());
      }
      return -1;
    }

    VectorBlock readVectors(JobContext context) {
      int dimension = space.dimension();
      long rowBytes = (long) dimension * Float.BYTES;
      MemorySegment vectors = VectorBlock.allocateWithRoom(space.count(), dimension);
      context.meter().begin(0, space.count());
      long done = 0;
      for (int i = 0; i < readings.size(); i++) {
        SpaceReading reading = readings.get(i);
        List<Integer> target = targets.get(i);
        SpaceReading.Receiver receiver =
            (row, values) -> {
              if (target.get(row) >= 0) {
                MemorySegment.copy(values, 0, vectors, target.get(row) * rowBytes, rowBytes);
              }
            };
        while (reading.readMore(receiver)) {
          context.cancellation().check();
          context.meter().advance(done + reading.vectorsRead());
        }
        done += reading.vectorsRead();
      }
      return VectorBlock.wrapWithRoom(vectors, space.count(), dimension);
    }

    Map<String, UnitTruncation> truncations() {
      Map<String, UnitTruncation> all = new HashMap<>();
      readings.forEach(reading -> all.putAll(reading.truncations()));
      return Map.copyOf(all);
    }
  }
}
