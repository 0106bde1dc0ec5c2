package io.semascope.ui.map;

import io.semascope.ui.map.label.LabelPlacing;
import io.semascope.ui.map.label.LabelRooms;
import io.semascope.ui.map.label.LabelText;
import io.semascope.ui.map.label.MarkedCrowd;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws what stands above the points: lines to neighbours and parents, rings, typed texts, labels. FX thread only.
///
/// What is wished for between two pulses is drawn once, while the next one lays the window out. Unmanaged, so that a wish moves nothing else.
final class MapOverlay extends Region {
  private static final double FONT_SIZE = 11.5;

  private static final int MOST_LABELS = 60;
  private static final int MOST_LINKS = 400;
  private static final int MOST_RINGS = 200;

  private final Runnable painting;
  private final List<Runnable> whenPainted = new ArrayList<>();
  private final Canvas canvas = new Canvas();
  private final Font font = Font.font(FONT_SIZE);
  private final LabelText text = new LabelText(font);
  private Color ground = Color.TRANSPARENT;
  private boolean dark;
  private boolean due;
  private int drawings;

  /// @param painting draws the newest frame, by `draw`
  MapOverlay(Runnable painting) {
    this.painting = painting;
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
    List<LabelRooms.Line> lines = lines(frame, frame.trueNeighbours());
    g.setLineCap(StrokeLineCap.BUTT);
    g.setLineDashes();
    // A rim of the ground parts the lines from the points below, of which there may be many.
    stroke(g, lines, ground.deriveColor(0, 1, 1, 0.7), 3.4);
    stroke(g, lines, ink().deriveColor(0, 1, 1, 0.8), 1.6);
    g.setLineDashes(3, 4);
    stroke(g, lines(frame, frame.mapOnlyNeighbours()), ink().deriveColor(0, 1, 1, 0.45), 1.2);
    g.setLineDashes();
  }

  private static void stroke(
      GraphicsContext g, List<LabelRooms.Line> lines, Color colour, double width) {
    g.setStroke(colour);
    g.setLineWidth(width);
    lines.forEach(line -> g.strokeLine(line.fromX(), line.fromY(), line.toX(), line.toY()));
  }

  /// From the point selected last to those of its neighbours that have a place.
  private static List<LabelRooms.Line> lines(MapFrame frame, List<Integer> neighbours) {
    int from = frame.selected().getLast();
    return neighbours.stream()
        .filter(row -> frame.isPlaced(from) && frame.isPlaced(row))
        .map(row -> new LabelRooms.Line(frame.x(from), frame.y(from), frame.x(row), frame.y(row)))
        .toList();
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
  /// times a second would hold up what moves the points. While no index tells where points are, they would stand on some.
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
    boolean others = frame.isIndexed() && !frame.isMoving();
    for (int i = 0; i < Math.min(scene.layoutCount(), 600) && others; i++) {
      order.add((int) ((long) i * stride % scene.layoutCount()));
    }
    LabelPlacing placing = placing(frame, taken);
    g.setFont(font);
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.CENTER);
    int drawn = 0;
    int index = 0;
    for (int row : order) {
      boolean strong = index++ < important;
      if (drawn < MOST_LABELS && frame.isPlaced(row) && (strong || frame.isLit(row))) {
        Optional<LabelPlacing.Spot> spot = spot(frame, row, strong, placing);
        spot.ifPresent(found -> write(g, found, strong));
        drawn += spot.isPresent() ? 1 : 0;
      }
    }
  }

  private LabelPlacing placing(MapFrame frame, List<LabelRooms.Room> taken) {
    LabelRooms rooms = new LabelRooms();
    taken.forEach(rooms::take);
    List<LabelPlacing.Mark> ends = new ArrayList<>();
    if (!frame.selected().isEmpty()) {
      ends.add(mark(frame, frame.selected().getLast()));
      lines(frame, frame.trueNeighbours()).forEach(rooms::take);
      frame.trueNeighbours().forEach(row -> ends.add(mark(frame, row)));
    }
    LabelRooms.Room map = new LabelRooms.Room(0, 0, canvas.getWidth(), canvas.getHeight());
    return new LabelPlacing(map, rooms, new MarkedCrowd(frame::points, typed(frame)), ends);
  }

  private static List<LabelPlacing.Mark> typed(MapFrame frame) {
    MapScene scene = frame.scene();
    return IntStream.range(scene.layoutCount(), scene.count())
        .filter(frame::isPlaced)
        .mapToObj(row -> mark(frame, row))
        .toList();
  }

  private static LabelPlacing.Mark mark(MapFrame frame, int row) {
    return new LabelPlacing.Mark(row, frame.x(row), frame.y(row));
  }

  private Optional<LabelPlacing.Spot> spot(
      MapFrame frame, int row, boolean strong, LabelPlacing placing) {
    MapScene scene = frame.scene();
    String name = scene.mark(row).label();
    double height = FONT_SIZE + 4;
    return strong
        ? placing.cheapest(
            mark(frame, row),
            text.lengths(name, scene.isEstimated(row) ? " (estimated place)" : ""),
            height,
            reach(frame, row))
        : placing.beside(mark(frame, row), text.usual(name), height);
  }

  private static LabelPlacing.Reach reach(MapFrame frame, int row) {
    if (frame.isMoving()) {
      return LabelPlacing.Reach.NEAR;
    }
    return isAskedFor(frame, row) ? LabelPlacing.Reach.CLOSE : LabelPlacing.Reach.FAR;
  }

  /// Whether a person points at it or inspects it: all lines lead from there.
  private static boolean isAskedFor(MapFrame frame, int row) {
    return frame.hovered().equals(Optional.of(row))
        || (!frame.selected().isEmpty() && frame.selected().getLast() == row);
  }

  /// Names that must be read stand on a plain ground, so that no letter is lost in what lies below and no point looks like one; a thin line leads from those that
  /// stand away from their point. The others stand where nothing is, and a rim is enough.
  private void write(GraphicsContext g, LabelPlacing.Spot spot, boolean strong) {
    LabelRooms.Room room = spot.room();
    g.setLineDashes();
    if (strong) {
      g.setStroke(ink().deriveColor(0, 1, 1, 0.45));
      g.setLineWidth(0.8);
      spot.leader().ifPresent(l -> g.strokeLine(l.fromX(), l.fromY(), l.toX(), l.toY()));
      g.setFill(ground);
      g.fillRoundRect(room.x(), room.y(), room.width(), room.height(), 6, 6);
      g.setStroke(ink().deriveColor(0, 1, 1, 0.3));
      g.strokeRoundRect(room.x(), room.y(), room.width(), room.height(), 6, 6);
    } else {
      g.setStroke(ground.deriveColor(0, 1, 1, 0.9));
      g.setLineWidth(3.2);
      g.strokeText(spot.text(), room.x() + 2, room.y() + room.height() / 2);
    }
    g.setFill(strong ? ink() : ink().deriveColor(0, 1, 1, 0.72));
    g.fillText(spot.text(), room.x() + 2, room.y() + room.height() / 2);
  }
}
