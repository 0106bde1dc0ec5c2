package io.semascope.bench;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.StageTime;
import io.semascope.bench.measure.Stopwatch;
import io.semascope.bench.measure.TemporaryFolder;
import io.semascope.job.JobContext;
import io.semascope.model.ModelFingerprint;
import io.semascope.problem.ProblemReport;
import io.semascope.projection.Pca;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.space.SpaceMismatch;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.SpaceSummary;
import io.semascope.store.DocumentsAdded;
import io.semascope.store.SpaceReading;
import io.semascope.store.Workspace;
import io.semascope.store.twin.BareLoop;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.TypedText;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Times a new workspace in the system's folder for temporary files: keeping the documents, inserting units with their vectors, opening the file again,
/// reading the texts and a stored map, which is when it can be shown, reading the vectors and checking the file, in this order, as the window does; beside
/// storing and reading vectors the barest loop over the same tables. Reading, which is over soon, several times in turn with it. Both files are deleted after
/// each repetition.
final class StoreMeasurement implements Bench.Measurement {
  private static final String OPEN = "open";
  private static final String TEXTS = "read texts";
  private static final String MAP = "read map";
  private static final Pca MAP_METHOD = new Pca();
  private static final String INSERT = "insert";
  private static final String READ = "read vectors";
  private static final String MEMORY = "read vectors, memory handed out";
  private static final String BARE_INSERT = "bare loop: insert";
  private static final String BARE_READ = "bare loop: read vectors";

  /// How often vectors are read in a repetition: one reading of a quarter of a second meets the collector, or does not.
  private static final int READINGS = 5;

  private static final SpaceOrigin ORIGIN =
      new SpaceOrigin.Imported("bench", new ModelFingerprint("0".repeat(64)));

  private final Stopwatch watch = new Stopwatch();
  private final BenchInput input;
  private final List<Batch> batches = new ArrayList<>();
  private int typed;
  private long fileBytes;
  private int repetitions;

  /// Throws `SpaceMismatch` when no unit belongs to a document.
  StoreMeasurement(BenchInput input) {
    this.input = input;
    Map<Granularity, List<Integer>> rowsByLevel = new LinkedHashMap<>();
    for (int row = 0; row < input.units().size(); row++) {
      switch (input.units().get(row)) {
        case Chunk chunk ->
            rowsByLevel.computeIfAbsent(chunk.granularity(), level -> new ArrayList<>()).add(row);
        case TypedText text -> typed++;
      }
    }
    if (rowsByLevel.isEmpty()) {
      throw new SpaceMismatch(
          new ProblemReport(
              "The store was not measured.",
              "All %,d units are typed texts and none belongs to a document.".formatted(typed),
              "Give a space that has documents."));
    }
    rowsByLevel.forEach((level, rows) -> batches.add(batch(level, rows)));
  }

  /// One space to be.
  private record Batch(Granularity level, List<Chunk> chunks, VectorBlock vectors) {}

  private Batch batch(Granularity level, List<Integer> rows) {
    return new Batch(
        level,
        rows.stream().map(row -> (Chunk) input.units().get(row)).toList(),
        input.vectors().select(rows.stream().mapToInt(Integer::intValue).toArray()));
  }

  @Override
  public BenchedEngine engine() {
    return BenchedEngine.STORE;
  }

  @Override
  public long total() {
    return input.vectors().count() - typed;
  }

