package io.semascope.ui.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws what stands above the points: lines to neighbours and parents, rings, typed texts, labels. FX thread only.
///
/// What is wished for between two pulses is drawn once, while the next one lays the window out. Unmanaged, so that a wish moves nothing else.
final class MapOverlay extends Region {
  private static final double FONT_SIZE = 11.5;

  /// How much of what lies below a strong label its ground covers: lines and points shine through, but no letter is lost in them.
  private static final double LABEL_GROUND = 0.82;

  /// From the centre of a point to its rim, in pixels: the ground of a label should not clip it.
  private static final double POINT = 4;

  private static final int LONGEST_LABEL = 34;
  private static final int MOST_LABELS = 60;
  private static final int MOST_LINKS = 400;
  private static final int MOST_RINGS = 200;
  private static final int REMEMBERED_WIDTHS = 5_000;

  private final Runnable painting;
  private final List<Runnable> whenPainted = new ArrayList<>();
  private final Canvas canvas = new Canvas();
  private final Font font = Font.font(FONT_SIZE);
  private final Text measure = new Text();
  private final Map<String, Double> widths = new HashMap<>();
  private Color ground = Color.TRANSPARENT;
  private boolean dark;
  private boolean due;
  private int drawings;

  /// @param painting draws the newest frame, by `draw`
  MapOverlay(Runnable painting) {
    this.painting = painting;
    measure.setFont(font);
    setManaged(false);
    setMouseTransparent(true);
    getChildren().add(canvas);
  }

  /// Wishes for a drawing by the next pulse.
  void wish() {
    due = true;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (due) {
      painting.run();
    }
    List<Runnable> actions = List.copyOf(whenPainted);
    whenPainted.clear();
    actions.forEach(Runnable::run);
  }

  /// Runs `action` when what was wished for is drawn: at once, or with the next pulse of the window. Outside of a window there is none to wait for.
  void whenPainted(Runnable action) {
    if (due && isInWindow()) {
      whenPainted.add(action);
    } else {
      action.run();
    }
  }

  private boolean isInWindow() {
    return getScene() != null
        && getScene().getWindow() != null
        && getScene().getWindow().isShowing();
  }

  /// How often it was drawn.
  int drawings() {
    return drawings;
  }

  /// Covers a map of this size.
  void cover(double width, double height) {
    resizeRelocate(0, 0, width, height);
    canvas.setWidth(width);
    canvas.setHeight(height);
  }

  void useDark(boolean wanted) {
    dark = wanted;
  }

