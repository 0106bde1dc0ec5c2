package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.picture.CategoryPalette.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MapGeometryTest {
  private static final long SEED = 42;

  @Test
  void zoomingKeepsWhatIsUnderThePointer() {
    Random random = new Random(SEED);
    Viewport view = new Viewport(3, -2, 17, 800, 600);
    for (int i = 0; i < 200; i++) {
      double x = random.nextDouble() * 800;
      double y = random.nextDouble() * 600;
      double planeX = view.planeX(x);
      double planeY = view.planeY(y);
      view = view.zoomedAt(x, y, 0.7 + random.nextDouble() * 0.7);
      assertEquals(x, view.screenX(planeX), 1e-6, "seed " + SEED);
      assertEquals(y, view.screenY(planeY), 1e-6, "seed " + SEED);
    }
  }

  @Test
  void fittingShowsEveryCorner() {
    Viewport.Bounds bounds = new Viewport.Bounds(-5, 100, 20, 101);
    for (double width : List.of(1.0, 300.0, 4000.0)) {
      Viewport view = Viewport.fitting(bounds, width, 500);
      assertTrue(view.screenX(-5) >= 0 && view.screenX(20) <= width);
      assertTrue(view.screenY(101) >= 0 && view.screenY(100) <= 500);
    }
  }

  @Test
  void flyingBeginsHereAndEndsThere() {
    Viewport here = new Viewport(0, 0, 2, 100, 100);
    Viewport there = new Viewport(8, 4, 32, 100, 100);
    assertEquals(here, here.towards(there, 0));
    assertEquals(32, here.towards(there, 1).scale(), 1e-9);
    assertEquals(8, here.towards(there, 0.5).scale(), 1e-9, "halfway in the logarithm");
  }

  @Test
  void theGridFindsWhatBruteForceFinds() {
    Random random = new Random(SEED);
    int count = 3_000;
    float[] xs = new float[count];
    float[] ys = new float[count];
    for (int i = 0; i < count; i++) {
      xs[i] = i % 50 == 0 ? Float.NaN : random.nextFloat() * 900 - 50;
      ys[i] = random.nextFloat() * 700 - 50;
    }
    PointGrid grid = new PointGrid(xs, ys, 800, 600);
    for (int i = 0; i < 2_000; i++) {
      double x = random.nextDouble() * 800;
      double y = random.nextDouble() * 600;
      assertEquals(bruteForce(xs, ys, x, y), grid.nearest(x, y, 12), "seed " + SEED);
    }
  }

  private static OptionalInt bruteForce(float[] xs, float[] ys, double x, double y) {
    int best = -1;
    double bestDistance = 144;
    for (int i = 0; i < xs.length; i++) {
      boolean onScreen = xs[i] >= 0 && xs[i] < 816 && ys[i] >= 0 && ys[i] < 600;
      double distance = (xs[i] - x) * (xs[i] - x) + (ys[i] - y) * (ys[i] - y);
      if (onScreen && distance < bestDistance) {
        best = i;
        bestDistance = distance;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  @Test
  void anArrowKeyStepsToTheNearestPointAhead() {
    float[] xs = {100, 120, 300, 100, 100};
    float[] ys = {100, 104, 100, 140, 20};
    PointGrid grid = new PointGrid(xs, ys, 400, 200);
    assertEquals(OptionalInt.of(1), grid.nearestTowards(100, 100, 1, 0));
    assertEquals(OptionalInt.of(3), grid.nearestTowards(100, 100, 0, 1));
    assertEquals(OptionalInt.of(4), grid.nearestTowards(100, 100, 0, -1));
    assertEquals(OptionalInt.empty(), grid.nearestTowards(100, 100, -1, 0));
  }

  @Test
  void aLabelNeverHidesAnotherOrAPoint() {
    Random random = new Random(SEED);
    LabelRooms rooms = new LabelRooms();
    List<LabelRooms.Room> taken = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      LabelRooms.Room room =
          new LabelRooms.Room(
              random.nextInt(600), random.nextInt(400), 20 + random.nextInt(120), 14);
      if (rooms.take(room)) {
        taken.forEach(other -> assertFalse(room.overlaps(other), "seed " + SEED));
        taken.add(room);
      }
    }
    assertTrue(taken.size() > 20);
    PointGrid grid = new PointGrid(new float[] {50, 200}, new float[] {50, 80}, 300, 200);
    LabelRooms.Room overSecond = new LabelRooms.Room(180, 70, 60, 20);
    assertTrue(grid.anyInside(overSecond, 0));
    assertFalse(grid.anyInside(overSecond, 1), "its own point does not count");
  }

  @Test
  void everyShapeHasAboutTheAreaOfADisc() {
    double radius = 5;
    Stamps stamps = new Stamps(radius);
    for (Shape shape : Shape.values()) {
      for (double fraction : List.of(0.0, 0.3, 0.9)) {
        double area = 0;
        for (byte coverage : stamps.stamp(shape, fraction, fraction)) {
          area += (coverage & 255) / 255.0;
        }
        assertEquals(Math.PI * radius * radius, area, 15, shape + " at " + fraction);
      }
    }
  }
}
