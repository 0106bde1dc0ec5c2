package io.semascope.bench.neighbour;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.Stopwatch;
import io.semascope.bench.measure.TemporaryFolder;
import io.semascope.job.JobContext;
import io.semascope.neighbour.NeighbourList;
import io.semascope.neighbour.approximate.ApproximateIndex;
import io.semascope.neighbour.approximate.BinaryIndex;
import io.semascope.neighbour.approximate.HnswFile;
import io.semascope.neighbour.approximate.HnswIndex;
import io.semascope.neighbour.approximate.HnswParameters;
import io.semascope.neighbour.approximate.IndexKey;
import io.semascope.neighbour.approximate.Recall;
import io.semascope.neighbour.approximate.RecallMeasurement;
import io.semascope.neighbour.approximate.SavedIndex;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Times the approximate indexes of a block and asks how true they are, dial by dial.
public final class IndexTrial {
  /// A recall that a person may take for the truth; where indexes of one kind are compared with others.
  private static final double GOOD_RECALL = 0.98;

  private static final int MOST_QUERIES = 500;
  private static final String PER_SECOND = "per second";
  private static final List<Integer> BREADTHS = List.of(10, 20, 40, 60, 80, 100, 150, 200, 400);
  private static final List<Integer> OVERSAMPLINGS = List.of(2, 5, 10, 20, 50);

  private static final String BUILD = "build";
  private static final String CODES = "codes";

  private final VectorBlock block;
  private final Stopwatch watch = new Stopwatch();
  private final Map<String, Recall> recalls = new LinkedHashMap<>();
  private Optional<HnswIndex> hnsw = Optional.empty();
  private Optional<RecallMeasurement> truth = Optional.empty();
  private long fileBytes;
  private long codeBytes;

  public IndexTrial(VectorBlock block) {
    this.block = block;
  }

  /// Builds the graph the first time and the bits every time, and asks both at every dial.
  public void repeat(JobContext context) {
    RecallMeasurement known =
        truth.orElseGet(() -> RecallMeasurement.over(block, MOST_QUERIES, context));
    truth = Optional.of(known);
    HnswIndex graph = hnsw.orElseGet(() -> built(context));
    hnsw = Optional.of(graph);
    ask("hnsw", graph, BREADTHS, context);
    BinaryIndex bits = watch.time(CODES, () -> BinaryIndex.build(block, context));
    codeBytes = bits.bytesPerQuestion();
    ask("binary", bits, OVERSAMPLINGS, context);
  }

  private HnswIndex built(JobContext context) {
    HnswParameters usual = HnswParameters.usual();
    HnswIndex graph = watch.time(BUILD, () -> HnswIndex.build(block, usual, context));
    IndexKey key = IndexKey.of("", block, usual, context.cancellation());
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      Path file = folder.path().resolve("hnsw");
      HnswFile.save(file, key, new SavedIndex.Usable(graph, List.of()), context.cancellation());
      fileBytes = Files.size(file);
    } catch (IOException e) {
      throw new TemporaryFolder.Unusable("took no index", e);
    }
    return graph;
  }

  private void ask(String name, ApproximateIndex index, List<Integer> dials, JobContext context) {
    RecallMeasurement known = truth.orElseThrow();
    for (int dial : dials) {
      ApproximateIndex set = index.withDial(dial);
      List<NeighbourList> answers =
          watch.time(stage(name, dial), () -> set.nearest(known.asked(), context.cancellation()));
      known.of(dial, answers).ifPresent(recall -> recalls.put(stage(name, dial), recall));
    }
  }

  private static String stage(String name, int dial) {
    return name + " at " + dial;
  }

  /// What must not go unsaid.
  public String note() {
    return "neighbours: the HNSW graph was built once, in the first repetition; recall@10 of both approximate indexes is the share of the true ten nearest found for %,d rows drawn evenly, which also gave the queries a second."
        .formatted(queries());
  }

  private int queries() {
    return truth.map(RecallMeasurement::queries).orElse(0);
  }

  /// Paces and recalls at every dial, and the pace at the first dial that reaches 0.98.
  public List<EngineFigure> figures() {
    List<EngineFigure> figures = new ArrayList<>();
    figures.add(
        new EngineFigure(
            "approximateQueries", "rows asked about, approximate indexes", "rows", queries()));
    figures.add(
        new EngineFigure(
            "hnswBuildSeconds", "building the HNSW graph", "seconds", watch.median(BUILD)));
    figures.add(new EngineFigure("hnswFileBytes", "file of the HNSW graph", "bytes", fileBytes));
    figures.add(
        new EngineFigure(
            "binaryCodeSeconds", "taking one bit of every value", "seconds", watch.median(CODES)));
    figures.add(
        new EngineFigure("binaryCodeBytes", "bits that a question reads", "bytes", codeBytes));
    addFigures("hnsw", "HNSW at breadth ", BREADTHS, figures);
    addFigures("binary", "bits first at oversampling ", OVERSAMPLINGS, figures);
    return figures;
  }

  /// @param title begins what people read, the dial follows
  private void addFigures(
      String name, String title, List<Integer> dials, List<EngineFigure> figures) {
    OptionalDouble good = OptionalDouble.empty();
    for (int dial : dials) {
      double pace = queries() / watch.median(stage(name, dial));
      Optional<Recall> known = Optional.ofNullable(recalls.get(stage(name, dial)));
      double recall = known.map(Recall::value).orElse(Double.NaN);
      figures.addAll(
          RecallFigures.of(
              name + "RecallAt" + dial,
              title + dial + ": true ten nearest",
              recall,
              known.map(one -> RecallFigures.interval(one.value(), one.queries(), block.count()))));
      figures.add(
          new EngineFigure(
              name + "QueriesPerSecondAt" + dial, title + dial + ": questions", PER_SECOND, pace));
      if (good.isEmpty() && recall >= GOOD_RECALL) {
        good = OptionalDouble.of(pace);
      }
    }
    figures.add(
        new EngineFigure(
            name + "QueriesPerSecondAtGoodRecall",
            title + "that finds %.2f: questions".formatted(GOOD_RECALL),
            PER_SECOND,
            good.orElse(Double.NaN)));
  }
}
