package io.semascope.ui.probe;

import io.semascope.model.ModelFingerprint;
import io.semascope.model.Token;
import io.semascope.model.Tokenization;
import io.semascope.problem.ProblemReport;
import io.semascope.session.SessionState;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.store.UnitTruncation;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.ui.probe.TextState.Kind;
import io.semascope.ui.probe.TextState.Part;
import io.semascope.ui.probe.TextState.TokenChip;
import io.semascope.ui.probe.TextState.Tokens;
import io.semascope.ui.theme.GranularityNames;
import io.semascope.ui.theme.NumberFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The text of the selected unit in its document. FX thread only.
public final class TextViewModel {
  /// Longer texts are shown from their beginning; laying out more characters than this halts the window noticeably.
  static final int LARGEST_TEXT = 20_000;

  /// How much of the document stands around the unit, on each side.
  static final int SURROUNDING = 1_500;

  /// More chips than this are not read by anyone.
  static final int LISTED_TOKENS = 512;

  private static final TextState NOTHING =
      new TextState.Nothing("Click a point or a text to read it here.");

  private final InspectorActions actions;
  private final ReadOnlyObjectWrapper<TextState> state = new ReadOnlyObjectWrapper<>(NOTHING);
  private Optional<Inspected> inspected = Optional.empty();

  /// A unit under one contract: two models cut the same text into different tokens.
  private record Inspected(TextUnit unit, Optional<ModelFingerprint> fingerprint) {}

  TextViewModel(InspectorActions actions) {
    this.actions = actions;
  }

  public ReadOnlyObjectProperty<TextState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public void clear() {
    inspected = Optional.empty();
    state.set(NOTHING);
  }

  /// Shows `selected`; its document and what was cut off it come from `session`. Tokens that are shown stay when the unit and the
  /// model of its space stay; tokens that are still awaited must be asked for again.
  public void show(TextUnit selected, SessionState session) {
    Inspected next =
        new Inspected(
            selected, session.space().map(VectorSpace::origin).map(SpaceOrigin::fingerprint));
    Tokens tokens = inspected.equals(Optional.of(next)) ? tokensThatStay() : new Tokens.NotAsked();
    inspected = Optional.of(next);
    List<String> notes = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    Optional<UnitTruncation> cut = Optional.ofNullable(session.truncations().get(selected.id()));
    cut.ifPresent(lost -> notes.add(truncation(lost)));
    switch (selected) {
      case Chunk chunk -> {
        Optional<Document> document = session.document(chunk);
        String whole = document.map(Document::text).orElse(chunk.text());
        Span span =
            document.isPresent() && chunk.span().end() <= whole.length()
                ? chunk.span()
                : new Span(0, whole.length());
        surroundingBefore(whole, span, parts, notes);
        own(selected.text(), cut, parts, notes);
        surroundingAfter(whole, span, parts, notes);
        state.set(
            new TextState.Shown(
                document.map(Document::title).orElse(chunk.documentId()),
                facts(chunk, document),
                parts,
                notes,
                tokens));
      }
      case TypedText typed -> {
        own(selected.text(), cut, parts, notes);
        state.set(
            new TextState.Shown(
                "Your text",
                "typed here · " + NumberFormats.count(typed.text().length()) + " characters",
                parts,
                notes,
                tokens));
      }
    }
  }

  private Tokens tokensThatStay() {
    return switch (state.get()) {
      case TextState.Nothing nothing -> new Tokens.NotAsked();
      case TextState.Shown shown ->
          shown.tokens() instanceof Tokens.Loading ? new Tokens.NotAsked() : shown.tokens();
    };
  }

  private static String truncation(UnitTruncation lost) {
    return "The model saw %s of %s tokens. The struck-out end never reached the vector."
        .formatted(NumberFormats.count(lost.keptTokens()), NumberFormats.count(lost.tokens()));
  }

