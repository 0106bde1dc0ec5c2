package io.semascope.projection.pca;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.projection.Golden;
import io.semascope.projection.Placement;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.TooFewPoints;
import io.semascope.projection.VectorsNotFinite;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

class PcaModelTest {
  private static PcaModel fit(VectorBlock block) {
    return PcaModel.fit(block, Cancellation.never());
  }

  private static VectorBlock rows(int dimension, float[]... rows) {
    return VectorBlock.copyOf(List.of(rows), dimension);
  }

  @Test
  void agreesWithScikitLearn() {
    PcaModel model = fit(Golden.points());
    for (int axis = 0; axis < 2; axis++) {
      assertEquals(Golden.number("pca.variance." + axis), model.axes().variance(axis), 1e-6 * 22);
      assertEquals(Golden.number("pca.share." + axis), model.axes().share(axis), 1e-6);
    }
    assertArrayEquals(Golden.layout().toArray(), model.project().layout().toArray(), 1e-4f);
    assertEquals(
        new ProjectionFacts.OfPca(model.axes().share(0), model.axes().share(1)),
        model.project().facts());
  }

  @Test
  void theLargestLoadingOfEachAxisIsPositive() {
    PcaModel model = fit(Golden.noise(50, 7, 3));
    for (int axis = 0; axis < 2; axis++) {
      float largest = 0;
      for (float loading : model.axes().axis(axis).toArray()) {
        largest = Math.abs(loading) > Math.abs(largest) ? loading : largest;
      }
      assertTrue(largest > 0, "axis " + axis + " has the loading " + largest);
    }
  }

  @Test
  void fewerPointsThanDimensionsKeepTheirDistances() {
    VectorBlock block = Golden.noise(3, 500, 1);
    PcaModel model = fit(block);
    assertEquals(1, model.axes().share(0) + model.axes().share(1), 1e-9);
    var layout = model.project().layout();
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < a; b++) {
        assertEquals(
            block.row(a).distance(block.row(b)),
            Math.hypot(layout.x(a) - layout.x(b), layout.y(a) - layout.y(b)),
            1e-3);
      }
    }
  }

  @Test
  void aRowPlacedAgainStandsWhereItStood() {
    VectorBlock block = Golden.points();
    PcaModel model = fit(block);
    Placement placement = model.place(block.row(17), Cancellation.never());
    assertInstanceOf(Placement.Exact.class, placement);
    assertEquals(model.project().layout().x(17), placement.x());
    assertEquals(model.project().layout().y(17), placement.y());
  }

  @Test
  void onePointAndEqualPointsStandAtTheOriginWithoutVariance() {
    float[] row = {0.1f, 0.7f, -3};
    for (VectorBlock block : List.of(rows(3, row), rows(3, row, row, row, row, row, row, row))) {
      PcaModel model = fit(block);
      for (float coordinate : model.project().layout().toArray()) {
        assertEquals(0, coordinate, 1e-6);
      }
      assertEquals(new ProjectionFacts.OfPca(0, 0), model.project().facts());
    }
  }

  @Test
  void pointsOnALineHaveNoSecondCoordinate() {
    PcaModel model = fit(rows(2, new float[] {0, 0}, new float[] {1, 2}, new float[] {3, 6}));
    for (int row = 0; row < 3; row++) {
      assertEquals(0, model.project().layout().y(row), 1e-6);
    }
    assertEquals(new ProjectionFacts.OfPca(1, 0), model.project().facts());
  }

  @Test
  void oneDimensionIsTheFirstAxis() {
    PcaModel model = fit(rows(1, new float[] {1}, new float[] {4}));
    assertArrayEquals(new float[] {-1.5f, 0, 1.5f, 0}, model.project().layout().toArray());
  }

  @Test
  void theNumberOfCoresDoesNotChangeABit() {
    VectorBlock block = Golden.noise(1000, 50, 9);
    float[] one = Golden.onCores(1, () -> fit(block).project().layout().toArray());
    float[] two = Golden.onCores(2, () -> fit(block).project().layout().toArray());
    assertArrayEquals(one, two, 0);
  }

  @Test
  void saysWhyNothingCanBeComputed() {
    assertThrows(TooFewPoints.class, () -> fit(VectorBlock.copyOf(List.of(), 4)));
    VectorBlock broken = rows(2, new float[] {0, 1}, new float[] {Float.NaN, 1});
    String why = assertThrows(VectorsNotFinite.class, () -> fit(broken)).report().why();
    assertTrue(why.contains("row 1 "), why);
    PcaModel model = fit(Golden.points());
    assertThrows(
        IllegalArgumentException.class,
        () -> model.place(DenseVector.of(1, 2), Cancellation.never()));
  }

  @Test
  void stopsWhenAsked() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    assertThrows(JobCancelled.class, () -> PcaModel.fit(Golden.points(), cancellation));
  }
}
