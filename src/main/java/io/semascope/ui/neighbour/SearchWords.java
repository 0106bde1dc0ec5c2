package io.semascope.ui.neighbour;

import io.semascope.session.NeighbourAnswer;
import io.semascope.session.filter.SearchedTexts;
import io.semascope.session.index.SearchMethod;
import io.semascope.session.index.SearchReport;
import io.semascope.ui.theme.NumberFormats;
import java.util.Locale;

/// Says in words how neighbours were found and how far that can be trusted.
final class SearchWords {
  private SearchWords() {}

  static boolean isFiltered(NeighbourAnswer answer) {
    return !answer.searched().filter().isNone();
  }

  /// How many texts were searched, for hovering and reading out.
  static String searched(SearchedTexts texts) {
    return "%s of the %s other texts were searched"
        .formatted(NumberFormats.count(texts.letIn()), NumberFormats.count(texts.all()));
  }

  /// Why nothing was found.
  static String nothing(SearchedTexts texts) {
    if (texts.all() == 0) {
      return "There is no other text in this space.";
    }
    String others = NumberFormats.count(texts.all());
    return texts.letIn() == 0
        ? "None of the %s other texts is shown: the legend or the words above the list hide them."
            .formatted(others)
        : "None of the %s texts that were searched can be compared with this one."
            .formatted(NumberFormats.count(texts.letIn()));
  }

  static String of(NeighbourAnswer answer) {
    SearchReport report = answer.report();
    String compared =
        isFiltered(answer) ? "every text that is shown was compared" : "every text was compared";
    if (report.unprepared()) {
      return "Exact for now: %s. The %s is being prepared."
          .formatted(compared, index(report.asked()));
    }
    if (answer.list().exact()) {
      return "Exact: %s.".formatted(compared);
    }
    return report
        .recall()
        .map(
            recall ->
                String.format(
                    Locale.ROOT,
                    "Approximate, by the %s: finds %.1f %% of the true %d nearest (recall@%d,"
                        + " %smeasured on %,d texts%s)%s. Scores are exact.",
                    index(report.asked()),
                    // Rounded down, so that “100.0 %” is never said of an index that missed one.
                    Math.floor(recall.value() * 1000) / 10,
                    recall.nearest(),
                    recall.nearest(),
                    answer.recallSampled()
                        ? String.format(
                            Locale.ROOT,
                            "95 %% interval %.1f to %.1f %%, ",
                            Math.floor(recall.low() * 1000) / 10,
                            Math.ceil(recall.high() * 1000) / 10)
                        : "",
                    recall.queries(),
                    isFiltered(answer) ? "; without the filter" : "",
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
