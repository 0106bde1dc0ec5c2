package io.semascope.bench.neighbour;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.Stopwatch;
import io.semascope.job.Cancellation;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.List;

/// Times the exact index; the first question, which reads the values themselves; the codes, which later ones read where there are enough rows; and queries one by one and
/// all in one pass.
public final class QueryTrial {
  private static final String INDEX = "index";
  private static final String FIRST = "firstQuestion";
  private static final String CODES = "codes";
  private static final String QUERIES = "queries";
  private static final String TOGETHER = "queriesTogether";

  private final VectorBlock block;
  private final AskedRows asked;
  private final Stopwatch watch;
  private long bytesPerQuestion;

  public QueryTrial(VectorBlock block, AskedRows asked, Stopwatch watch) {
    this.block = block;
    this.asked = asked;
    this.watch = watch;
  }

  /// Asks everything once, and returns the index. Throws `JobCancelled` when asked to stop.
  public ExactIndex repeat(Cancellation cancellation) {
    ExactIndex index = watch.time(INDEX, () -> ExactIndex.over(block, cancellation));
    NeighbourQuery first = asked.queries(Similarity.COSINE).getFirst();
    watch.time(FIRST, () -> index.nearest(first, cancellation));
    watch.time(
        CODES,
        () -> {
          index.prepare(cancellation);
          return index;
        });
    bytesPerQuestion = index.bytesPerQuestion();
    watch.time(QUERIES, () -> asked.answers(index, Similarity.COSINE, cancellation));
    watch.time(TOGETHER, () -> index.nearest(asked.queries(Similarity.COSINE), cancellation));
    return index;
  }

  /// What must not go unsaid.
  public String note() {
    return "neighbours: every exact search compares all rows; %,d evenly spaced rows were the queries."
        .formatted(asked.rows().size());
  }

  /// The pace, after at least one repetition.
  public List<EngineFigure> figures() {
    int queries = asked.rows().size();
    double bytes = (double) queries * bytesPerQuestion;
    return List.of(
        new EngineFigure(
            "secondsPerQuery",
            "one question by itself",
            "seconds",
            watch.median(QUERIES) / queries),
        new EngineFigure(
            "secondsTogether", "all questions in one pass", "seconds", watch.median(TOGETHER)),
        new EngineFigure(
            "scanGigabytesPerSecond",
            "read by the exact index",
            "gigabytes per second",
            bytes / 1e9 / watch.median(QUERIES)));
  }
}