  /// Ours and the bare loop begin in turn, since whoever is second finds a warmer machine.
  @Override
  public void repeat(JobContext context) {
    boolean bareFirst = repetitions++ % 2 == 1;
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      Path file = folder.path().resolve("bench.semascope");
      Path bareFile = folder.path().resolve("bare.semascope");
      Workspace.create(bareFile).close();
      List<Long> spaceIds = new ArrayList<>();
      try (BareLoop bare = new BareLoop(bareFile)) {
        both(bareFirst, () -> insertOurs(file, spaceIds, context), () -> insertBare(bare, context));
        context.cancellation().check();
        read(file, spaceIds, bare, bareFirst, context);
      }
    }
    context.meter().advance(total());
  }

  private static void both(boolean otherFirst, Runnable one, Runnable other) {
    (otherFirst ? other : one).run();
    (otherFirst ? one : other).run();
  }

  private void insertOurs(Path file, List<Long> spaceIds, JobContext context) {
    try (Workspace workspace = watch.time("create", () -> Workspace.create(file))) {
      DocumentsAdded added =
          watch.time("documents", () -> workspace.addDocuments(input.documents()));
      context.cancellation().check();
      spaceIds.addAll(watch.time(INSERT, () -> insert(workspace, context)));
      // As an import of vectors does.
      Reference.reachabilityFence(added);
      watch.time(
          "insert map",
          () -> {
            workspace.spaces().forEach(space -> keepMap(workspace, space));
            return workspace;
          });
      fileBytes = workspace.fileBytes();
    }
  }

  /// Where the points stand does not matter to the store.
  private static void keepMap(Workspace workspace, SpaceSummary space) {
    PlanarLayout layout = PlanarLayout.copyOf(new float[2 * space.vectors()]);
    workspace.putProjection(
        List.of(space.id()),
        space.revision(),
        new Projection(MAP_METHOD, layout, new ProjectionFacts.OfPca(0, 0)));
  }

  /// The same rows of the first space without the store.
  private void insertBare(BareLoop bare, JobContext context) {
    Batch batch = batches.getFirst();
    watch.time(
        "bare loop: documents",
        () -> {
          bare.insertDocuments(input.documents());
          return bare;
        });
    context.cancellation().check();
    watch.time(
        BARE_INSERT,
        () -> {
          bare.insertUnits(input.documents(), batch.chunks(), batch.vectors());
          return bare;
        });
  }

  private void read(
      Path file, List<Long> spaceIds, BareLoop bare, boolean bareFirst, JobContext context) {
    try (Workspace workspace = watch.time(OPEN, () -> Workspace.openToShow(file))) {
      List<Document> documents = new ArrayList<>();
      List<SpaceReading> shown =
          watch.time(
              TEXTS,
              () -> {
                documents.addAll(workspace.documents());
                return begin(workspace, spaceIds, documents);
              });
      watch.time(MAP, () -> shown.stream().map(each -> map(workspace, each)).toList());
      for (int reading = 0; reading < READINGS; reading++) {
        context.cancellation().check();
        both(
            bareFirst ^ reading % 2 == 1,
            () -> readOurs(begin(workspace, spaceIds, documents)),
            () -> readBare(bare, begin(workspace, spaceIds, documents)));
      }
      watch.time("check", () -> workspace.check(context.cancellation()::requested));
      context.cancellation().check();
    }
  }

  private void readOurs(List<SpaceReading> readings) {
    requireAll(watch.time(READ, () -> readings.stream().map(this::finish).toList()));
  }

  private static Projection map(Workspace workspace, SpaceReading reading) {
    SpaceSummary space = reading.summary();
    return workspace
        .projection(List.of(space.id()), space.revision(), MAP_METHOD.key())
        .orElseThrow(() -> new IllegalStateException("the store lost a map"));
  }

  /// The store has read its texts when it comes to the vectors, and Java's collector moves what is new. The bare loop is given the same texts, or it would be
  /// compared with less memory to look after.
  private void readBare(BareLoop bare, List<SpaceReading> texts) {
    Batch batch = batches.getFirst();
    watch.time(
        BARE_READ, () -> bare.readVectors(batch.chunks().size(), batch.vectors().dimension()));
    Reference.reachabilityFence(texts);
  }

  private static List<SpaceReading> begin(
      Workspace workspace, List<Long> spaceIds, List<Document> documents) {
    return spaceIds.stream().map(id -> workspace.beginReading(id, documents)).toList();
  }

  private VectorBlock finish(SpaceReading reading) {
    int dimension = reading.summary().dimension();
    int count = reading.units().size();
    long rowBytes = (long) dimension * Float.BYTES;
    MemorySegment vectors = watch.time(MEMORY, () -> VectorBlock.allocate(count, dimension));
    while (reading.readMore(
        (row, values) -> MemorySegment.copy(values, 0, vectors, row * rowBytes, rowBytes))) {}
    return VectorBlock.wrap(vectors, count, dimension);
  }

  private List<Long> insert(Workspace workspace, JobContext context) {
    List<Long> spaceIds = new ArrayList<>();
    for (Batch batch : batches) {
      context.cancellation().check();
      SpaceSummary space = workspace.openSpace(ORIGIN, input.vectors().dimension(), batch.level());
      workspace.putImported(space.id(), batch.chunks(), batch.vectors());
      spaceIds.add(space.id());
    }
    return spaceIds;
  }

  /// A store that loses rows would be fast.
  private void requireAll(List<VectorBlock> read) {
    for (int i = 0; i < read.size(); i++) {
      if (read.get(i).segment().mismatch(batches.get(i).vectors().segment()) >= 0) {
        throw new IllegalStateException("the store gave back other vectors than it was given");
      }
    }
  }

  @Override
  public EngineMeasure measure(JobContext context) {
    List<String> notes =
        new ArrayList<>(
            List.of(
                "store: the workspace lay in "
                    + TemporaryFolder.PARENT
                    + "; what was read back is the same bit for bit."));
    int bare = batches.getFirst().chunks().size();
    if (bare < total()) {
      notes.add("store: the bare loop took the %,d units of one granularity.".formatted(bare));
    }
    if (typed > 0) {
      notes.add("store: " + typed + " typed texts were left out.");
    }
    return new EngineMeasure(
        engine(),
        watch.stages(),
        List.of(
            new EngineFigure(
                "rowsInsertedPerSecond",
                "written",
                "rows per second",
                total() / watch.median(INSERT)),
            new EngineFigure(
                "rowsReadPerSecond", "read back", "rows per second", total() / watch.median(READ)),
            new EngineFigure(
                "insertToBareLoop",
                "writing",
                "times as long as the barest loop",
                toBare(INSERT, BARE_INSERT)),
            new EngineFigure(
                "readToBareLoop",
                "reading back",
                "times as long as the barest loop",
                toBare(READ, BARE_READ)),
            new EngineFigure(
                "secondsUntilMap",
                "until a stored map can be shown, from opening",
                "seconds",
                watch.median(OPEN) + watch.median(TEXTS) + watch.median(MAP)),
            new EngineFigure("fileBytes", "size of the file", "bytes", fileBytes)),
        notes);
  }

  /// The time for a row against that of the bare loop for a row: the median of the ratios of those that followed one another, because a busy minute falls on both.
  private double toBare(String ours, String bare) {
    double share = (double) batches.getFirst().chunks().size() / total();
    List<Double> ourSeconds = watch.seconds(ours);
    List<Double> bareSeconds = watch.seconds(bare);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ourSeconds.size(); i++) {
      ratios.add(ourSeconds.get(i) * share / bareSeconds.get(i));
    }
    return new StageTime(ours, ratios).median();
  }
}
