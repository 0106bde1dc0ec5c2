package io.semascope.ui.granularity;

import io.semascope.problem.ProblemReport;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the comparison of one document shows at one moment.
///
/// @param documents that can be chosen
/// @param chosen the document compared
/// @param answer where the comparison stands
/// @param page the document's text around the marked piece
public record LevelState(
    DocumentList documents, Optional<DocumentChoice> chosen, Answer answer, Optional<Page> page) {
  public record DocumentChoice(String id, String title) {
    /// The title, so that a choice can be searched by typing.
    @Override
    public String toString() {
      return title;
    }
  }

  /// Where the comparison stands.
  public sealed interface Answer {
    record Nothing(String sentence) implements Answer {}

    record Loading() implements Answer {}

    record Problem(ProblemReport report) implements Answer {}

    /// @param rows of the levels that are not hidden, highest cosine first; ranks count all levels
    /// @param levels of the document, in order of first appearance
    /// @param hidden levels that are filtered out
    /// @param summary question, model and number of pieces in one plain sentence
    /// @param notes what is missing from the list or from a cosine
    record Shown(
        List<Row> rows,
        List<Granularity> levels,
        Set<Granularity> hidden,
        String summary,
        List<String> notes)
        implements Answer {
      public Shown {
        rows = List.copyOf(rows);
        levels = List.copyOf(levels);
        hidden = Set.copyOf(hidden);
        notes = List.copyOf(notes);
      }
    }
  }

  /// One piece of the document.
  ///
  /// @param rank among all levels, from 1
  /// @param cosine raw
  /// @param excerpt its beginning on one line; says first when the model did not read its end
  public record Row(int rank, double cosine, Granularity granularity, String excerpt, Span span) {}

  /// A stretch of the document with one piece marked.
  ///
  /// @param note what is not shown; empty when everything is
  public record Page(String before, String marked, String after, String note) {}
}
