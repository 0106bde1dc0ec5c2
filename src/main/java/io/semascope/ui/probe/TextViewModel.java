package io.semascope.ui.probe;

import io.semascope.model.ModelDescriptor;
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
import io.semascope.text.TextBoundary;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.ui.probe.TextState.Kind;
import io.semascope.ui.probe.TextState.Part;
import io.semascope.ui.probe.TextState.TokenChip;
import io.semascope.ui.probe.TextState.Tokens;
import io.semascope.ui.theme.GranularityNames;
import io.semascope.ui.theme.NumberFormats;
import java.nio.charset.StandardCharsets;
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

  /// More than any tokenizer puts around a text.
  private static final int SPECIAL_TOKENS = 8;

  /// More chips than this are not read by anyone.
  static final int LISTED_TOKENS = 512;

  private static final TextState NOTHING =
      new TextState.Nothing("Click a point or a text to read it here.");

  private final InspectorActions actions;
  private final ReadOnlyObjectWrapper<TextState> state = new ReadOnlyObjectWrapper<>(NOTHING);
  private Optional<Inspected> inspected = Optional.empty();
  private Tokens tokens = new Tokens.NotAsked();
  private Optional<Tokenization> tokenization = Optional.empty();

  /// @param model that made the space; empty when it is not known here
  private record Inspected(TextUnit unit, SessionState session, Optional<ModelDescriptor> model) {
    /// Two models cut the same text into different tokens.
    boolean hasTheTokensOf(Inspected other) {
      return unit.equals(other.unit) && fingerprint().equals(other.fingerprint());
    }

    private Optional<ModelFingerprint> fingerprint() {
      return origin().map(SpaceOrigin::fingerprint);
    }

    private Optional<SpaceOrigin> origin() {
      return session.space().map(VectorSpace::origin);
    }

    /// A model that is known is loaded when tokens are asked for.
    Optional<String> whyNoTokens() {
      return model.isPresent()
          ? Optional.empty()
          : origin()
              .map(
                  origin ->
                      switch (origin) {
                        case SpaceOrigin.Imported imported ->
                            "Only a model cuts texts into tokens, and the vectors of this space"
                                + " were read from a file ("
                                + imported.name()
                                + ").";
                        case SpaceOrigin.FromModel made ->
                            "The model that made this space (%s) is not known here."
                                .formatted(made.modelId());
                      });
    }
  }

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
  ///
  /// @param model that made the space of `session`; empty when it is not known here
  public void show(TextUnit selected, SessionState session, Optional<ModelDescriptor> model) {
    Inspected next = new Inspected(selected, session, model);
    boolean stay = inspected.filter(next::hasTheTokensOf).isPresent();
    if (!stay || tokens instanceof Tokens.Loading) {
      tokens =
          next.whyNoTokens().<Tokens>map(Tokens.Unavailable::new).orElseGet(Tokens.NotAsked::new);
      tokenization = Optional.empty();
    }
    inspected = Optional.of(next);
    refresh();
  }

  private void refresh() {
    inspected.ifPresent(now -> state.set(shown(now)));
  }

  private TextState shown(Inspected now) {
    Optional<UnitTruncation> cut = cut(now);
    List<String> notes = new ArrayList<>();
    cut.ifPresent(lost -> notes.add(truncation(lost)));
    return switch (now.unit()) {
      case Chunk chunk -> shown(chunk, now.session(), cut, notes);
      case TypedText typed -> shown(typed, now, cut, notes);
    };
  }

  /// What is known to be cut off: typed texts are stored without it, and only their tokens tell.
  private Optional<UnitTruncation> cut(Inspected now) {
    Optional<UnitTruncation> known =
        Optional.ofNullable(now.session().truncations().get(now.unit().id()));
    return switch (now.unit()) {
      case Chunk chunk -> known;
      case TypedText typed ->
          known.or(() -> tokenization.flatMap(tokens -> truncation(typed, tokens)));
    };
  }

  private static Optional<UnitTruncation> truncation(TypedText typed, Tokenization tokens) {
    int end = typed.text().length();
    return tokens.lostFrom().stream()
        .mapToObj(from -> new Span(Math.min(from, end), end))
        .map(
            lost ->
                new UnitTruncation(typed.id(), tokens.tokens().size(), tokens.keptTokens(), lost))
        .findFirst();
  }

  private TextState shown(
      Chunk chunk, SessionState session, Optional<UnitTruncation> cut, List<String> notes) {
    List<Part> parts = new ArrayList<>();
    Optional<Document> document = session.document(chunk);
    String whole = document.map(Document::text).orElse(chunk.text());
    Span span =
        document.isPresent() && chunk.span().end() <= whole.length()
            ? chunk.span()
            : new Span(0, whole.length());
    surroundingBefore(whole, span, parts, notes);
    own(chunk.text(), cut, parts, notes);
    surroundingAfter(whole, span, parts, notes);
    String title = document.map(Document::title).orElse(chunk.documentId());
    return new TextState.Shown(title, facts(chunk, document), parts, notes, tokens);
  }

  private TextState shown(
      TypedText typed, Inspected now, Optional<UnitTruncation> cut, List<String> notes) {
    List<Part> parts = new ArrayList<>();
    own(typed.text(), cut, parts, notes);
    if (cut.isEmpty() && tokenization.isEmpty() && mayBeTooLong(typed, now.model())) {
      notes.add(
          "What the model left out of a long typed text is not kept in the workspace."
              + (now.whyNoTokens().isEmpty()
                  ? " “Show tokens” tells whether it read this one to its end."
                  : ""));
    }
    String facts = "typed here · " + NumberFormats.count(typed.text().length()) + " characters";
    return new TextState.Shown("Your text", facts, parts, notes, tokens);
  }

  /// A token stands for a byte of UTF-8 at least, but for rare compatibility letters that a tokenizer spells out.
  private static boolean mayBeTooLong(TypedText typed, Optional<ModelDescriptor> model) {
    if (model.isEmpty()) {
      return true;
    }
    int prompt =
        model.get().prompts().values().stream()
            .mapToInt(words -> words.getBytes(StandardCharsets.UTF_8).length)
            .max()
            .orElse(0);
    int bytes = typed.text().getBytes(StandardCharsets.UTF_8).length;
    return bytes + prompt + SPECIAL_TOKENS > model.get().maxTokens();
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
    int start = new TextBoundary(whole).at(Math.max(0, span.start() - SURROUNDING));
    if (start > 0) {
      notes.add(
          "%s characters of the document before this are not shown."
              .formatted(NumberFormats.count(start)));
    }
    add(parts, whole.substring(start, span.start()), Kind.SURROUNDING);
  }

  private static void surroundingAfter(
      String whole, Span span, List<Part> parts, List<String> notes) {
    int end = new TextBoundary(whole).at(Math.min(whole.length(), span.end() + SURROUNDING));
    add(parts, whole.substring(span.end(), end), Kind.SURROUNDING);
    if (end < whole.length()) {
      notes.add(
          "%s characters of the document after this are not shown."
              .formatted(NumberFormats.count(whole.length() - end)));
    }
  }

  private static void own(
      String text, Optional<UnitTruncation> cut, List<Part> parts, List<String> notes) {
    int shown = new TextBoundary(text).at(Math.min(text.length(), LARGEST_TEXT));
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

  public void showTokens(Tokenization answer) {
    List<Token> all = answer.tokens();
    List<TokenChip> chips = new ArrayList<>();
    for (int i = 0; i < Math.min(all.size(), LISTED_TOKENS); i++) {
      chips.add(chip(i, all.get(i), answer.isLost(i)));
    }
    tokenization = Optional.of(answer);
    tokens = new Tokens.Shown(summary(answer), chips);
    refresh();
  }

  private String summary(Tokenization answer) {
    int count = answer.tokens().size();
    String summary =
        "%s tokens, %,d of them added by the model; it takes %s at most."
            .formatted(
                NumberFormats.count(count),
                answer.tokens().stream().filter(Token::special).count(),
                NumberFormats.count(answer.maxTokens()));
    if (count > LISTED_TOKENS) {
      summary += " Only the first " + LISTED_TOKENS + " are shown.";
    }
    boolean promptsDiffer =
        inspected.flatMap(Inspected::model).filter(ModelDescriptor::promptsDiffer).isPresent();
    if (promptsDiffer && inspected.filter(now -> now.unit() instanceof TypedText).isPresent()) {
      summary +=
          " They are those of a document; if this was placed as a query, other words stood before"
              + " it.";
    }
    return summary;
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
    tokens = new Tokens.Failed(report);
    refresh();
  }

  void askTokens() {
    if (inspected.isPresent()) {
      tokens = new Tokens.Loading();
      refresh();
      actions.tokens(inspected.get().unit().text());
    }
  }
}
