package io.semascope.raster.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.projection.PlanarLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PointIndexTest {
  private static final long SEED = 11;
  private final Random random = new Random(SEED);

  /// Clusters of very different density, heaps at one place, an outlier far away, and places that are not finite.
  private PlanarLayout uneven(int count) {
    float[] places = new float[2 * count];
    for (int row = 0; row < count; row++) {
      double spread = Math.pow(10, -(row % 5));
      places[2 * row] = (float) (row % 5 + random.nextGaussian() * spread);
      places[2 * row + 1] = (float) (random.nextGaussian() * spread);
      if (row % 7 == 0) {
        places[2 * row] = 2.5f;
        places[2 * row + 1] = -1;
      }
    }
    places[0] = 1e7f;
    places[3] = Float.NaN;
    return PlanarLayout.copyOf(places);
  }

  private static double square(PlanarLayout layout, int row, double x, double y) {
    double dx = layout.x(row) - x;
    double dy = layout.y(row) - y;
    return dx * dx + dy * dy;
  }

  private static OptionalInt bruteForce(PlanarLayout layout, double x, double y, double radius) {
    int best = -1;
    double least = radius * radius;
    for (int row = 0; row < layout.count(); row++) {
      double square = square(layout, row, x, y);
      if (square <= least) {
        best = row;
        least = square;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  @Test
  void theNearestIsWhatBruteForceFinds() {
    for (int count : new int[] {2, 200, 9_000}) {
      PlanarLayout layout = uneven(count);
      PointIndex index = PointIndex.of(layout, count, Cancellation.never());
      for (int i = 0; i < 500; i++) {
        double x = random.nextDouble() * 8 - 2;
        double y = random.nextDouble() * 6 - 3;
        double radius = Math.pow(10, random.nextDouble() * 4 - 3);
        assertEquals(bruteForce(layout, x, y, radius), index.nearest(x, y, radius), "seed " + SEED);
      }
      assertEquals(OptionalInt.of(0), index.nearest(1e7, 0, 20), "the outlier");
    }
  }

  @Test
  void aRectangleHoldsEachOfItsRowsOnce() {
    PlanarLayout layout = uneven(6_000);
    PointIndex index = PointIndex.of(layout, 6_000, Cancellation.never());
    for (PlaneBox box :
        List.of(new PlaneBox(-1, -1, 3, 1), new PlaneBox(2.5, -1, 2.5, -1), everywhere())) {
      List<Integer> found = new ArrayList<>();
      assertTrue(index.visit(box, found::add));
      found.sort(Comparator.naturalOrder());
      List<Integer> expected =
          IntStream.range(0, 6_000)
              .filter(row -> box.contains(layout.x(row), layout.y(row)))
              .boxed()
              .toList();
      assertEquals(expected, found, "seed " + SEED);
    }
    assertFalse(index.visit(everywhere(), row -> false), "the visitor ends it");
  }

  private static PlaneBox everywhere() {
    return PlaneBox.around(0, 0, 1e9);
  }

  @Test
  void theNearestOfARowAreSortedAndWithoutItself() {
    PlanarLayout layout = uneven(3_000);
    PointIndex index = PointIndex.of(layout, 3_000, Cancellation.never());
    for (int row : new int[] {0, 2, 7, 999, 2_999}) {
      List<Integer> expected =
          IntStream.range(0, 3_000)
              .filter(other -> other != row && other != 1)
              .boxed()
              .sorted(
                  Comparator.<Integer>comparingDouble(
                          other -> square(layout, other, layout.x(row), layout.y(row)))
                      .thenComparing(Comparator.naturalOrder()))
              .limit(10)
              .toList();
      assertEquals(expected, index.nearestTo(row, 10), "row " + row + ", seed " + SEED);
      assertEquals(expected, new PlaneScan(layout, 3_000).nearestTo(row, 10), "without an index");
    }
    assertEquals(List.of(), index.nearestTo(1, 10), "it has no place");
    assertEquals(List.of(), new PlaneScan(layout, 3_000).nearestTo(1, 10));
  }

  @Test
  void anArrowKeyStepsToTheNearestPointAhead() {
    PlanarLayout layout =
        PlanarLayout.copyOf(new float[] {100, 100, 120, 104, 300, 100, 100, 140, 100, 20});
    PointIndex index = PointIndex.of(layout, 5, Cancellation.never());
    PlaneBox from = PlaneBox.around(100, 100, 500);
    assertEquals(OptionalInt.of(1), index.nearestTowards(from, 1, 0, 0.5));
    assertEquals(OptionalInt.of(3), index.nearestTowards(from, 0, 1, 0.5));
    assertEquals(OptionalInt.of(4), index.nearestTowards(from, 0, -1, 0.5));
    assertEquals(OptionalInt.empty(), index.nearestTowards(from, -1, 0, 0.5));
    PlaneBox near = PlaneBox.around(100, 100, 10);
    assertEquals(OptionalInt.empty(), index.nearestTowards(near, 1, 0, 0.5));
    PlaneScan scan = new PlaneScan(layout, 5);
    assertEquals(OptionalInt.of(1), scan.nearestTowards(from, 1, 0, 0.5));
    assertEquals(OptionalInt.of(3), scan.nearestTowards(from, 0, 1, 0.5));
    assertEquals(OptionalInt.empty(), scan.nearestTowards(from, -1, 0, 0.5));
    assertEquals(OptionalInt.empty(), scan.nearestTowards(near, 1, 0, 0.5));
  }

  @Test
  void nothingIsFoundWhereNothingIs() {
    PointIndex index = PointIndex.of(PlanarLayout.copyOf(new float[0]), 0, Cancellation.never());
    assertEquals(OptionalInt.empty(), index.nearest(0, 0, 1e9));
    assertTrue(index.visit(everywhere(), row -> false));
    assertEquals(List.of(), index.nearestTo(0, 10), "asked for a row that came later");
  }

  /// Looking at all of a heap each time would take minutes here.
  @Test
  void aHeapIsNoSlowerThanOnePoint() {
    int count = 1_000_000;
    PointIndex index =
        PointIndex.of(PlanarLayout.copyOf(new float[2 * count]), count, Cancellation.never());
    for (int i = 0; i < 1_000_000; i++) {
      assertEquals(count - 1, index.nearest(0, 0, 1).orElseThrow());
    }
  }
}
