package io.semascope.ui.theme;

/// Where a text may be cut without breaking a character in two.
public final class TextBoundary {
  private TextBoundary() {}

  /// `offset`, or the one before it when it would cut a surrogate pair in two.
  ///
  /// @param offset in UTF-16 units, at most the length of `text`
  public static int at(String text, int offset) {
    boolean inside =
        offset > 0
            && offset < text.length()
            && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    return inside ? offset - 1 : offset;
  }

  /// The first `characters` UTF-16 units of a text, one less when they would end in half a character; the whole text when it is shorter.
  public static String beginning(String text, int characters) {
    return text.substring(0, at(text, Math.min(text.length(), characters)));
  }
}
