package io.semascope.bench;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.NeighbourGraph;
import io.semascope.neighbour.NeighbourList;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.projection.TooFewPoints;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Times the exact index, queries against it one by one and all in one pass, and the neighbour graph of all rows; compares the graph with the index.
final class NeighbourMeasurement implements Measurement {
  private static final String INDEX = "index";
  private static final String CODES = "codes";
  private static final String QUERIES = "queries";
  private static final String TOGETHER = "queriesTogether";
  private static final String GRAPH = "graph";
  private static final int NEAREST = 10;
  private static final int GRAPH_NEIGHBOURS = 15;
  private static final int MOST_QUERIES = 100;

  private final Stopwatch watch = new Stopwatch();
  private final VectorBlock block;
  private final int[] queries;
  private final int graphNeighbours;
  private final int compared;
  private long bytesPerQuestion;
  private List<Integer> agreements = List.of();

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
    NeighbourGraph graph =
        watch.time(GRAPH, () -> NeighbourGraph.exact(block, graphNeighbours, context));
    agreements = agreements(graph, answers(index, Similarity.EUCLIDEAN, cancellation));
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
    return new EngineMeasure(
        engine(),
        watch.stages(),
        List.of(
            new EngineFigure("queries", queries.length),
            new EngineFigure("nearest", compared),
            new EngineFigure("secondsPerQuery", watch.median(QUERIES) / queries.length),
            new EngineFigure("secondsTogether", watch.median(TOGETHER)),
            new EngineFigure("scanGigabytesPerSecond", bytes / 1e9 / watch.median(QUERIES)),
            new EngineFigure("graphNeighbours", graphNeighbours),
            new EngineFigure("graphRecall", shared / queries.length / compared)),
        List.of(
            "neighbours: every search compares all rows; %,d evenly spaced rows were the queries, and the graph's recall was judged on them."
                .formatted(queries.length)));
  }
}
