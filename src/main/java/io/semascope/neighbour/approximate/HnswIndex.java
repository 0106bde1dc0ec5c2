package io.semascope.neighbour.approximate;

import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.OnHeapGraphIndex;
import io.github.jbellis.jvector.graph.SearchResult;
import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.job.JobContext;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.NeighbourList;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Follows the edges of a layered graph (HNSW, Malkov & Yashunin 2020) from row to row towards a query and compares only the rows it comes by. It may miss
/// neighbours; the values of those it finds are computed in double precision, as `ExactIndex` does.
///
/// The graph is built for the cosine. Where all rows have length 1, dot product and distance order rows alike and are answered from it too; elsewhere
/// such a query compares every row and its answer says that it is exact. The same holds for a query of length zero. Rows without a direction are never
/// found.
///
/// A filter is asked while the edges are followed, on which rows that are not accepted lie too: the search goes on until it has kept as many accepted
/// candidates as without a filter, so it takes the longer the fewer are accepted. Where fewer are accepted than are compared sooner than that, they are all
/// compared, and the answer says that it is exact. Safe for use from several threads; a query's filter may be called from several threads at once.
public final class HnswIndex implements ApproximateIndex {
  /// For how many accepted rows, compared one after the other, a search for one candidate takes where every row is accepted. Of 10,000 and 100,000 definitions
  /// at breadth 100, two cores: 40 to 100 (decision 51).
  private static final long ROWS_PER_CANDIDATE = 64;

  private final CosineScores scores;
  private final OnHeapGraphIndex graph;
  private final ExactIndex exact;
  private final HnswParameters parameters;
  private final int breadth;

  /// Rows with a direction to which no path of edges leads from where searches begin; each search compares them one by one.
  private final int[] unreachable;

  private HnswIndex(
      CosineScores scores,
      OnHeapGraphIndex graph,
      HnswParameters parameters,
      Cancellation cancellation) {
    this.scores = scores;
    this.graph = graph;
    this.exact = ExactIndex.over(scores.block(), cancellation);
    this.unreachable = LayeredGraph.unreachable(graph, scores, cancellation);
    this.parameters = parameters;
    this.breadth = parameters.buildBreadth();
  }

  private HnswIndex(HnswIndex same, int breadth) {
    this.scores = same.scores;
    this.graph = same.graph;
    this.exact = same.exact;
    this.unreachable = same.unreachable;
    this.parameters = same.parameters;
    this.breadth = breadth;
  }

  /// Builds an index over `block`. The meter is told how many rows are done; `JobCancelled` when asked to stop.
  public static HnswIndex build(VectorBlock block, HnswParameters parameters, JobContext context) {
    CosineScores scores = CosineScores.of(block, context.cancellation());
    return of(
        scores,
        LayeredGraph.build(scores, parameters, context),
        parameters,
        context.cancellation());
  }

  /// An index over a graph that is finished.
  static HnswIndex of(
      CosineScores scores,
      OnHeapGraphIndex graph,
      HnswParameters parameters,
      Cancellation cancellation) {
    return new HnswIndex(scores, graph, parameters, cancellation);
  }

  /// {@inheritDoc} The dial is the breadth: candidates kept in each search.
  @Override
  public HnswIndex withDial(int breadth) {
    if (breadth < 1) {
      throw new IllegalArgumentException("a breadth of " + breadth);
    }
    return new HnswIndex(this, breadth);
  }

  /// Candidates kept in each search; a query for more neighbours keeps as many as it asks for.
  @Override
  public int dial() {
    return breadth;
  }

  public HnswParameters parameters() {
    return parameters;
  }

  /// How many rows the block has.
  public int count() {
    return scores.block().count();
  }

  @Override
  public boolean approximates(Similarity similarity) {
    return scores.directions().order(similarity);
  }

  @Override
  public SearchWay wayOf(NeighbourQuery query) {
    return wayOf(query, scores.block(), scores.directions(), breadth);
  }

  /// How an index over `block` with this breadth would answer, told before there is one. Takes one pass over the block; `JobCancelled` when asked to stop.
  public static SearchWay wayOf(
      NeighbourQuery query, VectorBlock block, int breadth, Cancellation cancellation) {
    return wayOf(query, block, Directions.of(block, cancellation), breadth);
  }

  private static SearchWay wayOf(
      NeighbourQuery query, VectorBlock block, Directions directions, int breadth) {
    Optional<SearchWay> exact = directions.onlyExact(query, block.dimension());
    if (exact.isPresent()) {
      return exact.get();
    }
    return soonerCompared(query, block.count(), kept(query, directions, breadth))
        ? SearchWay.EXACT_FEW_ACCEPTED
        : SearchWay.BY_INDEX;
  }

  /// {@inheritDoc} Also throws `IllegalArgumentException` when the query holds a value that is not finite.
  @Override
  public NeighbourList nearest(NeighbourQuery query, Cancellation cancellation) {
    return switch (wayOf(query)) {
      case EXACT_OTHER_SIMILARITY, EXACT_NO_DIRECTION -> exact.nearest(query, cancellation);
      case EXACT_FEW_ACCEPTED -> exact.nearestAccepted(query, cancellation);
      case BY_INDEX ->
          new NeighbourList(
              query.similarity(),
              new Rescoring(scores.block(), scores.directions())
                  .best(query, candidates(query, cancellation), cancellation),
              false);
    };
  }

  /// {@inheritDoc} The queries share the cores.
  @Override
  public List<NeighbourList> nearest(List<NeighbourQuery> queries, Cancellation cancellation) {
    @Nullable NeighbourList[] answers = new @Nullable NeighbourList[queries.size()];
    Fork.blocks(
        queries.size(), cancellation, i -> answers[i] = nearest(queries.get(i), cancellation));
    return IntStream.range(0, answers.length)
        .mapToObj(i -> java.util.Objects.requireNonNull(answers[i]))
        .toList();
  }

  /// Whether comparing every accepted row takes less time than following edges past those that are not accepted: with a share s of the rows accepted, that
  /// takes up to 1 / s times as long as with all.
  private static boolean soonerCompared(NeighbourQuery query, int count, int kept) {
    long accepted = query.mostAccepted();
    return accepted < count && accepted * accepted <= ROWS_PER_CANDIDATE * kept * count;
  }

  private static int kept(NeighbourQuery query, Directions directions, int breadth) {
    return Math.min(Math.max(breadth, query.count()), directions.count());
  }

  /// The switch is deprecated in the library, but with pruning a breadth would not mean what it says.
  @SuppressWarnings("deprecation")
  private int[] candidates(NeighbourQuery query, Cancellation cancellation) {
    int keep = kept(query, scores.directions(), breadth);
    if (keep == 0) {
      return new int[0];
    }
    GraphSearcher searcher = new GraphSearcher(graph);
    // Pruning would end a search before the breadth is used up.
    searcher.usePruning(false);
    SearchResult result =
        searcher.search(
            scores.against(query.vector(), cancellation),
            keep,
            keep,
            0f,
            0f,
            row -> query.accepted().test(row));
    return IntStream.concat(
            Arrays.stream(result.getNodes()).mapToInt(found -> found.node),
            Arrays.stream(unreachable).filter(query.accepted()))
        .distinct()
        .toArray();
  }

  OnHeapGraphIndex graph() {
    return graph;
  }

  CosineScores scores() {
    return scores;
  }
}
