package io.semascope.cli.refusal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Finds what a person may have meant who mistyped a word.
final class NearWords {
  /// One slip of the fingers in so many letters: beyond that a word is another word.
  private static final int LETTERS_PER_SLIP = 3;

  private NearWords() {}

  /// Those of the known words that are nearest to the typed one, in alphabetical order; none when none is near. Neither case nor the dashes of options count.
  static List<String> of(String typed, Collection<String> known) {
    TreeMap<Integer, List<String>> bySlips =
        known.stream()
            .filter(word -> isNear(typed, word))
            .sorted()
            .collect(
                Collectors.groupingBy(
                    word -> slips(letters(typed), letters(word)),
                    TreeMap::new,
                    Collectors.toList()));
    Map.Entry<Integer, List<String>> nearest = bySlips.firstEntry();
    return nearest == null ? List.of() : nearest.getValue();
  }

  private static boolean isNear(String typed, String word) {
    String one = letters(typed);
    String other = letters(word);
    return slips(one, other) <= Math.max(one.length(), other.length()) / LETTERS_PER_SLIP;
  }

  private static String letters(String word) {
    return word.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
  }

  /// How many letters are missing, too many, others or in the place of their neighbour (optimal string alignment).
  private static int slips(String one, String other) {
    int[][] slips = new int[one.length() + 1][other.length() + 1];
    Arrays.setAll(slips[0], column -> column);
    for (int row = 1; row <= one.length(); row++) {
      slips[row][0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int same = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        int least =
            Math.min(
                slips[row - 1][column - 1] + same,
                1 + Math.min(slips[row - 1][column], slips[row][column - 1]));
        boolean swapped =
            row > 1
                && column > 1
                && one.charAt(row - 1) == other.charAt(column - 2)
                && one.charAt(row - 2) == other.charAt(column - 1);
        slips[row][column] = swapped ? Math.min(least, slips[row - 2][column - 2] + 1) : least;
      }
    }
    return slips[one.length()][other.length()];
  }
}
