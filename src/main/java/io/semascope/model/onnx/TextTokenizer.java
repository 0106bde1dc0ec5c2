package io.semascope.model.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import io.semascope.model.InputUnusable;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFileDamaged;
import io.semascope.model.Purpose;
import io.semascope.model.Token;
import io.semascope.model.Tokenization;
import io.semascope.problem.ParseRefusal;
import io.semascope.problem.ProblemReport;
import io.semascope.problem.SystemRefusal;
import io.semascope.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Cuts texts into the tokens of one model, prompt included. The tokenizer's own limit and padding are switched off: `tokenizer.json` files carry
/// limits of their makers' examples (128 for MiniLM), so the descriptor's limit is applied here.
final class TextTokenizer implements AutoCloseable {
  /// What WordPiece, Unigram and BPE vocabularies call what they do not have; one that spells everything in bytes has neither.
  private static final List<String> UNKNOWN_PIECES = List.of("[UNK]", "<unk>");

  private final ModelDescriptor descriptor;
  private final HuggingFaceTokenizer tokenizer;
  private final OptionalLong unknownId;

  TextTokenizer(ModelDescriptor descriptor, Path tokenizerJson) {
    this.descriptor = descriptor;
    try {
      // Which its library would tell in words of its own.
      if (Files.notExists(tokenizerJson)) {
        throw new NoSuchFileException(tokenizerJson.toString());
      }
      tokenizer =
          HuggingFaceTokenizer.builder()
              .optTokenizerPath(tokenizerJson)
              .optAddSpecialTokens(true)
              .optTruncation(false)
              .optPadding(false)
              .build();
    } catch (IOException | RuntimeException e) {
      throw new ModelFileDamaged(
          new ProblemReport(
              "The tokenizer of “" + descriptor.id() + "” could not be read.",
              e instanceof IOException refused
                  ? SystemRefusal.reading(tokenizerJson, refused)
                  : ParseRefusal.of(tokenizerJson, "a tokenizer file", e),
              "Fetch or add the model again."),
          e);
    }
    unknownId = UNKNOWN_PIECES.stream().flatMapToLong(piece -> idOf(piece).stream()).findFirst();
  }

  private OptionalLong idOf(String piece) {
    Encoding encoding = tokenizer.encode(piece, false, false);
    return encoding.getIds().length == 1 && encoding.getTokens()[0].equals(piece)
        ? OptionalLong.of(encoding.getIds()[0])
        : OptionalLong.empty();
  }

  /// All tokens of a text, without limit. Throws `InputUnusable` for a text that is blank, broken Unicode, or has no token at all.
  Tokenization tokenize(String text, Purpose purpose) {
    Prompt prompt = Prompt.of(descriptor, purpose);
    Encoding encoding = encoding(text, prompt);
    Offsets offsets = new Offsets(prompt, text);
    CharSpan[] spans = encoding.getCharTokenSpans();
    long[] ids = encoding.getIds();
    long[] special = encoding.getSpecialTokenMask();
    String[] pieces = encoding.getTokens();
    List<Token> tokens = new ArrayList<>(ids.length);
    for (int i = 0; i < ids.length; i++) {
      Span span = special[i] == 1 ? new Span(0, 0) : offsets.inText(spans[i]);
      tokens.add(new Token(Math.toIntExact(ids[i]), pieces[i], span, special[i] == 1));
    }
    return new Tokenization(tokens, descriptor.maxTokens());
  }

  /// The tokens the graph will see. The cut takes away the end of the text and keeps the special tokens behind it, as Hugging Face's tokenizers do.
  EncodedText encode(String text, Purpose purpose) {
    Prompt prompt = Prompt.of(descriptor, purpose);
    Encoding encoding = encoding(text, prompt);
    long[] ids = encoding.getIds();
    long[] typeIds = encoding.getTypeIds();
    int limit = descriptor.maxTokens();
    if (ids.length <= limit) {
      return new EncodedText(
          ids,
          typeIds,
          ids.length,
          Optional.empty(),
          isUnknown(encoding, ids.length, prompt, text));
    }
    int tail = trailingSpecials(encoding.getSpecialTokenMask());
    int head = limit - tail;
    long[] keptIds = new long[limit];
    long[] keptTypeIds = new long[limit];
    System.arraycopy(ids, 0, keptIds, 0, head);
    System.arraycopy(typeIds, 0, keptTypeIds, 0, head);
    System.arraycopy(ids, ids.length - tail, keptIds, head, tail);
    System.arraycopy(typeIds, ids.length - tail, keptTypeIds, head, tail);
    Span lost = lost(encoding.getCharTokenSpans(), head, new Offsets(prompt, text));
    return new EncodedText(
        keptIds,
        keptTypeIds,
        ids.length,
        Optional.of(lost),
        isUnknown(encoding, head, prompt, text));
  }

