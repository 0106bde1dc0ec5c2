package io.semascope.text;

import java.text.BreakIterator;
import java.util.Locale;

/// Where a text may be cut without breaking in two what people see as one character: a letter with its marks, a flag, a joined emoji (Unicode's extended
/// grapheme clusters). One that has more than 64 UTF-16 units is cut between code points.
///
/// @param text that is to be cut
public record TextBoundary(String text) {
  private static final int LARGEST_CHARACTER = 64;

  /// In UTF-16 units. A longer row of flags, or of others of which none stands alone for sure, is looked at from its middle.
  private static final int FARTHEST_LOOK = 256;

  /// Of the code points below it, only a line's two ends join.
  private static final int FIRST_JOINING = 0x300;

  /// `offset`, or the nearest before it that breaks no character.
  ///
  /// @param offset in UTF-16 units, at most the length of `text`
  public int at(int offset) {
    if (isPlain(offset)) {
      return offset;
    }
    int from = plainBefore(offset);
    BreakIterator characters = characters(from, offset + 2);
    int found =
        characters.isBoundary(offset - from) ? offset : from + characters.preceding(offset - from);
    return offset - found <= LARGEST_CHARACTER ? found : betweenPoints(offset);
  }

  /// `offset`, or the nearest behind it that breaks no character.
  ///
  /// @param offset in UTF-16 units, at most the length of `text`
  public int after(int offset) {
    int from = at(offset);
    if (from == offset) {
      return offset;
    }
    int end = betweenPoints(Math.min(text.length(), from + 2 * LARGEST_CHARACTER));
    return from + characters(from, end).next();
  }

  /// The first `characters` UTF-16 units of a text, less when they would end within a character; the whole text when it is shorter.
  public String beginning(int characters) {
    return text.substring(0, at(Math.min(text.length(), characters)));
  }

  private BreakIterator characters(int from, int to) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text.substring(from, Math.min(text.length(), to)));
    return characters;
  }

  /// Where a look for characters may begin: flags are told apart by counting from the first of them.
  private int plainBefore(int offset) {
    int least = Math.max(0, offset - FARTHEST_LOOK);
    int from = offset - 1;
    while (from > least && !isPlain(from)) {
      from--;
    }
    return betweenPoints(from);
  }

  /// Whether an offset lies at an end, or between two code points that never join.
  private boolean isPlain(int offset) {
    return offset <= 0
        || offset >= text.length()
        || (text.charAt(offset - 1) < FIRST_JOINING
            && text.charAt(offset) < FIRST_JOINING
            && text.charAt(offset) != '\n');
  }

  private int betweenPoints(int offset) {
    boolean inside =
        offset > 0
            && offset < text.length()
            && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    return inside ? offset - 1 : offset;
  }
}
