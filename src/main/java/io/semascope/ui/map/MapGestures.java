package io.semascope.ui.map;

import io.semascope.ui.theme.FittedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;

/// The pointer and the keys on the map. FX thread only.
final class MapGestures {
  private static final double HIT_RADIUS = 12;
  private static final double CLICK_SLACK = 4;
  private static final double ZOOM_PER_PIXEL = 1.0025;
  private static final double KEY_ZOOM = 1.3;
  private static final long FLIGHT_NANOS = 600_000_000;

  private final MapView map;
  private final PauseTransition hoverDelay = new PauseTransition(Duration.millis(150));
  private final Tooltip tooltip = new Tooltip();
  private final List<Point2D> corners = new ArrayList<>();
  private final PointSearches points = new PointSearches();
  private Tool tool = Tool.PAN;
  private Tool dragging = Tool.PAN;
  private double pressX;
  private double pressY;
  private double lastX;
  private double lastY;
  private boolean moved;
  private Optional<AnimationTimer> flight = Optional.empty();

  MapGestures(MapView map) {
    this.map = map;
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
  }

  /// What dragging does.
  private enum Tool {
    PAN,
    RECTANGLE,
    LASSO
  }

  void install() {
    map.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    map.setOnZoom(
        event -> {
          map.look(map.viewport().zoomedAt(event.getX(), event.getY(), event.getZoomFactor()));
          event.consume();
        });
    map.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    map.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    map.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    map.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    map.addEventHandler(MouseEvent.MOUSE_EXITED, event -> leave());
    map.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void scrolled(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      map.look(
          map.viewport()
              .zoomedAt(event.getX(), event.getY(), Math.pow(ZOOM_PER_PIXEL, event.getDeltaY())));
    }
    event.consume();
  }

  private void pressed(MouseEvent event) {
    map.requestFocus();
    pressX = lastX = event.getX();
    pressY = lastY = event.getY();
    moved = false;
    dragging = event.isShiftDown() ? Tool.RECTANGLE : tool;
    corners.clear();
    corners.add(new Point2D(pressX, pressY));
  }

  private void dragged(MouseEvent event) {
    if (!event.isPrimaryButtonDown()
        || (!moved && Math.hypot(event.getX() - pressX, event.getY() - pressY) < CLICK_SLACK)) {
      return;
    }
    moved = true;
    leave();
    switch (dragging) {
      case PAN -> map.look(map.viewport().moved(event.getX() - lastX, event.getY() - lastY));
      case RECTANGLE ->
          map.showRegion(
              List.of(
                  new Point2D(pressX, pressY),
                  new Point2D(event.getX(), pressY),
                  new Point2D(event.getX(), event.getY()),
                  new Point2D(pressX, event.getY())));
      case LASSO -> {
        corners.add(new Point2D(event.getX(), event.getY()));
        map.showRegion(corners);
      }
    }
    lastX = event.getX();
    lastY = event.getY();
  }

  private void released(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (moved) {
      if (dragging != Tool.PAN) {
        selectInside(map.frame().region());
      }
      map.showRegion(List.of());
      return;
    }
    boolean add = event.isShiftDown() || event.isShortcutDown();
    MapFrame seen = map.seen();
    points.choose(
        () ->
            at(
                seen,
                new Point2D(event.getX(), event.getY()),
                hit -> {
                  if (hit.isPresent()) {
                    map.listener().selected(List.of(seen.idOf(hit.getAsInt())), add);
                  } else if (!add) {
                    map.listener().selected(List.of(), false);
                  }
                }));
  }

  private static PointSearches.Search<OptionalInt> at(
      MapFrame seen, Point2D place, Consumer<OptionalInt> receiver) {
    return new PointSearches.Search<>(
        seen.isIndexed(), () -> seen.nearest(place.getX(), place.getY(), HIT_RADIUS), receiver);
  }

  /// Selects what is lit and inside an outline.
  void selectInside(List<Point2D> corners) {
    RegionSearch region =
        new RegionSearch(map.seen(), map.hiddenEntries().get(), Lasso.around(corners));
    points.choose(
        () ->
            new PointSearches.Search<>(
                false, region::ids, ids -> map.listener().selected(ids, false)));
  }

  /// Something else was selected since: gestures that still wait for their answer are no longer meant.
  void forgetChoices() {
    points.forgetChoices();
  }

  /// Another picture is shown: nothing that was asked of the one before is meant any more.
  void forget() {
    points.forgetChoices();
    points.forgetPointing();
  }

