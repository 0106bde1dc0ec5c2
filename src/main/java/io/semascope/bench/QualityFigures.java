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
        new EngineFigure(
            "trustworthiness", "trustworthiness", "0 to 1", quality.trustworthiness().value()),
        new EngineFigure("continuity", "continuity", "0 to 1", quality.continuity().value()),
        new EngineFigure(
            "neighboursKept", "near neighbours kept on the map", "0 to 1", quality.kept().value()),
        new EngineFigure(
            "neighboursKeptMargin",
            "half the 95 % interval of that",
            "0 to 1",
            quality.kept().margin()),
        new EngineFigure(
            "rankCorrelation",
            "rank correlation of the distances",
            "−1 to 1",
            quality.distances().rankCorrelation().value()),
        new EngineFigure(
            "rankCorrelationMargin",
            "half the 95 % interval of that",
            "0 to 2",
            quality.distances().rankCorrelation().margin()),
        new EngineFigure(
            "rankCorrelationPairs", "measured for that", "pairs", quality.distances().pairs()),
        new EngineFigure(
            "qualityNeighbours", "neighbours of each point looked at", "points", quality.k()),
        new EngineFigure("qualityRows", "measured of the map", "points", quality.measuredRows()));
  }

  /// How true the neighbours are that a map was made from; none when they are exact.
  static List<EngineFigure> ofGraph(ProjectionFacts facts) {
    return facts
        .recall()
        .map(
            recall ->
                List.of(
                    new EngineFigure(
                        "graphRecall", "true nearest in the graph", "0 to 1", recall.value()),
                    new EngineFigure(
                        "graphRecallMargin",
                        "half the 95 % interval of that",
                        "0 to 1",
                        recall.margin()),
                    new EngineFigure(
                        "graphRecallRows", "measured for that", "rows", recall.rows())))
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
