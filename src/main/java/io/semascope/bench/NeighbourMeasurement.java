package io.semascope.bench;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.GraphRecall;
import io.semascope.neighbour.GraphSearch;
import io.semascope.neighbour.NeighbourGraph;
import io.semascope.neighbour.NeighbourList;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.neighbour.approximate.ApproximateIndex;
import io.semascope.neighbour.approximate.BinaryIndex;
import io.semascope.neighbour.approximate.HnswFile;
import io.semascope.neighbour.approximate.HnswIndex;
import io.semascope.neighbour.approximate.HnswParameters;
import io.semascope.neighbour.approximate.IndexKey;
import io.semascope.neighbour.approximate.Recall;
import io.semascope.neighbour.approximate.RecallMeasurement;
import io.semascope.neighbour.approximate.SavedIndex;
import io.semascope.projection.TooFewPoints;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/// Times the exact index, queries against it one by one and all in one pass, and the neighbour graph of all rows, exact and approximate; compares the exact
/// graph with the index and the approximate one with the exact.
final class NeighbourMeasurement implements Bench.Measurement {
  private static final String INDEX = "index";
  private static final String CODES = "codes";
  private static final String QUERIES = "queries";
  private static final String PER_SECOND = "per second";
  private static final String TOGETHER = "queriesTogether";
  private static final String GRAPH = "graph";
  private static final String APPROXIMATE_GRAPH = "approximateGraph";
  private static final int NEAREST = 10;
  private static final int GRAPH_NEIGHBOURS = 15;
  private static final int MOST_QUERIES = 100;
  private static final int ROWS_AT_ONCE = 10_000;

  private final Stopwatch watch = new Stopwatch();
  private final VectorBlock block;
  private final int[] queries;
  private final int graphNeighbours;
  private final int compared;
  private long bytesPerQuestion;
  private List<Integer> agreements = List.of();
  private double approximateRecall;
  private Optional<GraphRecall> told = Optional.empty();
  private final ApproximateTrial approximate;

  /// Throws `TooFewPoints` below two rows.
  NeighbourMeasurement(VectorBlock block) {
    if (block.count() < 2) {
      throw new TooFewPoints("The measurement of neighbours", block.count(), 2);
    }
    this.block = block;
    queries = new int[Math.min(MOST_QUERIES, block.count())];
    for (int i = 0; i < queries.length; i++) {
      queries[i] = (int) ((long) i * block.count() / queries.length);
    }
    graphNeighbours = Math.min(GRAPH_NEIGHBOURS, block.count() - 1);
    compared = Math.min(NEAREST, graphNeighbours);
    approximate = new ApproximateTrial(block);
  }

  @Override
  public BenchedEngine engine() {
    return BenchedEngine.NEIGHBOURS;
  }

  @Override
  public long total() {
    return block.count();
  }

  @Override
  public void repeat(JobContext context) {
    Cancellation cancellation = context.cancellation();
    ExactIndex index = watch.time(INDEX, () -> ExactIndex.over(block, cancellation));
    watch.time(
        CODES,
        () -> {
          index.prepare(cancellation);
          return index;
        });
    bytesPerQuestion = index.bytesPerQuestion();
    watch.time(QUERIES, () -> answers(index, Similarity.COSINE, cancellation));
    watch.time(TOGETHER, () -> index.nearest(asked(Similarity.COSINE), cancellation));
    NeighbourGraph graph = repeatGraphs(context);
    agreements = agreements(graph, answers(index, Similarity.EUCLIDEAN, cancellation));
    approximate.repeat(context);
  }

  /// Makes both graphs, one after the other, and returns the exact one.
  NeighbourGraph repeatGraphs(JobContext context) {
    NeighbourGraph graph =
        watch.time(GRAPH, () -> NeighbourGraph.exact(block, graphNeighbours, context));
    NeighbourGraph near = watch.time(APPROXIMATE_GRAPH, () -> approximateGraph(context));
    told = near.recall();
    approximateRecall = recall(near, graph, context.cancellation());
    return graph;
  }

  private NeighbourGraph approximateGraph(JobContext context) {
    // The rows were counted for the exact graph.
    JobContext quiet =
        new JobContext(context.cancellation(), ProgressMeter.silent(), context.pause());
    GraphSearch search = new GraphSearch.Approximate(GraphSearch.USUAL_RECALL);
    return NeighbourGraph.of(block, graphNeighbours, search, quiet);
  }

  /// Over all rows, the share of the neighbours that are at least as near as the last true one.
  static double recall(NeighbourGraph graph, NeighbourGraph truth, Cancellation cancellation) {
    long found = 0;
    for (int row = 0; row < truth.count(); row++) {
      if (row % ROWS_AT_ONCE == 0) {
        cancellation.check();
      }
      float last = truth.squaredDistance(row, truth.neighbours() - 1);
      for (int rank = 0; rank < graph.neighbours(); rank++) {
        found += graph.squaredDistance(row, rank) <= last ? 1 : 0;
      }
    }
    return (double) found / truth.count() / truth.neighbours();
  }

  private List<NeighbourList> answers(
      ExactIndex index, Similarity similarity, Cancellation cancellation) {
    return asked(similarity).stream().map(query -> index.nearest(query, cancellation)).toList();
  }

  private List<NeighbourQuery> asked(Similarity similarity) {
    return Arrays.stream(queries)
        .mapToObj(row -> NeighbourQuery.of(block.row(row), compared, similarity).except(row))
        .toList();
  }

