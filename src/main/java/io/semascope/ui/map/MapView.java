package io.semascope.ui.map;

import atlantafx.base.theme.Styles;
import io.semascope.raster.Background;
import io.semascope.raster.DrawingMode;
import io.semascope.raster.Emphasis;
import io.semascope.raster.PlotLook;
import io.semascope.raster.RowSet;
import io.semascope.ui.map.label.LabelRooms;
import io.semascope.ui.theme.NumberFormats;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;

/// The map: draws a scene, zooms, pans and answers to the pointer and the keys. FX thread only.
///
/// Points are drawn into pixels off this thread, everything else on a canvas above them. Nothing that grows with the number of points is computed here when
/// the view moves.
public final class MapView extends Region {
  private static final double GAP = 8;

  private final Listener listener;
  private final PointLayer points;
  private final MapOverlay overlay = new MapOverlay(this::paint);
  private final LegendView legend = new LegendView(this::draw);
  private final ToggleButton legendToggle = new ToggleButton("Legend");
  private final Label selectionCount = new Label();
  private final ReadingCard reading = new ReadingCard();
  private final DrawingChoice drawing = new DrawingChoice(mode -> draw());
  private final Label empty =
      new Label("Drop a file of texts here, or choose File › Import files…");
  private final MapGestures gestures;
  private Optional<MapLook> look = Optional.empty();
  private PlotLook styles = new PlotLook(List.of(), Background.white());
  private Optional<PointLayer.Drawn> picture = Optional.empty();
  private MapScene scene = MapScene.empty();
  private Viewport viewport = new Viewport(0, 0, 1, 1, 1);
  private boolean followsExtent = true;
  private List<Integer> selected = List.of();
  private RowSet selectedPoints = RowSet.none();
  private Optional<Integer> hovered = Optional.empty();
  private List<Integer> neighbours = List.of();
  private boolean amongAll = true;
  private List<Integer> mapOnly = List.of();
  private List<Point2D> region = List.of();
  private MapFrame frame;
  private boolean dark;
  private boolean moving;

  public MapView(Listener listener) {
    this.listener = listener;
    points = PointLayer.drawing(this::drawn);
    frame = newFrame();
    setId("map");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    setMinSize(0, 0);
    empty.setId("map-empty");
    empty.setWrapText(true);
    legendToggle.setId("legend-toggle");
    legendToggle.getStyleClass().add(Styles.SMALL);
    legendToggle.setOnAction(event -> requestLayout());
    selectionCount.setId("selection-count");
    selectionCount.getStyleClass().addAll("legend", Styles.TEXT_SMALL);
    selectionCount.setPadding(new Insets(2, 8, 2, 8));
    selectionCount.setMouseTransparent(true);
    selectionCount.setVisible(false);
    getChildren()
        .addAll(
            points.view(), overlay, empty, legend, legendToggle, selectionCount, reading, drawing);
    // A picture that is stretched until the next one is there would hang over.
    Rectangle inside = new Rectangle();
    inside.widthProperty().bind(widthProperty());
    inside.heightProperty().bind(heightProperty());
    setClip(inside);
    gestures = new MapGestures(this);
    gestures.install();
    backgroundProperty().addListener(observed -> draw());
  }

  /// Shows another scene. The view goes on where it was while the picture and its marks stay the same, else it shows everything.
  public void show(MapScene next) {
    boolean samePicture = next.isSamePicture(scene);
    boolean shrinks = next.count() < scene.count();
    moving = false;
    scene = next;
    if (!samePicture) {
      gestures.forget();
    }
    legend.show(scene);
    legend.explainLines(false, true);
    chooseLegend();
    reading.show(scene.reading());
    drawing.setVisible(scene.layoutCount() > 0);
    empty.setVisible(scene.layoutCount() == 0);
    if (shrinks) {
      List<Integer> left = selected.stream().filter(row -> row < scene.count()).toList();
      mark(MapSelection.of(left, scene.layoutCount()));
    }
    hovered = hovered.filter(row -> row < scene.count());
    neighbours = List.of();
    mapOnly = List.of();
    setAccessibleText(scene.inWords());
    if (!samePicture || followsExtent) {
      fit();
    }
    draw();
  }

  /// Shows the marks at the positions of a running layout; the view follows their extent until the person moves it during that run.
  public void showFrame(MapScene next) {
    boolean samePicture = next.isSamePicture(scene);
    scene = next;
    moving = true;
    if (!samePicture) {
      gestures.forget();
    }
    if (!samePicture || followsExtent) {
      fit();
    }
    askForPoints();
  }