  private static String facts(Chunk chunk, Optional<Document> document) {
    List<String> facts = new ArrayList<>();
    document.map(Document::category).filter(name -> !name.isEmpty()).ifPresent(facts::add);
    facts.add(GranularityNames.name(chunk.granularity()));
    facts.add(
        document
            .map(Document::text)
            .filter(text -> text.length() > chunk.span().length())
            .map(
                text ->
                    "characters %s–%s of %s"
                        .formatted(
                            NumberFormats.count(chunk.span().start() + 1L),
                            NumberFormats.count(chunk.span().end()),
                            NumberFormats.count(text.length())))
            .orElse(NumberFormats.count(chunk.text().length()) + " characters"));
    document.map(Document::source).filter(name -> !name.isEmpty()).ifPresent(facts::add);
    return String.join(" · ", facts);
  }

  private static void surroundingBefore(
      String whole, Span span, List<Part> parts, List<String> notes) {
    int start = boundary(whole, Math.max(0, span.start() - SURROUNDING));
    if (start > 0) {
      notes.add(
          "%s characters of the document before this are not shown."
              .formatted(NumberFormats.count(start)));
    }
    add(parts, whole.substring(start, span.start()), Kind.SURROUNDING);
  }

  private static void surroundingAfter(
      String whole, Span span, List<Part> parts, List<String> notes) {
    int end = boundary(whole, Math.min(whole.length(), span.end() + SURROUNDING));
    add(parts, whole.substring(span.end(), end), Kind.SURROUNDING);
    if (end < whole.length()) {
      notes.add(
          "%s characters of the document after this are not shown."
              .formatted(NumberFormats.count(whole.length() - end)));
    }
  }

  private static void own(
      String text, Optional<UnitTruncation> cut, List<Part> parts, List<String> notes) {
    int shown = boundary(text, Math.min(text.length(), LARGEST_TEXT));
    int seen =
        cut.map(UnitTruncation::lost)
            .map(lost -> Math.min(lost.start(), text.length()))
            .orElse(text.length());
    add(parts, text.substring(0, Math.min(seen, shown)), Kind.OWN);
    add(parts, text.substring(Math.min(seen, shown), shown), Kind.LOST);
    if (shown < text.length()) {
      notes.add(
          "Only the first %s of %s characters are shown."
              .formatted(NumberFormats.count(shown), NumberFormats.count(text.length())));
    }
  }

  private static void add(List<Part> parts, String text, Kind kind) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, kind));
    }
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

  public void showTokens(Tokenization tokenization) {
    List<Token> tokens = tokenization.tokens();
    List<TokenChip> chips = new ArrayList<>();
    for (int i = 0; i < Math.min(tokens.size(), LISTED_TOKENS); i++) {
      chips.add(chip(i, tokens.get(i), tokenization.isLost(i)));
    }
    long special = tokens.stream().filter(Token::special).count();
    String summary =
        "%s tokens, %d of them added by the model; it takes %s at most.%s"
            .formatted(
                NumberFormats.count(tokens.size()),
                special,
                NumberFormats.count(tokenization.maxTokens()),
                tokens.size() > LISTED_TOKENS
                    ? " Only the first " + LISTED_TOKENS + " are shown."
                    : "");
    setTokens(new Tokens.Shown(summary, chips));
  }

  private static TokenChip chip(int index, Token token, boolean lost) {
    String place =
        token.special() || token.span().isEmpty()
            ? "not part of the text"
            : "characters %d–%d".formatted(token.span().start() + 1, token.span().end());
    String details =
        "token %d · number %d in the vocabulary · %s".formatted(index + 1, token.id(), place);
    String piece = token.piece().replace("\n", "↵").replace(' ', '␣');
    return new TokenChip(piece.isEmpty() ? "∅" : piece, details, token.special(), lost);
  }

  public void failTokens(ProblemReport report) {
    setTokens(new Tokens.Failed(report));
  }

  private void setTokens(Tokens tokens) {
    if (state.get() instanceof TextState.Shown shown) {
      state.set(
          new TextState.Shown(shown.title(), shown.facts(), shown.parts(), shown.notes(), tokens));
    }
  }

  void askTokens() {
    if (inspected.isPresent()) {
      setTokens(new Tokens.Loading());
      actions.tokens(inspected.get().unit().text());
    }
  }
}