  /// Takes the colour the map stands on, which parts what lies above each other.
  ///
  /// @param argb opaque, or 0 while it is not known
  void useGround(int argb) {
    ground = Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, argb == 0 ? 0 : 1);
  }

  /// @param taken where no label may stand
  void draw(MapFrame frame, List<LabelRooms.Room> taken) {
    due = false;
    drawings++;
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    drawParentLinks(g, frame);
    drawNeighbourLines(g, frame);
    drawTyped(g, frame);
    ringed(frame).forEach(row -> ring(g, frame, row, 8, 2.2, ink()));
    frame.hovered().ifPresent(row -> ring(g, frame, row, 10, 1.4, ink()));
    drawRegion(g, frame);
    drawLabels(g, frame, taken);
  }

  /// Many selected points are marked by the points themselves, which are drawn with an outline.
  private static List<Integer> ringed(MapFrame frame) {
    List<Integer> selected = frame.selected();
    return marksEach(selected.size()) ? selected : List.of(selected.getLast());
  }

  private Color ink() {
    int rgb = dark ? MapLook.INK_ON_DARK : MapLook.INK;
    return Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
  }

  /// Whether every link is drawn, not only those of the selected texts.
  static boolean drawsAllLinks(MapScene scene) {
    return scene.ground().linkCount() <= MOST_LINKS;
  }

  /// Whether all of so many selected texts are ringed and get their links, not only the one selected last.
  static boolean marksEach(int selected) {
    return selected <= MOST_RINGS;
  }

  /// All links when few, else those of the ringed texts.
  private void drawParentLinks(GraphicsContext g, MapFrame frame) {
    MapGround ground = frame.scene().ground();
    MapGround.LinkVisitor draw = (child, parent) -> line(g, frame, child, parent);
    g.setStroke(ink().deriveColor(0, 1, 1, 0.25));
    g.setLineWidth(0.8);
    g.setLineDashes();
    if (drawsAllLinks(frame.scene())) {
      ground.visitLinks(draw);
    } else if (!frame.selected().isEmpty()) {
      ringed(frame).forEach(row -> ground.visitLinksOf(row, draw));
    }
  }

  private void drawNeighbourLines(GraphicsContext g, MapFrame frame) {
    if (frame.selected().isEmpty()) {
      return;
    }
    int from = frame.selected().getLast();
    g.setStroke(ink().deriveColor(0, 1, 1, 0.55));
    g.setLineWidth(1.2);
    g.setLineCap(StrokeLineCap.BUTT);
    g.setLineDashes();
    frame.trueNeighbours().forEach(row -> line(g, frame, from, row));
    g.setStroke(ink().deriveColor(0, 1, 1, 0.35));
    g.setLineDashes(3, 4);
    frame.mapOnlyNeighbours().forEach(row -> line(g, frame, from, row));
    g.setLineDashes();
  }

  private static void line(GraphicsContext g, MapFrame frame, int from, int to) {
    if (frame.isPlaced(from) && frame.isPlaced(to)) {
      g.strokeLine(frame.x(from), frame.y(from), frame.x(to), frame.y(to));
    }
  }

  /// An exact place is a filled star, an estimated one a dashed ring.
  private void drawTyped(GraphicsContext g, MapFrame frame) {
    MapScene scene = frame.scene();
    Color accent = dark ? Color.web("#FF7B9C") : Color.web("#C2185B");
    for (int row = scene.layoutCount(); row < scene.count(); row++) {
      if (!frame.isPlaced(row)) {
        continue;
      }
      double x = frame.x(row);
      double y = frame.y(row);
      if (scene.isEstimated(row)) {
        g.setStroke(ground);
        g.setLineWidth(4);
        g.setLineDashes();
        g.strokeOval(x - 6, y - 6, 12, 12);
        g.setStroke(accent);
        g.setLineWidth(2);
        g.setLineDashes(4, 3);
        g.strokeOval(x - 6, y - 6, 12, 12);
        g.setLineDashes();
      } else {
        star(g, x, y, accent);
      }
    }
  }

  private void star(GraphicsContext g, double x, double y, Color fill) {
    double[] xs = new double[10];
    double[] ys = new double[10];
    for (int i = 0; i < 10; i++) {
      double radius = i % 2 == 0 ? 9 : 4;
      xs[i] = x + radius * Math.sin(i * Math.PI / 5);
      ys[i] = y - radius * Math.cos(i * Math.PI / 5);
    }
    g.setLineDashes();
    g.setStroke(ground);
    g.setLineWidth(2.5);
    g.strokePolygon(xs, ys, 10);
    g.setFill(fill);
    g.fillPolygon(xs, ys, 10);
  }

  private void ring(
      GraphicsContext g, MapFrame frame, int row, double radius, double width, Color colour) {
    if (frame.isPlaced(row)) {
      double x = frame.x(row);
      double y = frame.y(row);
      g.setLineDashes();
      g.setStroke(ground);
      g.setLineWidth(width + 2);
      g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
      g.setStroke(colour);
      g.setLineWidth(width);
      g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
  }

  private void drawRegion(GraphicsContext g, MapFrame frame) {
    List<Point2D> region = frame.region();
    if (region.size() < 2) {
      return;
    }
    double[] xs = region.stream().mapToDouble(Point2D::getX).toArray();
    double[] ys = region.stream().mapToDouble(Point2D::getY).toArray();
    g.setFill(ink().deriveColor(0, 1, 1, 0.08));
    g.fillPolygon(xs, ys, xs.length);
    g.setStroke(ink());
    g.setLineWidth(1);
    g.setLineDashes(4, 3);
    g.strokePolygon(xs, ys, xs.length);
    g.setLineDashes();
  }

  /// The selected and hovered first, then typed texts, neighbours, and as many others as have room; these would flicker while points move, and writing them thirty
  /// times a second would hold up what moves the points.
  private void drawLabels(GraphicsContext g, MapFrame frame, List<LabelRooms.Room> taken) {
    MapScene scene = frame.scene();
    Set<Integer> order = new LinkedHashSet<>();
    frame.hovered().ifPresent(order::add);
    frame.selected().reversed().stream().limit(MOST_LABELS).forEach(order::add);
    for (int row = scene.layoutCount(); row < scene.count(); row++) {
      order.add(row);
    }
    order.addAll(frame.trueNeighbours());
    int important = order.size();
    // A fixed stride spreads the rest over the whole corpus instead of favouring its beginning.
    int stride = Math.max(1, scene.layoutCount() / 211) * 37 + 1;
    for (int i = 0; i < Math.min(scene.layoutCount(), 600) && !frame.isMoving(); i++) {
      order.add((int) ((long) i * stride % scene.layoutCount()));
    }
    LabelRooms rooms = new LabelRooms();
    taken.forEach(rooms::take);
    g.setFont(font);
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.CENTER);
    int drawn = 0;
    int index = 0;
    for (int row : order) {
      boolean strong = index++ < important;
      if (drawn < MOST_LABELS && frame.isPlaced(row) && (strong || frame.isLit(row))) {
        drawn += label(g, frame, row, strong, rooms) ? 1 : 0;
      }
    }
  }

  private boolean label(
      GraphicsContext g, MapFrame frame, int row, boolean strong, LabelRooms rooms) {
    String text = shortened(frame.scene().mark(row).label());
    if (row >= frame.scene().layoutCount() && frame.scene().isEstimated(row)) {
      text = text + " (estimated place)";
    }
    double width = widthOf(text);
    double height = FONT_SIZE + 4;
    double gap = strong ? 12 : 7;
    List<LabelRooms.Room> near = rooms(frame.x(row), frame.y(row), width, height, gap);
    Optional<LabelRooms.Room> found =
        near.stream()
            .filter(room -> !frame.coversPoint(strong ? room.grown(POINT) : room, row))
            .filter(room -> take(room, rooms))
            .findFirst();
    boolean free = found.isPresent();
    if (!free && strong) {
      found = near.stream().filter(room -> take(room, rooms)).findFirst();
    }
    if (found.isEmpty()) {
      return false;
    }
    LabelRooms.Room room = found.get();
    double x = room.x() + 2;
    double y = room.y() + height / 2;
    layGround(g, text, room, strong && (free || isAskedFor(frame, row)));
    g.setFill(strong ? ink() : ink().deriveColor(0, 1, 1, 0.72));
    g.fillText(text, x, y);
    return true;
  }

  private boolean take(LabelRooms.Room room, LabelRooms rooms) {
    return room.isInside(canvas.getWidth(), canvas.getHeight()) && rooms.take(room);
  }

  /// Whether a person points at it or inspects it: all lines lead from there, and its name must be read.
  private static boolean isAskedFor(MapFrame frame, int row) {
    return frame.hovered().equals(Optional.of(row))
        || (!frame.selected().isEmpty() && frame.selected().getLast() == row);
  }

  /// Lines are below the strong labels, which get a ground. The others stand where no line is, and a rim is enough; it must be where a neighbour's name has no room
  /// without a point, so that points can be seen between the letters.
  private void layGround(GraphicsContext g, String text, LabelRooms.Room room, boolean whole) {
    if (whole) {
      g.setFill(ground.deriveColor(0, 1, 1, LABEL_GROUND));
      g.fillRoundRect(room.x(), room.y() + 0.5, room.width(), room.height() - 1, 6, 6);
    } else {
      g.setStroke(ground.deriveColor(0, 1, 1, 0.9));
      g.setLineWidth(3.2);
      g.setLineDashes();
      g.strokeText(text, room.x() + 2, room.y() + room.height() / 2);
    }
  }

  /// Right, left, above, below, and the four corners.
  private static List<LabelRooms.Room> rooms(
      double x, double y, double width, double height, double gap) {
    return List.of(
        new LabelRooms.Room(x + gap - 2, y - height / 2, width + 4, height),
        new LabelRooms.Room(x - gap - width - 2, y - height / 2, width + 4, height),
        new LabelRooms.Room(x - width / 2 - 2, y - gap - height, width + 4, height),
        new LabelRooms.Room(x - width / 2 - 2, y + gap, width + 4, height),
        new LabelRooms.Room(x + gap / 2, y - gap - height / 2, width + 4, height),
        new LabelRooms.Room(x + gap / 2, y + gap - height / 2, width + 4, height),
        new LabelRooms.Room(x - gap / 2 - width - 4, y - gap - height / 2, width + 4, height),
        new LabelRooms.Room(x - gap / 2 - width - 4, y + gap - height / 2, width + 4, height));
  }

  private double widthOf(String text) {
    if (widths.size() > REMEMBERED_WIDTHS) {
      widths.clear();
    }
    return widths.computeIfAbsent(
        text,
        label -> {
          measure.setText(label);
          return measure.getLayoutBounds().getWidth();
        });
  }

  private static String shortened(String label) {
    if (label.length() <= LONGEST_LABEL) {
      return label;
    }
    int end = LONGEST_LABEL - 1;
    if (Character.isHighSurrogate(label.charAt(end - 1))) {
      end--;
    }
    return label.substring(0, end).stripTrailing() + "…";
  }
}
