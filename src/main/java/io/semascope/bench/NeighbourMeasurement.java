package io.semascope.bench;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.Stopwatch;
import io.semascope.bench.neighbour.AskedRows;
import io.semascope.bench.neighbour.GraphTrial;
import io.semascope.bench.neighbour.IndexTrial;
import io.semascope.bench.neighbour.NeighbourPart;
import io.semascope.bench.neighbour.QueryTrial;
import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.neighbour.ExactIndex;
import io.semascope.projection.TooFewPoints;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Measures the parts of the search for neighbours that are wanted, in the order they are written down.
final class NeighbourMeasurement implements Bench.Measurement {
  private final VectorBlock block;
  private final Set<NeighbourPart> parts;
  private final Stopwatch watch = new Stopwatch();
  private final AskedRows asked;
  private final Optional<QueryTrial> queries;
  private final Optional<GraphTrial> graphs;
  private final Optional<IndexTrial> indexes;

  /// Throws `TooFewPoints` below two rows.
  ///
  /// @param parts at least one
  NeighbourMeasurement(VectorBlock block, Set<NeighbourPart> parts) {
    if (block.count() < 2) {
      throw new TooFewPoints("The measurement of neighbours", block.count(), 2);
    }
    this.block = block;
    this.parts = parts;
    asked = new AskedRows(block);
    boolean approximate = parts.contains(NeighbourPart.APPROXIMATE_GRAPH);
    queries =
        parts.contains(NeighbourPart.QUERIES)
            ? Optional.of(new QueryTrial(block, asked, watch))
            : Optional.empty();
    graphs =
        approximate || parts.contains(NeighbourPart.GRAPH)
            ? Optional.of(new GraphTrial(block, asked, watch, approximate))
            : Optional.empty();
    indexes =
        parts.contains(NeighbourPart.APPROXIMATE_INDEXES)
            ? Optional.of(new IndexTrial(block))
            : Optional.empty();
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
    Optional<ExactIndex> index = queries.map(trial -> trial.repeat(cancellation));
    graphs.ifPresent(
        trial ->
            trial.repeat(index.orElseGet(() -> ExactIndex.over(block, cancellation)), context));
    indexes.ifPresent(trial -> trial.repeat(context));
  }

  @Override
  public EngineMeasure measure(JobContext context) {
    List<EngineFigure> figures = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (parts.size() < NeighbourPart.values().length) {
      notes.add(
          "neighbours: only these parts were asked for: %s."
              .formatted(
                  parts.stream().sorted().map(Object::toString).collect(Collectors.joining(", "))));
    }
    if (queries.isPresent() || graphs.isPresent()) {
      figures.addAll(asked.figures());
    }
    queries.ifPresent(
        trial -> {
          figures.addAll(trial.figures());
          notes.add(trial.note());
        });
    graphs.ifPresent(
        trial -> {
          figures.addAll(trial.figures());
          notes.addAll(trial.notes());
        });
    indexes.ifPresent(
        trial -> {
          figures.addAll(trial.figures());
          notes.add(trial.note());
        });
    return new EngineMeasure(engine(), watch.stages(), figures, notes);
  }
}
