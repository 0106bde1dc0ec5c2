package io.semascope.ui.granularity;

import io.semascope.model.Purpose;
import io.semascope.model.Truncation;
import io.semascope.probe.LevelComparison;
import io.semascope.probe.LevelComparison.LevelRow;
import io.semascope.problem.ProblemReport;
import io.semascope.session.LevelAnswer;
import io.semascope.session.SessionState;
import io.semascope.session.TypedRequest;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TextBoundary;
import io.semascope.ui.granularity.LevelState.Answer;
import io.semascope.ui.granularity.LevelState.DocumentChoice;
import io.semascope.ui.granularity.LevelState.Page;
import io.semascope.ui.granularity.LevelState.Row;
import io.semascope.ui.theme.NumberFormats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
          new LevelState(DocumentList.empty(), Optional.empty(), NOTHING, Optional.empty()));
  private Optional<SpaceOrigin> origin = Optional.empty();
  private Optional<LevelAnswer> found = Optional.empty();
  private String asked = "";
  private Set<Granularity> hidden = Set.of();

  public LevelViewModel(GranularityActions actions) {
    this.actions = actions;
  }

  public ReadOnlyObjectProperty<LevelState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Takes the documents of a session state; a choice that is still there stays. What was found with another model than that of the shown space is dropped.
  ///
  /// @param listed the documents of the state; the same list as before while they are the same
  @SuppressWarnings("ReferenceEquality")
  public void show(SessionState session, DocumentList listed) {
    Optional<SpaceOrigin> made = session.space().map(VectorSpace::origin);
    DocumentList before = state.get().documents();
    if (made.equals(origin) && listed == before) {
      return;
    }
    Optional<DocumentChoice> chosen =
        state
            .get()
            .chosen()
            .filter(choice -> listed.document(choice.id()).equals(before.document(choice.id())));
    boolean stays = made.equals(origin) && chosen.isPresent();
    origin = made;
    if (!stays) {
      forget();
    }
    Answer empty = chosen.isPresent() ? NOTHING_ASKED : NOTHING;
    state.set(
        new LevelState(
            listed,
            chosen,
            stays ? state.get().answer() : empty,
            chosen.flatMap(choice -> page(listed, choice, new Span(0, 0)))));
  }

  private void forget() {
    found = Optional.empty();
    actions.stopComparing();
  }

  /// Chooses a document, as when one of its pieces is selected elsewhere.
  public void choose(String documentId) {
    DocumentList documents = state.get().documents();
    Optional<Document> document = documents.document(documentId);
    if (document.isEmpty() || isChosen(documentId)) {
      return;
    }
    DocumentChoice choice = new DocumentChoice(documentId, document.get().title());
    forget();
    state.set(
        new LevelState(
            documents,
            Optional.of(choice),
            NOTHING_ASKED,
            page(documents, choice, new Span(0, 0))));
  }

  private boolean isChosen(String documentId) {
    return state.get().chosen().filter(choice -> choice.id().equals(documentId)).isPresent();
  }

  /// Asks for the comparison; says what is missing when it cannot be asked for.
  void compare(String query) {
    forget();
    Optional<DocumentChoice> chosen = state.get().chosen();
    if (chosen.isEmpty() || query.isBlank()) {
      setAnswer(
          new Answer.Problem(
              new ProblemReport(
                  "Nothing was compared.",
                  chosen.isEmpty()
                      ? "No document is chosen."
                      : "The question holds no letter or digit.",
                  "Choose a document, type a question, then press Enter.")));
      return;
    }
    asked = query.strip();
    setAnswer(new Answer.Loading());
    actions.compare(
        chosen.get().id(), new TypedRequest(query, new Granularity.WholeDocument(), Purpose.QUERY));
  }

  /// Shows why a comparison failed, unless another document was chosen meanwhile.
  public void fail(String documentId, ProblemReport report) {
    if (isChosen(documentId)) {
      setAnswer(new Answer.Problem(report));
    }
  }

  /// The person stopped the comparison.
  public void cancelled(String documentId) {
    if (isChosen(documentId)) {
      setAnswer(
          new Answer.Nothing(
              "The comparison was stopped. Press Enter in the question to repeat it."));
    }
  }

  /// Shows an answer unless another document was chosen meanwhile.
  public void show(LevelAnswer answer) {
    if (isChosen(answer.comparison().documentId())) {
      found = Optional.of(answer);
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
    found.ifPresent(answer -> setAnswer(answer(answer)));
  }

  private Answer answer(LevelAnswer answer) {
    LevelComparison comparison = answer.comparison();
    Set<String> truncated = Set.copyOf(answer.truncatedIds());
    List<Row> rows = new ArrayList<>();
    Set<Granularity> levels = new LinkedHashSet<>();
    int rank = 0;
    for (LevelRow row : comparison.rows()) {
      rank++;
      Granularity level = row.chunk().granularity();
      levels.add(level);
      if (!hidden.contains(level)) {
        String mark = truncated.contains(row.chunk().id()) ? "[end not read] " : "";
        String text = mark + excerpt(row.chunk().text());
        rows.add(new Row(rank, row.cosine(), level, text, row.chunk().span()));
      }
    }
    String summary =
        "“%s” with %s: %s pieces shown, nearest first."
            .formatted(
                excerpt(asked),
                origin.map(SpaceOrigin::modelName).orElse("no model"),
                NumberFormats.part(rows.size(), comparison.rows().size()));
    return new Answer.Shown(rows, List.copyOf(levels), hidden, summary, notes(answer));
  }

  private static List<String> notes(LevelAnswer answer) {
    List<String> notes = new ArrayList<>();
    for (Truncation cut : answer.queryTruncations()) {
      notes.add(
          "The model saw %s of %s tokens of the question: its end has no part in these cosines."
              .formatted(NumberFormats.count(cut.keptTokens()), NumberFormats.count(cut.tokens())));
    }
    if (answer.queryUnknown()) {
      notes.add(
          "The model's vocabulary has nothing of the question: these cosines say nothing of its"
              + " meaning.");
    }
    int unknown = answer.unknownIds().size();
    if (unknown > 0) {
      notes.add(
          "Of %s pieces the model's vocabulary has nothing of %s: their cosine says nothing of their meaning."
              .formatted(
                  NumberFormats.count(answer.comparison().rows().size()),
                  NumberFormats.count(unknown)));
    }
    int truncated = answer.truncatedIds().size();
    if (truncated > 0) {
      notes.add(
          truncated == 1
              ? "One piece is longer than the model takes: its end has no part in its cosine."
              : "%s pieces are longer than the model takes: their end has no part in their cosine."
                  .formatted(NumberFormats.count(truncated)));
    }
    int without = answer.comparison().withoutCosine().size();
    if (without > 0) {
      notes.add(
          without == 1
              ? "One piece has no cosine: its vector has no direction."
              : "%s pieces have no cosine: their vectors have no direction."
                  .formatted(NumberFormats.count(without)));
    }
    return notes;
  }

  private static String excerpt(String text) {
    int end = new TextBoundary(text).at(Math.min(text.length(), EXCERPT_CHARACTERS));
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
            now.chosen().flatMap(choice -> page(now.documents(), choice, row.span()))));
  }

  private static Optional<Page> page(DocumentList documents, DocumentChoice choice, Span span) {
    return documents.document(choice.id()).map(found -> page(found.text(), span));
  }

  private static Page page(String text, Span span) {
    int start = Math.min(span.start(), text.length());
    int end = Math.min(span.end(), text.length());
    int from =
        text.length() <= LARGEST_PAGE
            ? 0
            : new TextBoundary(text).at(Math.max(0, start - LARGEST_PAGE / 4));
    int to = new TextBoundary(text).at(Math.min(text.length(), from + LARGEST_PAGE));
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

  private void setAnswer(Answer answer) {
    LevelState now = state.get();
    state.set(new LevelState(now.documents(), now.chosen(), answer, now.page()));
  }
}
