package io.semascope.text;

import java.util.function.Predicate;

/// A name that may be too long for its place. It is cut in the middle, so that names that begin alike are told apart by how they end.
///
/// @param whole on one line
public record LongName(String whole) {
  private static final String GAP = "…";

  /// The whole name, or as much of its start and its end as there is room for with `…` between; `…` alone where there is room for neither.
  ///
  /// @param fits whether there is room for a text; for all that are shorter than one that fits
  public String cut(Predicate<String> fits) {
    if (fits.test(whole)) {
      return whole;
    }
    int fitting = 0;
    int tooMany = whole.length();
    while (fitting + 1 < tooMany) {
      int middle = (fitting + tooMany) / 2;
      if (fits.test(keeping(middle))) {
        fitting = middle;
      } else {
        tooMany = middle;
      }
    }
    return keeping(fitting);
  }

  /// The name in at most this many UTF-16 units, of which `…` is one.
  public String cut(int longest) {
    return whole.length() <= longest ? whole : keeping(longest - 1);
  }

  /// At most this many units of the name: three of five from its start, because a name is recognised there. No character is cut in two, and no blank stands at
  /// the gap.
  private String keeping(int units) {
    int ofEnd = units * 2 / 5;
    int from = units - ofEnd;
    int to = whole.length() - ofEnd;
    String start = whole.substring(0, isInside(from) ? from - 1 : from);
    String end = whole.substring(isInside(to) ? to + 1 : to);
    return start.stripTrailing() + GAP + end.stripLeading();
  }

  /// Whether a cut here would part a surrogate pair.
  private boolean isInside(int offset) {
    return offset > 0
        && offset < whole.length()
        && Character.isSurrogatePair(whole.charAt(offset - 1), whole.charAt(offset));
  }
}
