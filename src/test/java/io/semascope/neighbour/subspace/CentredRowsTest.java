package io.semascope.neighbour.subspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.vector.RowRange;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CentredRowsTest {
  /// Rows (0, 1), (1, 1), (2, 1) …, more than are added up at once, and one that is not finite.
  private static VectorBlock rising(int count) {
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      rows.add(new float[] {row, 1});
    }
    rows.add(new float[] {Float.NaN, 1});
    return VectorBlock.copyOf(rows, 2);
  }

  @Test
  void theMeanOfTheFiniteRowsIsTakenOff() {
    CentredRows centred = CentredRows.of(rising(1001), Cancellation.never());
    float[] values = new float[2];
    centred.copyRow(1000, values);
    assertArrayEquals(new float[] {500, 0}, values);
  }

  @Test
  void noRowIsAddedOnceAStopIsAskedFor() {
    VectorBlock block = rising(3);
    RowRange all = new RowRange(0, 4);
    double[] sums = new double[2];
    Cancellation cancellation = new Cancellation();
    assertEquals(3, CentredRows.addFinite(block, all, sums, cancellation));
    cancellation.request();
    assertThrows(JobCancelled.class, () -> CentredRows.addFinite(block, all, sums, cancellation));
    assertArrayEquals(new double[] {3, 3}, sums);
  }
}
