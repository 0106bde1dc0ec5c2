package io.semascope.projection.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which class each row belongs to, if any. Immutable.
public final class RowClasses {
  private static final int NONE = -1;

  private final int[] classes;
  private final int count;

  private RowClasses(int[] classes, int count) {
    this.classes = classes;
    this.count = count;
  }

  /// One name for each row; empty for a row without a class.
  public static RowClasses of(List<Optional<String>> names) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] classes = new int[names.size()];
    for (int row = 0; row < classes.length; row++) {
      classes[row] =
          names
              .get(row)
              .map(name -> numbers.computeIfAbsent(name, ignored -> numbers.size()))
              .orElse(NONE);
    }
    return new RowClasses(classes, numbers.size());
  }

  /// Rows without any class.
  public static RowClasses none(int rows) {
    int[] classes = new int[rows];
    java.util.Arrays.fill(classes, NONE);
    return new RowClasses(classes, 0);
  }

  public int rows() {
    return classes.length;
  }

  /// How many different classes there are.
  public int count() {
    return count;
  }

  /// Whether a row has a class.
  public boolean has(int row) {
    return classes[row] != NONE;
  }

  /// Whether two rows have a class, and the same.
  public boolean same(int row, int other) {
    return classes[row] != NONE && classes[row] == classes[other];
  }
}
