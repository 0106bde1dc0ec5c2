package io.semascope.bench;

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
        new EngineFigure("rankCorrelation", quality.rankCorrelation().value()),
        new EngineFigure("rankCorrelationMargin", quality.rankCorrelation().margin()),
        new EngineFigure("qualityNeighbours", quality.k()),
        new EngineFigure("qualityRows", quality.measuredRows()));
  }
}
