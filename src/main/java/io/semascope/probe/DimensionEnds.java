package io.semascope.probe;

import io.semascope.space.VectorSpace;
import io.semascope.text.TextUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// The texts at both ends of one dimension: what a dimension seems to tell apart, as far as one can see.
///
/// @param dimension index, from 0
/// @param highest largest value first, ties by row
/// @param lowest smallest value first, ties by row; in a small space a text can stand in both lists
public record DimensionEnds(int dimension, List<End> highest, List<End> lowest) {
  public DimensionEnds {
    highest = List.copyOf(highest);
    lowest = List.copyOf(lowest);
  }

  /// One text at an end.
  ///
  /// @param row of the space
  /// @param unit that stands there
  /// @param value of its vector in the dimension
  public record End(int row, TextUnit unit, float value) {}

  /// The `count` highest and `count` lowest rows (all when there are fewer). A value that is not a number stands at no end. Throws `IndexOutOfBoundsException`
  /// when the space has no such dimension, `IllegalArgumentException` for a count below 1.
  public static DimensionEnds of(VectorSpace space, int dimension, int count) {
    Objects.checkIndex(dimension, space.dimension());
    if (count < 1) {
      throw new IllegalArgumentException("a count of " + count);
    }
    List<End> ends =
        IntStream.range(0, space.count())
            .mapToObj(row -> new End(row, space.unit(row), space.vectors().get(row, dimension)))
            .filter(end -> !Float.isNaN(end.value()))
            .toList();
    // Adding 0 makes −0 and 0 equal values.
    Comparator<End> rising = Comparator.comparing(end -> end.value() + 0f);
    Comparator<End> byRow = Comparator.comparingInt(End::row);
    return new DimensionEnds(
        dimension,
        ends.stream().sorted(rising.reversed().thenComparing(byRow)).limit(count).toList(),
        ends.stream().sorted(rising.thenComparing(byRow)).limit(count).toList());
  }
}