  private void moved(MouseEvent event) {
    hoverDelay.stop();
    hoverDelay.setOnFinished(
        finished ->
            hover(
                new Point2D(event.getX(), event.getY()),
                new Point2D(event.getScreenX(), event.getScreenY())));
    hoverDelay.playFromStart();
    if (map.frame().hovered().isPresent()) {
      points.point(
          at(
              map.seen(),
              new Point2D(event.getX(), event.getY()),
              hit -> {
                if (hit.isEmpty()) {
                  unhover();
                }
              }));
    }
  }

  private void hover(Point2D place, Point2D onScreen) {
    MapFrame seen = map.seen();
    points.point(
        at(
            seen,
            place,
            hit -> {
              if (hit.isPresent()) {
                hover(seen, hit.getAsInt(), onScreen);
              } else {
                unhover();
              }
            }));
  }

  private void hover(MapFrame seen, int row, Point2D onScreen) {
    MapScene.Mark mark = seen.scene().mark(row);
    map.listener().hovered(Optional.of(mark.id()));
    tooltip.setText(
        mark.label()
            + (mark.category().isEmpty() ? "" : "\n" + FittedName.told(mark.category()))
            + (seen.scene().isEstimated(row) ? "\nThis place is an estimate." : ""));
    if (map.getScene() != null && map.getScene().getWindow() != null) {
      tooltip.show(map, onScreen.getX() + 14, onScreen.getY() + 14);
    }
  }

  private void leave() {
    hoverDelay.stop();
    points.forgetPointing();
    unhover();
  }

  private void unhover() {
    tooltip.hide();
    map.listener().hovered(Optional.empty());
  }

  private void key(KeyEvent event) {
    boolean add = event.isShiftDown() || event.isShortcutDown();
    if (event.isAltDown() || (event.isShortcutDown() && event.getCode() != KeyCode.ENTER)) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> step(-1, 0);
      case RIGHT -> step(1, 0);
      case UP -> step(0, -1);
      case DOWN -> step(0, 1);
      case ENTER -> enter(add);
      case HOME -> {
        map.fit();
        map.draw();
      }
      case ESCAPE -> {
        forgetChoices();
        map.listener().selected(List.of(), false);
      }
      case PLUS, ADD, EQUALS -> zoom(KEY_ZOOM);
      case MINUS, SUBTRACT -> zoom(1 / KEY_ZOOM);
      case S -> tool = Tool.LASSO;
      case G -> tool = Tool.PAN;
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void zoom(double factor) {
    Viewport view = map.viewport();
    map.look(view.zoomedAt(view.width() / 2, view.height() / 2, factor));
  }

  /// Hovers the nearest point in a direction, from the hovered or else the selected point, which a step before may have hovered.
  private void step(double directionX, double directionY) {
    points.forgetPointing();
    points.choose(
        () -> {
          MapFrame now = map.seen();
          Optional<Integer> from =
              now.hovered()
                  .or(
                      () ->
                          now.selected().isEmpty()
                              ? Optional.empty()
                              : Optional.of(now.selected().getLast()));
          Point2D middle = new Point2D(map.getWidth() / 2, map.getHeight() / 2);
          double anywhere = map.getWidth() + map.getHeight();
          return new PointSearches.Search<>(
              now.isIndexed(),
              () ->
                  from.isPresent()
                      ? now.nearestTowards(from.get(), directionX, directionY)
                      : now.nearest(middle.getX(), middle.getY(), anywhere),
              next -> next.ifPresent(row -> map.listener().hovered(Optional.of(now.idOf(row)))));
        });
  }

  /// Selects the hovered point, which a step before may have hovered.
  private void enter(boolean add) {
    points.choose(
        () -> {
          MapFrame now = map.frame();
          return new PointSearches.Search<>(
              true,
              now::hovered,
              hovered ->
                  hovered.ifPresent(row -> map.listener().selected(List.of(now.idOf(row)), add)));
        });
  }

  /// Ends a flight where it is.
  void land() {
    flight.ifPresent(AnimationTimer::stop);
    flight = Optional.empty();
  }

  /// Moves the view there in about 600 ms; at once when the system asks for less motion.
  void fly(Viewport target) {
    land();
    if (Platform.getPreferences().isReducedMotion()) {
      map.look(target);
      return;
    }
    Viewport start = map.viewport();
    AnimationTimer timer =
        new AnimationTimer() {
          private long began;

          @Override
          public void handle(long now) {
            began = began == 0 ? now : began;
            double part = Math.min(1, (double) (now - began) / FLIGHT_NANOS);
            map.look(start.towards(target, part * part * (3 - 2 * part)));
            if (part >= 1) {
              stop();
            }
          }
        };
    flight = Optional.of(timer);
    timer.start();
  }
}
