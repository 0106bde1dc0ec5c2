package io.semascope.projection.tsne;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.semascope.projection.Golden;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttractionTest {
  /// Rows with every number of neighbours beyond whole registers, and one that is near to all others and so has more than are gathered at once.
  private static Affinities withAHub() {
    VectorBlock noise = Golden.noise(700, 30, 3);
    List<float[]> rows = new ArrayList<>();
    rows.add(new float[30]);
    for (int row = 0; row < noise.count(); row++) {
      rows.add(DenseVector.of(noise.row(row).toArray()).normalised().toArray());
    }
    return Exact.affinities(VectorBlock.copyOf(rows, 30), 10);
  }

  @Test
  void bothWaysGiveTheSameBitsAndTheSumOfThePaper() {
    Affinities affinities = withAHub();
    float[] positions = Exact.positions(affinities.count(), 5, 8);
    Attraction best = Attraction.best();
    assertInstanceOf(SimdAttraction.class, best, "this JVM has the Vector API");
    int most = 0;
    for (int row = 0; row < affinities.count(); row++) {
      float[] force = new float[2];
      float[] plain = new float[2];
      best.of(affinities, positions, row, force);
      new ScalarAttraction().of(affinities, positions, row, plain);
      assertArrayEquals(plain, force);
      double x = 0;
      double y = 0;
      for (int entry = affinities.start(row); entry < affinities.start(row + 1); entry++) {
        int other = affinities.column(entry);
        double pull = affinities.value(entry) * Exact.kernel(positions, row, other);
        x += pull * ((double) positions[2 * row] - positions[2 * other]);
        y += pull * ((double) positions[2 * row + 1] - positions[2 * other + 1]);
      }
      assertEquals(x, force[0], 1e-6 * (1e-3 + Math.abs(x)));
      assertEquals(y, force[1], 1e-6 * (1e-3 + Math.abs(y)));
      most = Math.max(most, affinities.start(row + 1) - affinities.start(row));
    }
    assertEquals(affinities.count() - 1, most, "all are neighbours of the row in the middle");
  }
}
