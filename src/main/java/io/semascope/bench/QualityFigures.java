package io.semascope.bench;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.quality.ClassAgreement;
import io.semascope.projection.quality.MapQuality;
import io.semascope.vector.Estimate;
import java.util.ArrayList;
import java.util.List;

/// How true a map is, in the same words for every method.
final class QualityFigures {
  private static final String MARGIN_TITLE = "half the 95 % interval of that";

  private QualityFigures() {}

  /// Each share with its margin, which is 0 when every point was measured; agreement of classes only where some measured point has one.
  static List<EngineFigure> of(MapQuality quality) {
    List<EngineFigure> figures = new ArrayList<>();
    add(
        figures,
        new EngineFigure(
            "trustworthiness", "trustworthiness", "0 to 1", quality.trustworthiness().value()),
        quality.trustworthiness());
    add(
        figures,
        new EngineFigure("continuity", "continuity", "0 to 1", quality.continuity().value()),
        quality.continuity());
    add(
        figures,
        new EngineFigure(
            "neighboursKept", "near neighbours kept on the map", "0 to 1", quality.kept().value()),
        quality.kept());
    Estimate correlation = quality.distances().rankCorrelation();
    figures.add(
        new EngineFigure(
            "rankCorrelation",
            "rank correlation of the distances",
            "−1 to 1",
            correlation.value()));
    figures.add(
        new EngineFigure("rankCorrelationMargin", MARGIN_TITLE, "0 to 2", correlation.margin()));
    figures.add(
        new EngineFigure(
            "rankCorrelationPairs", "measured for that", "pairs", quality.distances().pairs()));
    quality.classAgreement().ifPresent(agreement -> addClasses(figures, agreement));
    figures.add(
        new EngineFigure(
            "qualityNeighbours", "neighbours of each point looked at", "points", quality.k()));
    figures.add(
        new EngineFigure("qualityRows", "measured of the map", "points", quality.measuredRows()));
    return figures;
  }

  private static void addClasses(List<EngineFigure> figures, ClassAgreement agreement) {
    add(
        figures,
        new EngineFigure(
            "classAgreementOnMap",
            "nearest on the map that share a point's category",
            "0 to 1",
            agreement.onMap().value()),
        agreement.onMap());
    add(
        figures,
        new EngineFigure(
            "classAgreementInSpace",
            "nearest in the space that share a point's category",
            "0 to 1",
            agreement.inSpace().value()),
        agreement.inSpace());
    figures.add(
        new EngineFigure("classes", "different categories", "categories", agreement.classes()));
    figures.add(
        new EngineFigure("classRows", "measured that have a category", "points", agreement.rows()));
  }

  private static void add(List<EngineFigure> figures, EngineFigure share, Estimate estimate) {
    figures.add(share);
    figures.add(
        new EngineFigure(share.name() + "Margin", MARGIN_TITLE, "0 to 1", estimate.margin()));
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
                    new EngineFigure("graphRecallMargin", MARGIN_TITLE, "0 to 1", recall.margin()),
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
