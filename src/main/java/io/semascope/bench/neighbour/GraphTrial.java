package io.semascope.bench.neighbour;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.StageTime;
import io.semascope.bench.measure.Stopwatch;
import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.GraphRecall;
import io.semascope.neighbour.GraphSearch;
import io.semascope.neighbour.NeighbourGraph;
import io.semascope.neighbour.NeighbourList;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Times the neighbour graph of all rows, exact and, where wanted, approximate; compares the exact one with the exact index and the approximate one with the exact.
public final class GraphTrial {
  private static final String GRAPH = "graph";
  private static final String APPROXIMATE_GRAPH = "approximateGraph";
  private static final int GRAPH_NEIGHBOURS = 15;
  private static final int ROWS_AT_ONCE = 10_000;

  private final VectorBlock block;
  private final AskedRows asked;
  private final Stopwatch watch;
  private final boolean alsoApproximate;
  private final int neighbours;
  private double exactRecall;
  private double approximateRecall;
  private Optional<GraphRecall> told = Optional.empty();

  /// @param alsoApproximate whether the approximate graph is made beside the exact one
  public GraphTrial(VectorBlock block, AskedRows asked, Stopwatch watch, boolean alsoApproximate) {
    this.block = block;
    this.asked = asked;
    this.watch = watch;
    this.alsoApproximate = alsoApproximate;
    neighbours = Math.min(GRAPH_NEIGHBOURS, block.count() - 1);
  }

  /// Makes the graphs once. Throws `JobCancelled` when asked to stop.
  ///
  /// @param truth that the exact graph is compared with, untimed
  public void repeat(ExactIndex truth, JobContext context) {
    NeighbourGraph graph =
        watch.time(GRAPH, () -> NeighbourGraph.exact(block, neighbours, context));
    if (alsoApproximate) {
      NeighbourGraph near = watch.time(APPROXIMATE_GRAPH, () -> approximateGraph(context));
      told = near.recall();
      approximateRecall = recall(near, graph, context.cancellation());
    }
    exactRecall = shared(graph, asked.answers(truth, Similarity.EUCLIDEAN, context.cancellation()));
  }

  private NeighbourGraph approximateGraph(JobContext context) {
    // The rows were counted for the exact graph.
    JobContext quiet =
        new JobContext(context.cancellation(), ProgressMeter.silent(), context.pause());
    GraphSearch search = new GraphSearch.Approximate(GraphSearch.USUAL_RECALL);
    return NeighbourGraph.of(block, neighbours, search, quiet);
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

  /// The share of the nearest rows of the queries that the graph has.
  private double shared(NeighbourGraph graph, List<NeighbourList> truth) {
    double found = 0;
    for (int i = 0; i < asked.rows().size(); i++) {
      Set<Integer> inGraph = new HashSet<>();
      for (int rank = 0; rank < asked.nearest(); rank++) {
        inGraph.add(graph.neighbour(asked.rows().get(i), rank));
      }
      found +=
          truth.get(i).neighbours().stream()
              .filter(neighbour -> inGraph.contains(neighbour.row()))
              .count();
    }
    return found / asked.rows().size() / asked.nearest();
  }

  /// What the graphs came to, after at least one repetition.
  public List<EngineFigure> figures() {
    List<EngineFigure> figures = new ArrayList<>();
    figures.add(
        new EngineFigure(
            "graphNeighbours", "neighbours of each row in the graph", "rows", neighbours));
    figures.addAll(
        RecallFigures.of(
            "graphRecall",
            "true nearest in the graph",
            exactRecall,
            Optional.of(RecallFigures.interval(exactRecall, asked.rows().size(), block.count()))));
    // None where the graph was exact or not made.
    told.map(this::approximateFigures).ifPresent(figures::addAll);
    return figures;
  }

  private List<EngineFigure> approximateFigures(GraphRecall stated) {
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

  /// What must not go unsaid.
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "neighbours: the recall of the exact graph was judged on %,d evenly spaced rows."
            .formatted(asked.rows().size()));
    if (alsoApproximate) {
      notes.add(approximateNote());
    }
    return notes;
  }

  private String approximateNote() {
    return told.isPresent()
        ? "neighbours: the approximate graph aimed at a recall of %s; its true nearest are counted over all rows, and beside that stands what it says of itself from a sample."
            .formatted(GraphSearch.USUAL_RECALL)
        : String.format(
            Locale.ROOT,
            "neighbours: the graph that might be approximate was exact, because there are fewer"
                + " than %,d rows; what is called approximate is a second exact one.",
            GraphSearch.FEWEST_FOR_APPROXIMATE);
  }
}
