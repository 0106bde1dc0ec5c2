package io.semascope.ui.map;

import atlantafx.base.theme.Styles;
import io.semascope.raster.RasterResult;
import io.semascope.raster.RowSet;
import io.semascope.ui.theme.CategoryColours;
import io.semascope.ui.theme.CategorySymbol;
import io.semascope.ui.theme.NumberFormats;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Which colour and shape stands for which category, and how many points are lit. A click hides or shows a category, a double click shows it alone. FX thread
/// only.
final class LegendView extends VBox {
  private static final double WIDTH = 200;

  /// The part of the map's width that the legend may take.
  private static final double LARGEST_SHARE = 0.35;

  private final Runnable changed;
  private final VBox list = new VBox(2);
  private final Label title = new Label();
  private final Label typed = new Label();
  private final ScrollPane scroll = new ScrollPane(list);
  private final Label links = new Label();
  private final Label lines = new Label();
  private final DensityKey density = new DensityKey();
  private final BitSet hidden = new BitSet();
  private final ReadOnlyObjectWrapper<Set<Integer>> hiddenEntries =
      new ReadOnlyObjectWrapper<>(Set.of());
  private final List<LegendEntry> entries = new ArrayList<>();
  private CategoryColours colours = CategoryColours.of(List.of());
  private int[] counts = new int[0];
  private List<Line> lineUp = List.of();
  private Optional<MapScene> scene = Optional.empty();
  private int selected;
  private boolean dark;

  LegendView(Runnable changed) {
    this.changed = changed;
    setId("legend");
    getStyleClass().add("legend");
    setSpacing(6);
    setPadding(new Insets(8, 8, 8, 10));
    setPrefWidth(WIDTH);
    setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    title.setId("legend-title");
    title.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    scroll.setId("legend-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("legend-scroll");
    scroll.setMinHeight(40);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    typed.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    lines.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    typed.setMinHeight(Region.USE_PREF_SIZE);
    lines.setMinHeight(Region.USE_PREF_SIZE);
    links.setId("legend-links");
    links.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    links.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(title, scroll, density, typed, links, lines);
    setVisible(false);
  }

  void useDark(boolean wanted) {
    dark = wanted;
    rebuild();
  }

  void show(MapScene scene) {
    this.scene = Optional.of(scene);
    if (!scene.colours().names().equals(colours.names())) {
      hidden.clear();
    }
    colours = scene.colours();
    counts = IntStream.range(0, colours.names().size()).map(scene.ground()::countOf).toArray();
    boolean exact = false;
    boolean estimated = false;
    for (int row = scene.layoutCount(); row < scene.count(); row++) {
      estimated |= scene.isEstimated(row);
      exact |= !scene.isEstimated(row);
    }
    set(
        typed,
        (exact ? "★  typed text" : "")
            + (exact && estimated ? "\n" : "")
            + (estimated ? "◌  typed text, estimated place" : ""));
    explainLinks();
    for (Region line : List.of(title, scroll)) {
      line.setVisible(counts.length > 0);
      line.setManaged(counts.length > 0);
    }
    rebuild();
  }

  /// Whether there is anything to explain: categories that group nothing are not listed.
  boolean saysSomething() {
    return getChildren().stream().anyMatch(Node::isManaged);
  }

  /// Takes how many texts are selected, on which it depends whose links are drawn.
  void countSelected(int now) {
    selected = now;
    explainLinks();
  }

  private void explainLinks() {
    set(links, scene.map(shown -> linksOf(shown, selected)).orElse(""));
  }

  private static String linksOf(MapScene scene, int selected) {
    if (scene.ground().linkCount() == 0) {
      return "";
    }
    String meaning = "fine line: a piece and the\nlarger text it was cut from";
    return MapOverlay.drawsAllLinks(scene)
        ? meaning
        : meaning
            + (MapOverlay.marksEach(selected)
                ? "\n(of selected texts only;\nthere are "
                : "\n(of the text selected last\nonly; there are ")
            + NumberFormats.count(scene.ground().linkCount())
            + ")";
  }

  /// Says what the lines mean while there are some, and the dashed ones while they can be among them.
  void explainLines(boolean shown, boolean dashed) {
    lines.setText(
        "—  true neighbour"
            + (dashed ? "\n- -  only near on this map" : "\n(of the texts searched)"));
    lines.setVisible(shown);
    lines.setManaged(shown);
  }

  /// Says what a shade means while density is drawn.
  void explainDensity(RasterResult result) {
    density.show(result, dark);
  }

  /// The entries whose points are dimmed, whenever they change.
  ReadOnlyObjectProperty<Set<Integer>> hidden() {
    return hiddenEntries.getReadOnlyProperty();
  }

  /// Whether it may stand beside the points of a map this wide; with a larger share it would hide more than it explains.
  boolean fits(double width) {
    return prefWidth(-1) <= LARGEST_SHARE * width;
  }

  /// The kinds of points that are dimmed, as `MapLook` numbers them.
  RowSet dimmedKinds() {
    List<Integer> dimmed = new ArrayList<>();
    hidden.stream()
        .forEach(
            entry -> {
              dimmed.add(MapLook.kind(entry, false));
              dimmed.add(MapLook.kind(entry, true));
            });
    return RowSet.of(dimmed);
  }

  boolean isShown(int entry) {
    return entry < 0 || !hidden.get(entry);
  }

  private static void set(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }

  /// The keyboard stays on the entry it was on. Lines that are there already stay: each new tooltip makes every later one take longer.
  private void rebuild() {
    List<Line> wanted =
        IntStream.range(0, counts.length)
            .mapToObj(
                entry ->
                    new Line(
                        colours.names().get(entry), counts[entry], colours.symbol(entry, dark)))
            .toList();
    if (!wanted.equals(lineUp)) {
      lineUp = wanted;
      makeEntries();
    }
    refresh();
  }

  private void makeEntries() {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    int focusedEntry = focused instanceof LegendEntry entry ? entries.indexOf(entry) : -1;
    entries.clear();
    for (int entry = 0; entry < lineUp.size(); entry++) {
      int index = entry;
      LegendEntry line =
          new LegendEntry(lineUp.get(entry), () -> toggle(index), () -> isolate(index));
      line.setId("legend-" + entry);
      entries.add(line);
    }
    list.getChildren().setAll(entries);
    if (focusedEntry >= 0 && focusedEntry < entries.size()) {
      entries.get(focusedEntry).requestFocus();
    }
  }

  private void refresh() {
    int all = 0;
    int lit = 0;
    for (int entry = 0; entry < counts.length; entry++) {
      all += counts[entry];
      lit += hidden.get(entry) ? 0 : counts[entry];
      entries.get(entry).showHidden(hidden.get(entry));
    }
    title.setText("Shown " + NumberFormats.part(lit, all));
    hiddenEntries.set(hidden.stream().boxed().collect(Collectors.toUnmodifiableSet()));
  }

  private void toggle(int entry) {
    hidden.flip(entry);
    refresh();
    changed.run();
  }

  /// Shows one category alone, or all again when it is alone already.
  private void isolate(int entry) {
    boolean alone = !hidden.get(entry) && hidden.cardinality() == counts.length - 1;
    hidden.set(0, counts.length, !alone);
    hidden.clear(entry);
    refresh();
    changed.run();
  }

  /// What an entry shows.
  ///
  /// @param name of the category
  /// @param count of its points
  record Line(String name, int count, CategorySymbol symbol) {}
}
