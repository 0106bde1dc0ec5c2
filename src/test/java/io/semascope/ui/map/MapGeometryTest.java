package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.PlaneExtent;
import io.semascope.ui.map.label.LabelRooms;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.geometry.Point2D;
import javafx.scene.shape.Polygon;
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
    PlaneExtent bounds = new PlaneExtent(-5, 100, 20, 101);
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
  void aLabelNeverHidesAnother() {
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
  }

  @Test
  void aLassoContainsWhatTheToolkitsPolygonContains() {
    Random random = new Random(SEED);
    for (int corners : List.of(3, 4, 40)) {
      List<Point2D> outline = new ArrayList<>();
      Polygon polygon = new Polygon();
      for (int i = 0; i < corners; i++) {
        Point2D corner = new Point2D(random.nextDouble() * 300, random.nextDouble() * 200 - 50);
        outline.add(corner);
        polygon.getPoints().addAll(corner.getX(), corner.getY());
      }
      Lasso lasso = Lasso.around(outline);
      for (int i = 0; i < 2_000; i++) {
        double x = random.nextDouble() * 320 - 10;
        double y = random.nextDouble() * 220 - 60;
        assertEquals(polygon.contains(x, y), lasso.contains(x, y), "seed " + SEED);
        assertTrue(
            !lasso.contains(x, y) || lasso.bounds().overlaps(new LabelRooms.Room(x, y, 1, 1)));
      }
    }
    assertFalse(Lasso.around(List.of(new Point2D(0, 0), new Point2D(9, 9))).contains(4, 4));
  }
}
