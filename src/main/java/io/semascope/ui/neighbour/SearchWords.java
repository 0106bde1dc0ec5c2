package io.semascope.ui.neighbour;

import io.semascope.session.NeighbourAnswer;
import io.semascope.session.index.SearchMethod;
import io.semascope.session.index.SearchReport;
import java.util.Locale;

/// Says in words how neighbours were found and how far that can be trusted.
final class SearchWords {
  private SearchWords() {}

  static String of(NeighbourAnswer answer) {
    SearchReport report = answer.report();
    if (report.unprepared()) {
      return "Exact for now: every text was compared. The %s is being prepared."
          .formatted(index(report.asked()));
    }
    if (answer.list().exact()) {
      return "Exact: every text was compared.";
    }
    return report
        .recall()
        .map(
            recall ->
                String.format(
                    Locale.ROOT,
                    "Approximate, by the %s: finds %.1f %% of the true %d nearest (recall@%d,"
                        + " measured on %d texts)%s. Scores are exact.",
                    index(report.asked()),
                    // Rounded down, so that “100.0 %” is never said of an index that missed one.
                    Math.floor(recall.value() * 1000) / 10,
                    recall.nearest(),
                    recall.nearest(),
                    recall.queries(),
                    answer.list().neighbours().size() > recall.nearest()
                        ? "; a longer list may miss more"
                        : ""))
        .orElse(
            "Approximate, by the %s: it may have missed some. Too few texts to measure how many."
                .formatted(index(report.asked())));
  }

  private static String index(SearchMethod method) {
    return switch (method) {
      case SearchMethod.Exact exact -> "exact index";
      case SearchMethod.Hnsw hnsw -> "HNSW index";
      case SearchMethod.Binary binary -> "index of bits";
    };
  }
}