  /// Says how to read what is shown now, where that is not what the scene says.
  public void explain(String words) {
    reading.show(words);
  }

  /// No frame comes for a while: the run is paused.
  public void rest() {
    if (moving) {
      moving = false;
      draw();
    }
  }

  /// Marks the selected rows, the last of them the one that is inspected. Lines that led from another one go.
  public void select(List<Integer> rows) {
    select(MapSelection.of(rows, scene.layoutCount()));
  }

  /// The same for rows that were looked up elsewhere.
  public void select(MapSelection next) {
    List<Integer> rows = next.rows();
    boolean sameInspected =
        !rows.isEmpty() && !selected.isEmpty() && rows.getLast().equals(selected.getLast());
    mark(next);
    connect(sameInspected ? neighbours : List.of(), amongAll);
  }

  /// What is selected was changed: gestures from before that still wait for their answer select nothing any more, unless one of them changed it.
  public void selectionChanged() {
    gestures.forgetChoices();
  }

  private void mark(MapSelection next) {
    selected = next.rows();
    selectedPoints = next.points();
    selectionCount.setText(NumberFormats.count(selected.size()) + " selected");
    selectionCount.setVisible(selected.size() > 1);
    legend.countSelected(selected.size());
    requestLayout();
  }

  public void hover(Optional<Integer> row) {
    if (!hovered.equals(row)) {
      hovered = row;
      draw();
    }
  }

  /// Draws lines from the inspected row: solid to neighbours in the space, dashed to those that only the map makes neighbours. No dashed ones when the neighbours
  /// were not searched among all texts: nobody knows then what is near on the map only.
  public void connect(List<Integer> trueNeighbours, boolean amongAll) {
    this.amongAll = amongAll;
    neighbours = List.copyOf(trueNeighbours);
    mapOnly = picture.flatMap(this::mapOnlyIn).orElse(List.of());
    legend.explainLines(!neighbours.isEmpty(), amongAll);
    requestLayout();
    draw();
  }

  /// The question for the points nearest to the inspected one, as many as it has neighbours among all texts. Labels that give way to points come when these rest.
  private PointLayer.Question question() {
    int none = scene.layoutCount();
    int row = selected.isEmpty() ? none : Math.min(none, selected.getLast());
    return new PointLayer.Question(!moving, row, amongAll && row < none ? neighbours.size() : 0);
  }

  public void useDark(boolean wanted) {
    dark = wanted;
    overlay.useDark(wanted);
    legend.useDark(wanted);
    draw();
  }

  /// Where a unit is drawn now, in this view's coordinates; empty when it has no place on this map.
  public Optional<Point2D> placeOf(String unitId) {
    return scene.rowOf(unitId).stream()
        .filter(frame::isPlaced)
        .mapToObj(row -> new Point2D(frame.x(row), frame.y(row)))
        .findFirst();
  }

  /// Flies to a row that is out of sight, in one step when the person asked for less motion.
  public void bringIntoView(int row) {
    boolean inSight = contains(frame.x(row), frame.y(row));
    if (!inSight && Double.isFinite(scene.x(row))) {
      followsExtent = false;
      gestures.fly(viewport.centredOn(scene.x(row), scene.y(row)));
    }
  }

  void fit() {
    followsExtent = true;
    gestures.land();
    double reserved = legend.fits(getWidth()) ? legend.prefWidth(-1) + GAP : 0;
    double below = reading.prefHeight(-1);
    viewport =
        Viewport.fitting(scene.extent(), getWidth() - reserved, getHeight() - below)
            .resized(getWidth(), getHeight())
            .moved(-reserved / 2, -below / 2);
  }

  private void chooseLegend() {
    boolean hasLegend = scene.layoutCount() > 0 && legend.saysSomething();
    legendToggle.setVisible(hasLegend && !legend.fits(getWidth()));
    legend.setVisible(hasLegend && (legend.fits(getWidth()) || legendToggle.isSelected()));
  }

  /// The entries of the legend whose points are dimmed.
  public ReadOnlyObjectProperty<Set<Integer>> hiddenEntries() {
    return legend.hidden();
  }

  Viewport viewport() {
    return viewport;
  }

  /// The person moved the view, so it no longer follows a running layout.
  void look(Viewport next) {
    followsExtent = false;
    viewport = next;
    // At once: the pixels are on their way while the toolkit comes to its next pulse.
    askForPoints();
    overlay.wish();
  }

  MapFrame frame() {
    return frame;
  }

  Listener listener() {
    return listener;
  }

