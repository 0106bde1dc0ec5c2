package io.semascope.ui.granularity;

import io.semascope.model.Purpose;
import io.semascope.probe.LevelComparison;
import io.semascope.probe.LevelComparison.LevelRow;
import io.semascope.problem.ProblemReport;
import io.semascope.session.SessionState;
import io.semascope.session.TypedRequest;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.ui.granularity.LevelState.Answer;
import io.semascope.ui.granularity.LevelState.DocumentChoice;
import io.semascope.ui.granularity.LevelState.Page;
import io.semascope.ui.granularity.LevelState.Row;
import io.semascope.ui.theme.NumberFormats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One query against all levels of one document. FX thread only.
public final class LevelViewModel {
  /// How much of a document is laid out at once; more halts the window noticeably.
  static final int LARGEST_PAGE = 20_000;

  private static final int EXCERPT_CHARACTERS = 160;

  private static final Answer NOTHING =
      new Answer.Nothing(
          "Choose a document, type a question and press Enter: every piece of it, large or small,"
              + " is compared.");

  private static final Answer NOTHING_ASKED =
      new Answer.Nothing(
          "Type a question and press Enter: every piece of the document, large or small, is"
              + " compared.");

  private final GranularityActions actions;
  private final ReadOnlyObjectWrapper<LevelState> state =
      new ReadOnlyObjectWrapper<>(
          new LevelState(List.of(), Optional.empty(), NOTHING, Optional.empty()));
  private Map<String, Document> documents = Map.of();
  private Optional<LevelComparison> comparison = Optional.empty();
  private Set<Granularity> hidden = Set.of();

  public LevelViewModel(GranularityActions actions) {
    this.actions = actions;
  }

  public ReadOnlyObjectProperty<LevelState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Takes the documents of a session state; a choice that is still there stays.
  public void show(SessionState session) {
    if (session.documents().equals(documents)) {
      return;
    }
    documents = session.documents();
    List<DocumentChoice> choices =
        documents.values().stream()
            .map(document -> new DocumentChoice(document.id(), document.title()))
            .toList();
    Optional<DocumentChoice> chosen =
        state.get().chosen().filter(choice -> documents.containsKey(choice.id()));
    state.set(
        new LevelState(
            choices,
            chosen,
            chosen.isPresent() ? state.get().answer() : NOTHING,
            chosen.flatMap(choice -> page(choice, new Span(0, 0)))));
  }

  /// Chooses a document, as when one of its pieces is selected elsewhere.
  public void choose(String documentId) {
    Document document = documents.get(documentId);
    if (document == null || isChosen(documentId)) {
      return;
    }
    DocumentChoice choice = new DocumentChoice(document.id(), document.title());
    comparison = Optional.empty();
    state.set(
        new LevelState(
            state.get().documents(),
            Optional.of(choice),
            NOTHING_ASKED,
            page(choice, new Span(0, 0))));
  }

  private boolean isChosen(String documentId) {
    return state.get().chosen().filter(choice -> choice.id().equals(documentId)).isPresent();
  }

  /// Asks for the comparison; says what is missing when it cannot be asked for.
  void compare(String query) {
    Optional<DocumentChoice> chosen = state.get().chosen();
    if (chosen.isEmpty() || query.isBlank()) {
      fail(
          new ProblemReport(
              "Nothing was compared.",
              chosen.isEmpty()
                  ? "No document is chosen."
                  : "The question holds no letter or digit.",
              "Choose a document, type a question, then press Enter."));
      return;
    }
    setAnswer(new Answer.Loading());
    actions.compare(
        chosen.get().id(), new TypedRequest(query, new Granularity.WholeDocument(), Purpose.QUERY));
  }

  public void fail(ProblemReport report) {
    setAnswer(new Answer.Problem(report));
  }

  /// Shows an answer unless another document was chosen meanwhile.
  public void show(LevelComparison answer) {
    if (isChosen(answer.documentId())) {
      comparison = Optional.of(answer);
      refresh();
    }
  }

  /// Shows or hides the pieces of one level.
  void show(Granularity level, boolean shown) {
    Set<Granularity> next = new HashSet<>(hidden);
    if (shown) {
      next.remove(level);
    } else {
      next.add(level);
    }
    hidden = Set.copyOf(next);
    refresh();
  }

  private void refresh() {
    comparison.ifPresent(answer -> setAnswer(answer(answer, hidden)));
  }

  private static Answer answer(LevelComparison comparison, Set<Granularity> hidden) {
    List<Row> rows = new ArrayList<>();
    Set<Granularity> levels = new LinkedHashSet<>();
    int rank = 0;
    for (LevelRow row : comparison.rows()) {
      rank++;
      Granularity level = row.chunk().granularity();
      levels.add(level);
      if (!hidden.contains(level)) {
        rows.add(
            new Row(rank, row.cosine(), level, excerpt(row.chunk().text()), row.chunk().span()));
      }
    }
    String summary =
        NumberFormats.part(rows.size(), comparison.rows().size())
            + " pieces shown, nearest first."
            + (comparison.withoutCosine().isEmpty()
                ? ""
                : " %d pieces have no cosine: their vector has no direction."
                    .formatted(comparison.withoutCosine().size()));
    return new Answer.Shown(rows, List.copyOf(levels), hidden, summary);
  }

  private static String excerpt(String text) {
    int end = boundary(text, Math.min(text.length(), EXCERPT_CHARACTERS));
    return text.substring(0, end).strip().replaceAll("\\s+", " ")
        + (end < text.length() ? "…" : "");
  }

  /// Marks a piece in the document beside the list.
  void mark(Row row) {
    LevelState now = state.get();
    state.set(
        new LevelState(
            now.documents(),
            now.chosen(),
            now.answer(),
            now.chosen().flatMap(choice -> page(choice, row.span()))));
  }

  private Optional<Page> page(DocumentChoice choice, Span span) {
    return Optional.ofNullable(documents.get(choice.id())).map(found -> page(found.text(), span));
  }

  private static Page page(String text, Span span) {
    int start = Math.min(span.start(), text.length());
    int end = Math.min(span.end(), text.length());
    int from =
        text.length() <= LARGEST_PAGE ? 0 : boundary(text, Math.max(0, start - LARGEST_PAGE / 4));
    int to = boundary(text, Math.min(text.length(), from + LARGEST_PAGE));
    String note =
        from == 0 && to == text.length()
            ? ""
            : "Characters %s–%s of %s are shown."
                .formatted(
                    NumberFormats.count(from + 1L),
                    NumberFormats.count(to),
                    NumberFormats.count(text.length()));
    int markEnd = Math.min(end, to);
    return new Page(
        text.substring(from, start),
        text.substring(start, Math.max(start, markEnd)),
        text.substring(Math.max(start, markEnd), to),
        note);
  }

  /// `offset`, or the one before it when it would cut a surrogate pair in two.
  private static int boundary(String text, int offset) {
    boolean inside =
        offset > 0
            && offset < text.length()
            && Character.isHighSurrogate(text.charAt(offset - 1))
            && Character.isLowSurrogate(text.charAt(offset));
    return inside ? offset - 1 : offset;
  }

  private void setAnswer(Answer answer) {
    LevelState now = state.get();
    state.set(new LevelState(now.documents(), now.chosen(), answer, now.page()));
  }
}
