package io.semascope.session;

import io.semascope.model.Truncation;
import io.semascope.probe.LevelComparison;
import java.util.List;

/// One query against all levels of one document.
///
/// @param truncatedIds pieces whose end their vector never saw
/// @param queryTruncations the same of the query: none or one
/// @param unknownIds pieces of which the model's vocabulary has nothing
/// @param queryUnknown the same of the query
public record LevelAnswer(
    LevelComparison comparison,
    List<String> truncatedIds,
    List<Truncation> queryTruncations,
    List<String> unknownIds,
    boolean queryUnknown) {
  public LevelAnswer {
    truncatedIds = List.copyOf(truncatedIds);
    queryTruncations = List.copyOf(queryTruncations);
    unknownIds = List.copyOf(unknownIds);
  }
}