  void showRegion(List<Point2D> corners) {
    region = List.copyOf(corners);
    draw();
  }

  /// What the person sees: the points where the picture on the screen has them, which those of a running layout have left when the next frame is asked for.
  MapFrame seen() {
    return picture.map(frame::on).orElse(frame);
  }

  private MapFrame newFrame() {
    IntPredicate lit = row -> legend.isShown(scene.entry(row));
    return new MapFrame(
        scene,
        viewport,
        new MapFrame.Attention(selected, hovered, neighbours, mapOnly, lit, region, moving),
        picture.flatMap(PointLayer.Drawn::index));
  }

  @Override
  protected void layoutChildren() {
    chooseLegend();
    double width = getWidth();
    double height = getHeight();
    overlay.cover(width, height);
    if (viewport.width() != width || viewport.height() != height) {
      viewport = viewport.resized(width, height);
      if (followsExtent) {
        fit();
      }
    }
    layoutInArea(
        empty, 0, 0, width, height, 0, javafx.geometry.HPos.CENTER, javafx.geometry.VPos.CENTER);
    placeFurniture(width, height);
    paint();
  }

  private void placeFurniture(double width, double height) {
    legendToggle.autosize();
    legendToggle.relocate(Math.max(GAP, width - legendToggle.getWidth() - GAP), GAP);
    double top = legendToggle.isVisible() ? legendToggle.getHeight() + 2 * GAP : GAP;
    double legendWidth = Math.min(legend.prefWidth(-1), Math.max(0, width - 2 * GAP));
    double legendHeight = Math.min(legend.prefHeight(legendWidth), Math.max(0, height - top - GAP));
    legend.resizeRelocate(width - legendWidth - GAP, top, legendWidth, legendHeight);
    double readingHeight = reading.prefHeight(-1);
    reading.resizeRelocate(
        0, Math.max(0, height - readingHeight), reading.prefWidth(-1), readingHeight);
    drawing.autosize();
    drawing.relocate(
        reading.getWidth(), Math.max(0, height - (readingHeight + drawing.getHeight()) / 2));
    selectionCount.autosize();
    selectionCount.relocate(GAP, GAP);
  }

  /// Wishes for a picture of the points, and of what stands above them, by the next pulse: what is changed until then is drawn together.
  void draw() {
    frame = newFrame();
    overlay.wish();
  }

  private void paint() {
    askForPoints();
    overlay.draw(frame, taken());
  }

  private void askForPoints() {
    frame = newFrame();
    MapLook wanted = MapLook.of(scene, dark, getBackground(), outputScale());
    if (!look.equals(Optional.of(wanted))) {
      look = Optional.of(wanted);
      styles = wanted.styles();
      overlay.useGround(wanted.background());
    }
    points.ask(
        wanted.plot(
            scene, styles, new Emphasis(selectedPoints, legend.dimmedKinds()), drawing.mode()),
        viewport.resized(getWidth(), getHeight()),
        wanted.outputScale(),
        question());
  }

  /// The points are on the screen: now it is known which of them are near to each other there, and where labels hide none.
  private void drawn(PointLayer.Drawn drawn) {
    picture = Optional.of(drawn);
    mapOnly = mapOnlyIn(drawn).orElse(mapOnly);
    legend.explainDensity(drawn.result());
    draw();
  }

  /// Empty while a picture answers another question than the one that is asked now.
  private Optional<List<Integer>> mapOnlyIn(PointLayer.Drawn drawn) {
    return drawn.answers(question(), scene.positions())
        ? Optional.of(drawn.nearestBesides(neighbours))
        : Optional.empty();
  }

  /// Runs `action` on the FX thread when everything asked for so far is drawn: at once, or later.
  public void whenDrawn(Runnable action) {
    overlay.whenPainted(
        () -> {
          askForPoints();
          points.whenDrawn(action);
        });
  }

  /// What was chosen.
  public DrawingMode drawnAs() {
    return drawing.mode();
  }

  /// Shows points or density.
  public void drawAs(DrawingMode mode) {
    drawing.choose(mode);
  }

  /// Where labels would be hidden.
  private List<LabelRooms.Room> taken() {
    return LabelRooms.below(legend, legendToggle, selectionCount, reading, drawing);
  }

  private double outputScale() {
    Window window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : window.getOutputScaleX();
  }

  /// What the map tells.
  public interface Listener {
    /// @param add whether the ids join what is selected already, instead of taking its place
    void selected(List<String> ids, boolean add);

    void hovered(Optional<String> id);
  }
}
