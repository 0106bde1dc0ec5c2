package io.semascope.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.semascope.probe.DimensionEnds.End;
import io.semascope.space.VectorSpace;
import io.semascope.text.TypedText;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DimensionEndsTest {
  private final VectorSpace space = spaceOf(0.5f, -1, Float.NaN, 0.5f, 0f, -0f, -1);

  private static VectorSpace spaceOf(float... values) {
    float[][] rows = new float[values.length][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = new float[] {9, values[row]};
    }
    return Spaces.space(
        IntStream.range(0, rows.length).mapToObj(row -> new TypedText("t" + row, "text")).toList(),
        rows);
  }

  private static List<Integer> rowsOf(List<End> ends) {
    return ends.stream().map(End::row).toList();
  }

  @Test
  void endsComeFromTheOutsideInWithEqualValuesByRow() {
    DimensionEnds ends = DimensionEnds.of(space, 1, 4);
    assertEquals(List.of(0, 3, 4, 5), rowsOf(ends.highest()));
    assertEquals(List.of(1, 6, 4, 5), rowsOf(ends.lowest()));
    assertEquals(new End(1, space.unit(1), -1), ends.lowest().getFirst());
    assertEquals(1, ends.dimension());
  }

  @Test
  void aValueThatIsNoNumberStandsAtNoEnd() {
    DimensionEnds ends = DimensionEnds.of(space, 1, 100);
    assertEquals(6, ends.highest().size());
    assertEquals(List.of(1, 6, 4, 5, 0, 3), rowsOf(ends.lowest()));
  }

  @Test
  void dimensionsAndCountsThatCannotBeAreRefused() {
    assertThrows(IndexOutOfBoundsException.class, () -> DimensionEnds.of(space, 2, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> DimensionEnds.of(space, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> DimensionEnds.of(space, 0, 0));
  }
}
