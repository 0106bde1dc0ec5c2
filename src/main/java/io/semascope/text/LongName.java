package io.semascope.text;

import java.util.function.Predicate;

/// A name that may be too long for its place. It is cut in the middle, so that names that begin alike are told apart by how they end.
///
/// @param whole on one line
public record LongName(String whole) {
  /// Most UTF-16 units that are ever asked about: no place on a screen has room for more, and to measure a name takes time for each.
  private static final int MOST = 400;

  private static final String GAP = "…";

  /// As much of the name as there can be room for anywhere: the whole of nearly every one.
  public String longest() {
    return cut(MOST);
  }

  /// The longest form, or as much of the name's start and its end as there is room for with `…` between; `…` alone where there is room for neither.
  ///
  /// @param fits whether there is room for a text: if it is true of a text, then of every shorter one
  public String cut(Predicate<String> fits) {
    String longest = longest();
    if (fits.test(longest)) {
      return longest;
    }
    int fitting = 0;
    int tooMany = Math.min(whole.length(), MOST - 1);
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

  /// At most this many units of the name: three of five from its start, because a name is recognised there. No character that people see is cut in two
  /// (`TextBoundary`), and neither a blank nor the gap of an earlier cut stands at the gap.
  private String keeping(int units) {
    int ofEnd = units * 2 / 5;
    String start = whole.substring(0, new TextBoundary(whole).at(units - ofEnd));
    String end = whole.substring(new TextBoundary(whole).after(whole.length() - ofEnd));
    return withoutGapBehind(start) + GAP + withoutGapBefore(end);
  }

  private static String withoutGapBehind(String start) {
    String text = start.stripTrailing();
    return text.endsWith(GAP) ? text.substring(0, text.length() - 1).stripTrailing() : text;
  }

  private static String withoutGapBefore(String end) {
    String text = end.stripLeading();
    return text.startsWith(GAP) ? text.substring(1).stripLeading() : text;
  }
}
