package io.semascope.session.filter;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds the names a person may have meant.
final class Spelling {
  private Spelling() {}

  /// The names that need the fewest changes to become `meant`, case ignored, nearest first, ties in their natural order. One that holds it whole, or is held by it,
  /// counts as one change away.
  static List<String> nearest(String meant, Collection<String> names, int most) {
    String wanted = meant.toLowerCase(Locale.ROOT);
    record Distant(String name, int changes) {}
    return names.stream()
        .distinct()
        .map(name -> new Distant(name, changes(wanted, name.toLowerCase(Locale.ROOT))))
        .sorted(Comparator.comparingInt(Distant::changes).thenComparing(Distant::name))
        .limit(most)
        .map(Distant::name)
        .toList();
  }

  private static int changes(String wanted, String name) {
    if (wanted.equals(name)) {
      return 0;
    }
    boolean part =
        !wanted.isEmpty() && !name.isEmpty() && (name.contains(wanted) || wanted.contains(name));
    return part ? 1 : levenshtein(wanted, name);
  }

  /// Characters to be inserted, deleted or replaced (Levenshtein 1966), row by row as Wagner & Fischer (1974).
  private static int levenshtein(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