  /// By query, how many of its nearest rows the graph has.
  private List<Integer> agreements(NeighbourGraph graph, List<NeighbourList> truth) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < queries.length; i++) {
      Set<Integer> inGraph = new HashSet<>();
      for (int rank = 0; rank < compared; rank++) {
        inGraph.add(graph.neighbour(queries[i], rank));
      }
      found.add(
          (int)
              truth.get(i).neighbours().stream()
                  .filter(neighbour -> inGraph.contains(neighbour.row()))
                  .count());
    }
    return found;
  }

  @Override
  public EngineMeasure measure(JobContext context) {
    double bytes = (double) queries.length * bytesPerQuestion;
    double shared = agreements.stream().mapToInt(Integer::intValue).sum();
    List<EngineFigure> figures =
        new ArrayList<>(
            List.of(
                new EngineFigure("queries", "rows asked about", "rows", queries.length),
                new EngineFigure("nearest", "nearest asked for each time", "rows", compared),
                new EngineFigure(
                    "secondsPerQuery",
                    "one question by itself",
                    "seconds",
                    watch.median(QUERIES) / queries.length),
                new EngineFigure(
                    "secondsTogether",
                    "all questions in one pass",
                    "seconds",
                    watch.median(TOGETHER)),
                new EngineFigure(
                    "scanGigabytesPerSecond",
                    "read by the exact index",
                    "gigabytes per second",
                    bytes / 1e9 / watch.median(QUERIES)),
                new EngineFigure(
                    "graphNeighbours",
                    "neighbours of each row in the graph",
                    "rows",
                    graphNeighbours),
                new EngineFigure(
                    "graphRecall",
                    "true nearest in the graph",
                    "0 to 1",
                    shared / queries.length / compared)));
    figures.addAll(approximateGraphFigures());
    figures.addAll(approximate.figures());
    return new EngineMeasure(
        engine(),
        watch.stages(),
        figures,
        List.of(
            "neighbours: every exact search compares all rows; %,d evenly spaced rows were the queries, and the graph's recall was judged on them."
                .formatted(queries.length),
            approximateGraphNote(),
            "neighbours: the HNSW graph was built once, in the first repetition; recall@10 of both approximate indexes is the share of the true ten nearest found for %,d rows drawn evenly, which also gave the queries a second."
                .formatted(approximate.queries())));
  }

  String approximateGraphNote() {
    return told.isPresent()
        ? "neighbours: the approximate graph aimed at a recall of %s; its true nearest are counted over all rows, and beside that stands what it says of itself from a sample."
            .formatted(GraphSearch.USUAL_RECALL)
        : String.format(
            Locale.ROOT,
            "neighbours: the graph that might be approximate was exact, because there are fewer"
                + " than %,d rows; what is called approximate is a second exact one.",
            GraphSearch.FEWEST_FOR_APPROXIMATE);
  }

  /// None where the graph was exact.
  List<EngineFigure> approximateGraphFigures() {
    return told.map(this::approximateGraphFigures).orElse(List.of());
  }

  private List<EngineFigure> approximateGraphFigures(GraphRecall stated) {
    List<Double> exact = watch.seconds(GRAPH);
    List<Double> near = watch.seconds(APPROXIMATE_GRAPH);
    List<Double> ratios =
        IntStream.range(0, exact.size()).mapToObj(i -> near.get(i) / exact.get(i)).toList();
    return List.of(
        new EngineFigure(
            "approximateGraphToExact",
            "approximate graph",
            "times as long as the exact one",
            new StageTime("ratio", ratios).median()),
        new EngineFigure(
            "approximateGraphRecall",
            "true nearest in the approximate graph",
            "0 to 1",
            approximateRecall),
        new EngineFigure(
            "approximateGraphStatedRecall",
            "what the approximate graph says of that",
            "0 to 1",
            stated.value()),
        new EngineFigure(
            "approximateGraphStatedRecallMargin",
            "half the 95 % interval of what it says",
            "0 to 1",
            stated.margin()),
        new EngineFigure(
            "approximateGraphStatedRecallRows",
            "measured for what it says",
            "rows",
            stated.rows()));
  }

  /// Times the approximate indexes of a block and asks how true they are, dial by dial.
  private static final class ApproximateTrial {
    /// A recall that a person may take for the truth; where indexes of one kind are compared with others.
    private static final double GOOD_RECALL = 0.98;

    private static final int MOST_QUERIES = 500;
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

    ApproximateTrial(VectorBlock block) {
      this.block = block;
    }

    /// Builds the graph the first time and the bits every time, and asks both at every dial.
    void repeat(JobContext context) {
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

    /// How many rows were asked about.
    int queries() {
      return truth.map(RecallMeasurement::queries).orElse(0);
    }

    /// Paces and recalls at every dial, and the pace at the first dial that reaches 0.98.
    List<EngineFigure> figures() {
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
              "binaryCodeSeconds",
              "taking one bit of every value",
              "seconds",
              watch.median(CODES)));
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
        double recall =
            Optional.ofNullable(recalls.get(stage(name, dial)))
                .map(Recall::value)
                .orElse(Double.NaN);
        figures.add(
            new EngineFigure(
                name + "RecallAt" + dial, title + dial + ": true ten nearest", "0 to 1", recall));
        figures.add(
            new EngineFigure(
                name + "QueriesPerSecondAt" + dial,
                title + dial + ": questions",
                PER_SECOND,
                pace));
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
}