  /// Whether the text itself has tokens among the first `head`, and every one that is not of blanks alone is the unknown one.
  private boolean isUnknown(Encoding encoding, int head, Prompt prompt, String text) {
    long[] ids = encoding.getIds();
    if (unknownId.isEmpty() || LongStream.of(ids).noneMatch(id -> id == unknownId.getAsLong())) {
      return false;
    }
    Offsets offsets = new Offsets(prompt, text);
    CharSpan[] spans = encoding.getCharTokenSpans();
    long[] special = encoding.getSpecialTokenMask();
    boolean any = false;
    for (int i = 0; i < head; i++) {
      Span own = offsets.inText(spans[i]);
      if (special[i] == 0 && !own.isEmpty()) {
        boolean unknown = ids[i] == unknownId.getAsLong();
        if (!unknown && !text.substring(own.start(), own.end()).isBlank()) {
          return false;
        }
        any |= unknown;
      }
    }
    return any;
  }

  /// From the first character of the first token behind `head` that lies in the text, to the end.
  private static Span lost(CharSpan[] spans, int head, Offsets offsets) {
    for (int i = head; i < spans.length; i++) {
      Span span = offsets.inText(spans[i]);
      if (!span.isEmpty()) {
        return new Span(span.start(), offsets.textLength());
      }
    }
    return new Span(offsets.textLength(), offsets.textLength());
  }

  private static int trailingSpecials(long[] specialMask) {
    int count = 0;
    while (count < specialMask.length && specialMask[specialMask.length - 1 - count] == 1) {
      count++;
    }
    return count;
  }

  private Encoding encoding(String text, Prompt prompt) {
    requireUsable(text);
    Encoding encoding = tokenizer.encode(prompt.around(text), true, false);
    Offsets offsets = new Offsets(prompt, text);
    CharSpan[] spans = encoding.getCharTokenSpans();
    long[] special = encoding.getSpecialTokenMask();
    for (int i = 0; i < spans.length; i++) {
      if (special[i] == 0 && !offsets.inText(spans[i]).isEmpty()) {
        return encoding;
      }
    }
    throw unusable(text, "It holds only characters the model's tokenizer drops");
  }

  /// Throws `InputUnusable` for a text that is blank or broken Unicode.
  static void requireUsable(String text) {
    if (text.isBlank()) {
      throw unusable(text, text.isEmpty() ? "It is empty" : "It holds only white space");
    }
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isHighSurrogate(unit)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(unit)) {
        throw unusable(
            text,
            String.format(
                Locale.ROOT,
                "Behind the first %,d characters it has half of one that needs two halves",
                text.codePointCount(0, i)));
      }
    }
  }

  private static InputUnusable unusable(String text, String why) {
    return new InputUnusable(
        new ProblemReport(
            "A text can get no vector.",
            text.isEmpty()
                ? why + "."
                : String.format(
                    Locale.ROOT,
                    "%s (characters: %,d).",
                    why,
                    text.codePointCount(0, text.length())),
            "Leave it out or give it at least one word."));
  }

  @Override
  public void close() {
    tokenizer.close();
  }

  /// Turns the tokenizer's offsets, code points of the prompted text, into UTF-16 offsets of the text itself.
  private static final class Offsets {
    private final String prompted;
    private final int textStart;
    private final int textEnd;
    private final boolean oneUnitEach;
    private int knownPoint;
    private int knownUnit;

    Offsets(Prompt prompt, String text) {
      prompted = prompt.around(text);
      textStart = prompt.before().length();
      textEnd = textStart + text.length();
      oneUnitEach = prompted.chars().noneMatch(unit -> Character.isSurrogate((char) unit));
    }

    int textLength() {
      return textEnd - textStart;
    }

    /// The part of a token that lies in the text; an empty span for none.
    Span inText(@Nullable CharSpan span) {
      if (span == null) {
        return new Span(0, 0);
      }
      int start = Math.clamp(units(span.getStart()), textStart, textEnd);
      int end = Math.clamp(units(span.getEnd()), textStart, textEnd);
      return start < end ? new Span(start - textStart, end - textStart) : new Span(0, 0);
    }

    private int units(int point) {
      if (oneUnitEach) {
        return point;
      }
      knownUnit = prompted.offsetByCodePoints(knownUnit, point - knownPoint);
      knownPoint = point;
      return knownUnit;
    }
  }
}
