package io.semascope.bench;

import io.semascope.job.JobContext;
import io.semascope.model.ModelFingerprint;
import io.semascope.problem.ProblemReport;
import io.semascope.space.SpaceMismatch;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.SpaceSummary;
import io.semascope.store.StoredSpace;
import io.semascope.store.Workspace;
import io.semascope.text.Chunk;
import io.semascope.text.Granularity;
import io.semascope.text.TypedText;
import io.semascope.vector.VectorBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Times a new workspace in the system's folder for temporary files: keeping the documents, inserting units with their vectors, opening the file again and
/// reading the vectors back. The workspace is deleted after each repetition.
final class StoreMeasurement implements Measurement {
  private static final String INSERT = "insert";
  private static final String READ = "read";
  private static final SpaceOrigin ORIGIN =
      new SpaceOrigin.Imported("bench", new ModelFingerprint("0".repeat(64)));

  private final Stopwatch watch = new Stopwatch();
  private final BenchInput input;
  private final List<Batch> batches = new ArrayList<>();
  private int typed;
  private long fileBytes;

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
              "All " + typed + " units are typed texts and none belongs to a document.",
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

  @Override
  public void repeat(JobContext context) {
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      Path file = folder.path().resolve("bench.semascope");
      List<Long> spaceIds = new ArrayList<>();
      try (Workspace workspace = watch.time("create", () -> Workspace.create(file))) {
        watch.time("documents", () -> workspace.addDocuments(input.documents()));
        context.cancellation().check();
        spaceIds.addAll(watch.time(INSERT, () -> insert(workspace, context)));
        fileBytes = workspace.fileBytes();
      }
      context.cancellation().check();
      try (Workspace workspace = watch.time("open and check", () -> Workspace.open(file))) {
        List<StoredSpace> read =
            watch.time(READ, () -> spaceIds.stream().map(workspace::readSpace).toList());
        requireAll(read);
      }
    }
    context.meter().advance(total());
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
  private void requireAll(List<StoredSpace> read) {
    for (int i = 0; i < read.size(); i++) {
      VectorBlock stored = read.get(i).space().vectors();
      if (stored.segment().mismatch(batches.get(i).vectors().segment()) >= 0) {
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
    if (typed > 0) {
      notes.add("store: " + typed + " typed texts were left out.");
    }
    return new EngineMeasure(
        engine(),
        watch.stages(),
        List.of(
            new EngineFigure("rowsInsertedPerSecond", total() / watch.median(INSERT)),
            new EngineFigure("rowsReadPerSecond", total() / watch.median(READ)),
            new EngineFigure("fileBytes", fileBytes)),
        notes);
  }
}
