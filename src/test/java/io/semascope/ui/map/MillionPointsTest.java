package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.PlanarLayout;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.Gestures;
import io.semascope.ui.PulseProbe;
import io.semascope.ui.theme.CategoryColours;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// What gestures on a map of a million points cost the FX thread: nothing that grows with the points. Prints what it measures.
@SuppressWarnings("NullAway.Init")
final class MillionPointsTest implements MapView.Listener {
  private static final int MANY = 1_000_000;
  private static final int FEW = 2_000;
  private static final int TIMES = 16;

  private final BlockingQueue<List<String>> selected = new LinkedBlockingQueue<>();
  private MapView map;
  private MapScene scene;
  private Stage stage;

  @Override
  public void selected(List<String> ids, boolean add) {
    selected.add(ids);
  }

  @Override
  public void hovered(Optional<String> id) {}

  /// The thread's own processor time, so that a busy machine changes little; five times is left for labels and for noise, and a look at every point would
  /// cost hundreds of times as much.
  @Test
  void noGestureCostsTheFxThreadMoreForMorePoints() throws InterruptedException {
    Map<String, Double> few = gestures(FEW);
    Map<String, Double> many = gestures(MANY);
    List<Executable> checks = new ArrayList<>();
    many.forEach(
        (gesture, millis) -> {
          double least = few.getOrDefault(gesture, 0.0);
          System.out.printf(
              "%s: FX thread's own work, median %.2f ms with %,d points, %.2f ms with %,d%n",
              gesture, millis, MANY, least, FEW);
          checks.add(() -> assertTrue(millis <= 5 * least, gesture + ": " + millis + ", " + least));
        });
    assertAll(checks);
  }

  private Map<String, Double> gestures(int points) throws InterruptedException {
    scene = scene(points);
    FxToolkit.start();
    FxToolkit.run(
        () -> {
          map = new MapView(this);
          stage = new Stage();
          stage.setScene(new Scene(new StackPane(map), 980, 700));
          stage.setX(0);
          stage.setY(0);
          stage.show();
          map.show(scene);
        });
    PlanarLayout[] frames = {layout(points, 1), layout(points, 2)};
    MapScene other = scene.at(layout(points, 3), Map.of());
    try {
      Map<String, Double> costs = new LinkedHashMap<>();
      costs.put("warming up", cost(time -> map.look(map.viewport().moved(2, 0))));
      costs.put("pan", cost(time -> map.look(map.viewport().moved(time % 2 == 0 ? 9 : -9, 3))));
      costs.put(
          "zoom",
          cost(time -> map.look(map.viewport().zoomedAt(300, 200, time % 2 == 0 ? 1.2 : 0.8))));
      costs.put(
          "select",
          cost(
              time -> {
                map.select(List.of(time));
                map.connect(List.of(time + 1, time + 2), true);
              }));
      costs.put("fit", cost(time -> map.fit()));
      costs.put("show", cost(time -> map.show(time % 2 == 0 ? other : scene)));
      costs.put("frame", cost(time -> map.showFrame(scene.at(frames[time % 2], Map.of()))));
      int[] clicks = {0};
      costs.put(
          "point, click and step while points move",
          cost(
              time -> {
                map.showFrame(scene.at(frames[time % 2], Map.of()));
                clicks[0]++;
                map.hover(Optional.of(time));
                Point2D place = new Point2D(300 + time, 300);
                map.fireEvent(Gestures.mouse(MouseEvent.MOUSE_MOVED, place, false));
                Gestures.click(map, place.getX(), place.getY());
                Gestures.press(map, KeyCode.RIGHT);
              }));
      for (int click = 0; click < clicks[0]; click++) {
        assertTrue(selected.take().size() <= 1);
      }
      FxToolkit.run(() -> map.show(scene));
      MapSamples.awaitPoints(map);
      costs.remove("warming up");
      selectEverything(points);
      return costs;
    } finally {
      FxToolkit.run(stage::close);
    }
  }

  /// The median over some pulses with one gesture each.
  private double cost(IntConsumer gesture) {
    int[] time = {0};
    List<PulseProbe.Pulse> pulses =
        PulseProbe.untilShown(
            TIMES,
            () -> {
              gesture.accept(time[0]++);
              return time[0];
            });
    return PulseProbe.workPerPicture(pulses);
  }

  private void selectEverything(int points) throws InterruptedException {
    FxToolkit.run(() -> Gestures.select(map, new Point2D(-1e5, -1e5), new Point2D(1e5, 1e5)));
    assertEquals(points, selected.take().size());
  }

  private static MapScene scene(int points) {
    List<MapScene.Mark> marks =
        IntStream.range(0, points)
            .mapToObj(
                row -> new MapScene.Mark("p" + row, "point " + row, "group " + row % 7, false, ""))
            .toList();
    CategoryColours colours =
        CategoryColours.of(marks.stream().map(MapScene.Mark::category).toList());
    return new MapScene(
        MapGround.of(marks, colours), List.of(), layout(points, 3), Map.of(), "Read it so.");
  }

  private static PlanarLayout layout(int points, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] coordinates = new float[2 * points];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = (float) random.nextGaussian();
    }
    return PlanarLayout.copyOf(coordinates);
  }
}
