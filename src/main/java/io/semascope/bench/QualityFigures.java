package io.semascope.bench;

import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.quality.MapQuality;
import java.util.List;

/// How true a map is, in the same words for every method.
final class QualityFigures {
  private QualityFigures() {}

  static List<EngineFigure> of(MapQuality quality) {
    return List.of(
        new EngineFigure("trustworthiness", quality.trustworthiness().value()),
        new EngineFigure("continuity", quality.continuity().value()),
        new EngineFigure("neighboursKept", quality.kept().value()),
        new EngineFigure("neighboursKeptMargin", quality.kept().margin()),
        new EngineFigure("rankCorrelation", quality.distances().rankCorrelation().value()),
        new EngineFigure("rankCorrelationMargin", quality.distances().rankCorrelation().margin()),
        new EngineFigure("rankCorrelationPairs", quality.distances().pairs()),
        new EngineFigure("qualityNeighbours", quality.k()),
        new EngineFigure("qualityRows", quality.measuredRows()));
  }

  /// How true the neighbours are that a map was made from; none when they are exact.
  static List<EngineFigure> ofGraph(ProjectionFacts facts) {
    return facts
        .recall()
        .map(
            recall ->
                List.of(
                    new EngineFigure("graphRecall", recall.value()),
                    new EngineFigure("graphRecallMargin", recall.margin()),
                    new EngineFigure("graphRecallRows", recall.rows())))
        .orElse(List.of());
  }

  /// The same as a note; none when they are exact.
  static List<String> graphNotes(BenchedEngine engine, Projection projection) {
    return projection
        .facts()
        .recallText()
        .map(
            recall ->
                "%s: the neighbours were approximate, %s, measured on %,d of %,d rows."
                    .formatted(
                        engine.key(),
                        recall,
                        projection.facts().recall().orElseThrow().rows(),
                        projection.layout().count()))
        .stream()
        .toList();
  }
}
