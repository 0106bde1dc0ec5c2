package io.semascope.text.chunking;

import io.semascope.text.Granularity;
import io.semascope.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Slides a window of tokens over a text.
///
/// The text is tokenised once, whole. A window ends at the last sentence end it can hold, else between two words, else between two tokens. The next one
/// begins `overlap` tokens earlier, or a little later so as not to begin inside a word. A piece can cost more tokens alone than inside its
/// text (a word cut in two), so each window is measured again and shortened until it fits.
final class TokenWindows {
  private final String text;
  private final Granularity.TokenWindow window;
  private final TokenRuler ruler;
  private final int budget;
  private final int[] starts;
  private final int count;
  private final BitSet sentenceStarts;

  TokenWindows(String text, Granularity.TokenWindow window, TokenRuler ruler) {
    this.text = text;
    this.window = window;
    this.ruler = ruler;
    this.budget = window.tokens() - ruler.overhead();
    this.starts = starts(text, ruler.tokenSpans(text));
    this.count = starts.length - 1;
    this.sentenceStarts = sentenceStarts();
  }

  /// In order, trimmed, never blank; together they cover every character that is not blank.
  List<Span> spans() {
    if (budget < 1 || budget <= window.overlap()) {
      throw WindowTooSmall.noRoom(window, ruler.overhead());
    }
    List<Span> spans = new ArrayList<>();
    int from = 0;
    int covered = 0;
    while (starts[covered] < text.length()) {
      int end = end(from, covered);
      if (end > covered) {
        Blanks.trim(text, starts[from], starts[end]).ifPresent(spans::add);
        covered = end;
        from = nextStart(from, end);
      } else if (from < covered) {
        // Better less overlap than a window over the limit.
        from++;
      } else {
        throw WindowTooSmall.oneCharacter(window, starts[from]);
      }
    }
    return spans;
  }

  /// Where token i begins in the text: never falling, never at a blank, never inside a surrogate pair. The first begins where the text does, and one
  /// entry more tells its end; so characters the tokenizer drops belong to the token before them.
  private static int[] starts(String text, List<Span> tokens) {
    int[] starts = new int[Math.max(1, tokens.size()) + 1];
    starts[0] = afterBlanks(text, 0);
    for (int i = 1; i < tokens.size(); i++) {
      int start = Math.clamp(tokens.get(i).start(), starts[i - 1], text.length());
      boolean insidePair =
          start > starts[i - 1]
              && start < text.length()
              && Character.isSurrogatePair(text.charAt(start - 1), text.charAt(start));
      starts[i] = afterBlanks(text, insidePair ? start - 1 : start);
    }
    starts[starts.length - 1] = text.length();
    return starts;
  }

  private static int afterBlanks(String text, int from) {
    int offset = from;
    while (offset < text.length() && Blanks.isBlank(text.charAt(offset))) {
      offset++;
    }
    return offset;
  }

  /// The tokens that are the first of a sentence.
  private BitSet sentenceStarts() {
    BitSet first = new BitSet(count + 1);
    int token = 0;
    for (Span sentence : Sentences.spans(text)) {
      while (token < count && starts[token] < sentence.start()) {
        token++;
      }
      first.set(token);
    }
    return first;
  }

  /// The token after the last one of the window that begins with token `from` and holds more than the tokens before `covered`; `covered` when no
  /// such window keeps the limit.
  private int end(int from, int covered) {
    int limit = Math.min(count, from + budget);
    while (limit > covered) {
      int end = limit == count ? count : bestEnd(covered, limit);
      if (starts[end] > starts[covered] && fits(from, end)) {
        return end;
      }
      limit = end - 1;
    }
    return covered;
  }

  private int bestEnd(int covered, int limit) {
    int sentence = sentenceStarts.previousSetBit(limit);
    if (sentence > covered && starts[sentence] > starts[covered]) {
      return sentence;
    }
    for (int end = limit; end > covered; end--) {
      if (!insideWord(end)) {
        return end;
      }
    }
    return limit;
  }

  private boolean fits(int from, int end) {
    return Blanks.trim(text, starts[from], starts[end])
        .map(span -> ruler.tokenSpans(span.of(text)).size() <= budget)
        .orElse(true);
  }

  /// The first token of the window after `from..end`.
  private int nextStart(int from, int end) {
    int earliest = Math.max(from, end - window.overlap());
    while (earliest < end && starts[earliest] <= starts[from]) {
      earliest++;
    }
    for (int start = earliest; start <= end; start++) {
      if (!insideWord(start)) {
        return start;
      }
    }
    return earliest;
  }

  /// Whether a cut before this token would part two characters of one word. Scripts written without blanks can be cut between any two characters.
  private boolean insideWord(int token) {
    int offset = starts[token];
    if (offset == 0 || offset == text.length()) {
      return false;
    }
    return starts[token] == starts[token - 1]
        || (joins(text.codePointBefore(offset)) && joins(text.codePointAt(offset)));
  }

  private static boolean joins(int codePoint) {
    if (!Character.isLetterOrDigit(codePoint)) {
      return false;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> false;
      default -> true;
    };
  }
}
