package io.semascope.ui.shell;

import io.semascope.job.NewestOnly;
import io.semascope.raster.DrawingMode;
import io.semascope.session.ModelChoice;
import io.semascope.session.SampleCorpus;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.text.Granularity;
import io.semascope.text.TextUnit;
import io.semascope.ui.activity.StatusBar;
import io.semascope.ui.corpus.FileChoice;
import io.semascope.ui.corpus.SpaceLine;
import io.semascope.ui.corpus.UnitList;
import io.semascope.ui.state.FxBridge;
import io.semascope.ui.state.Selection;
import io.semascope.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.Parent;

/// One person's window: carries every wish of a panel to the session and every new state to the panels. FX thread only.
final class Workbench {
  private final Session session;
  private final FileChoice files;
  private final Selection selection = new Selection();
  private final ProblemBanner banner = new ProblemBanner();
  private final StatusBar statusBar = new StatusBar();
  private final JobWatch watch = new JobWatch(statusBar, banner::show);
  private final Sheet sheet = new Sheet();
  private final Notes notes = new Notes();
  private final UnitList unitList = new UnitList(selection);
  private final SpaceLine spaceLine = new SpaceLine(this::chooseModel, this::toggleDrawer);
  private final MapDesk map;
  private final LayoutDesk layouts;
  private final Inspector inspector;
  private final Composer composer;
  private final Granularities granularities;
  private final Models models;
  private final Imports imports;
  private final ComponentsDesk components;
  private final List<Runnable> whenShown = new ArrayList<>();
  private final WindowFrame frame;
  private Theme theme;
  private boolean themeChosen;
  private Consumer<WindowMemory> restored = memory -> {};
  private volatile boolean open = true;
  private long shownVersion = -1;

  Workbench(Session session, FileChoice files, Theme theme) {
    this.session = session;
    this.files = files;
    this.theme = theme;
    layouts = new LayoutDesk(session, watch);
    map = new MapDesk(session, selection, layouts.bar());
    inspector = new Inspector(session, selection, watch, new Inspector.Listeners(map, notes));
    composer = new Composer(session, selection, watch);
    granularities = new Granularities(session, selection, watch, notes::show);
    models = new Models(session, files, watch, sheet, notes::show);
    imports = new Imports(session, files, watch, sheet, notes::show);
    components = new ComponentsDesk(session, watch, files, sheet, notes);
    frame =
        new WindowFrame(
            new WindowFrame.Parts(
                composer.view(),
                spaceLine,
                unitList,
                map.view(),
                layouts.bar(),
                inspector.inspectorView(),
                inspector.neighbourView(),
                granularities.view(),
                new WindowFrame.Edges(statusBar, banner, notes, sheet)),
            Commands.of(this, imports),
            this::takeFiles);
    useTheme(theme);
    selection.selected().addListener((observed, before, now) -> showCosineOfTwo(before, now));
    Consumer<StatePreparer.Prepared> receiver = FxBridge.latest(this::show);
    StatePreparer preparer = new StatePreparer();
    NewestOnly<SessionState> preparing =
        new NewestOnly<>("map scenes", state -> receiver.accept(preparer.prepare(state)));
    session.listen(
        state -> {
          if (open) {
            preparing.ask(state);
          }
        });
  }

  Parent root() {
    return frame;
  }

  ComponentsDesk components() {
    return components;
  }

  Selection selection() {
    return selection;
  }

  void show(StatePreparer.Prepared prepared) {
    SessionState state = prepared.state();
    shownVersion = state.version();
    map.show(prepared);
    composer.show(state);
    inspector.show(state, prepared.colours());
    granularities.show(prepared);
    layouts.show(state);
    spaceLine.show(state);
    unitList.show(state);
    statusBar.show(state);
    List<Runnable> actions = List.copyOf(whenShown);
    whenShown.clear();
    actions.forEach(Runnable::run);
  }

  /// Opens a workspace; one without documents is filled with the sample, when there is one.
  void open(Path file, Optional<SampleCorpus> sample) {
    remember(Map.of());
    watch.follow(
        session.openOrCreateWorkspace(file),
        state ->
            watch.ask(
                session.windowState(),
                remembered -> {
                  restore(new WindowMemory(remembered));
                  fill(state, sample);
                },
                banner::show));
  }

  private void fill(SessionState state, Optional<SampleCorpus> sample) {
    if (state.documents().isEmpty() && sample.isPresent()) {
      watch.follow(
          session.importSample(
              sample.get(), ModelChoice.standard(), new Granularity.WholeDocument()),
          report -> showOpened(List.of(), ""));
    } else {
      showOpened(List.of(), "");
    }
  }

  /// Shows what the session has open: a map, and something selected.
  ///
  /// @param selected ids of the units to select; none for a choice of ours
  /// @param panel the word of the panel to bring to the front; empty for the usual one
  void showOpened(List<String> selected, String panel) {
    SessionState state = session.state();
    if (!selected.isEmpty()) {
      selection.select(selected);
    } else if (selection.selected().get().stream().noneMatch(id -> isShown(id, state))) {
      state.space().stream()
          .flatMap(space -> space.units().stream())
          .findFirst()
          .map(TextUnit::id)
          .ifPresent(id -> selection.select(List.of(id)));
    }
    showPanel(panel);
  }

  /// A second text is selected for the sake of their cosine.
  private void showCosineOfTwo(List<String> before, List<String> now) {
    if (before.size() < 2 && now.size() == 2) {
      showPanel("cosine");
    } else if (before.size() >= 2 && now.size() == 1) {
      inspector.inspectorView().showText();
    }
  }

  /// Brings a panel to the front by its word; an unknown or empty one leaves the window as it is.
  void showPanel(String panel) {
    frame.bringToFront(panel);
    switch (panel) {
      case "text" -> inspector.inspectorView().showText();
      case "cosine" -> inspector.inspectorView().showCosine();
      case "vector", "probe" -> inspector.inspectorView().showVector();
      default -> {}
    }
  }

  private static boolean isShown(String id, SessionState state) {
    return state.space().map(space -> space.rowOf(id).isPresent()).orElse(false);
  }

  /// Opens a dropped workspace; anything else is imported.
  private void takeFiles(List<Path> dropped) {
    Optional<Path> workspace =
        dropped.stream().filter(file -> file.toString().endsWith(".semascope")).findFirst();
    if (workspace.isEmpty()) {
      imports.ask(dropped);
      return;
    }
    open(workspace.get(), Optional.empty());
    if (dropped.size() > 1) {
      notes.show(List.of("Only " + workspace.get().getFileName() + " is opened."));
    }
  }

  private void restore(WindowMemory memory) {
    memory
        .theme()
        .ifPresent(
            chosen -> {
              themeChosen = true;
              useTheme(chosen);
            });
    OptionalDouble left = memory.divider(WindowMemory.LEFT);
    OptionalDouble right = memory.divider(WindowMemory.RIGHT);
    if (left.isPresent() && right.isPresent() && left.getAsDouble() < right.getAsDouble()) {
      frame.placeColumns(left.getAsDouble(), right.getAsDouble());
    }
    if (memory.drawerOpen() != frame.isDrawerOpen()) {
      frame.toggleDrawer();
    }
    memory.neighbours().ifPresent(selection::askFor);
    memory.similarity().ifPresent(selection::compareBy);
    memory.drawing().ifPresent(this::drawMapAs);
    memory.search().ifPresent(selection::searchBy);
    memory.selected().ifPresent(id -> selection.select(List.of(id)));
    restored.accept(memory);
  }

  /// Tells `receiver` what the window remembered, each time a workspace is opened.
  void onRestore(Consumer<WindowMemory> receiver) {
    restored = receiver;
  }

  void chooseWorkspace() {
    files
        .existing("Open a workspace", List.of(".semascope"))
        .ifPresent(file -> open(file, Optional.empty()));
  }

  void newWorkspace() {
    files
        .target("New workspace", "texts.semascope", List.of(".semascope"))
        .ifPresent(file -> open(file, Optional.empty()));
  }

  void exportVectors() {
    files
        .target("Export vectors", "vectors.npy", List.of(".npy"))
        .ifPresent(
            vectors -> {
              String name = String.valueOf(vectors.getFileName());
              files
                  .target(
                      "Export their units",
                      name.replaceFirst("\\.npy$", "") + ".tsv",
                      List.of(".tsv"))
                  .ifPresent(units -> exportVectors(vectors, units));
            });
  }

  private void exportVectors(Path vectors, Path units) {
    watch.follow(
        session.exportVectors(vectors, units),
        space -> notes.show(List.of("Wrote " + vectors + " and " + units + ".")));
  }

  void exportMap() {
    files
        .target("Export the map", "map.png", List.of(".png", ".svg", ".csv"))
        .ifPresent(
            file ->
                watch.follow(
                    session.exportMap(file), path -> notes.show(List.of("Wrote " + path + "."))));
  }

  void saveCopy() {
    files
        .target("Save a copy as", "copy.semascope", List.of(".semascope"))
        .ifPresent(
            file ->
                watch.follow(
                    session.saveCopy(file), path -> notes.show(List.of("Wrote " + path + "."))));
  }

  void chooseModel() {
    models.choose();
  }

  void toggleDrawer() {
    frame.toggleDrawer();
  }

  void searchCommands() {
    frame.searchCommands();
  }

  void showKeys() {
    sheet.show(new KeysCard());
  }

  void toggleTheme() {
    themeChosen = true;
    useTheme(theme.isDark() ? Theme.LIGHT : Theme.DARK);
  }

  /// Takes the system's theme from now on.
  void followSystemTheme() {
    themeChosen = false;
    useTheme(Theme.ofSystem());
  }

  /// The system changed its theme.
  void systemThemeChanged() {
    if (!themeChosen) {
      useTheme(Theme.ofSystem());
    }
  }

  private void useTheme(Theme next) {
    theme = next;
    theme.applyTo(frame);
    map.useTheme(next);
  }

  /// Runs `action` when every question has its answer and the newest state is shown.
  void whenIdle(Runnable action) {
    // An answer may bring a state that is then still on its way.
    whenNewestShown(
        () ->
            watch.whenIdle(
                () -> {
                  if (showsNewest()) {
                    action.run();
                  } else {
                    whenIdle(action);
                  }
                }));
  }

  /// Runs `action` when the newest state is shown: at once, or later.
  void whenNewestShown(Runnable action) {
    if (showsNewest()) {
      action.run();
    } else {
      whenShown.add(() -> whenNewestShown(action));
    }
  }

  private boolean showsNewest() {
    return !open || shownVersion >= session.state().version();
  }

  /// Points of the map that was shown last.
  int pointsOnMap() {
    return map.points();
  }

  /// Runs `action` when the map shows what was asked of it.
  void whenDrawn(Runnable action) {
    map.view().whenDrawn(action);
  }

  /// Shows the map's points or their density.
  void drawMapAs(DrawingMode mode) {
    map.view().drawAs(mode);
  }

  void bringSelectedIntoView() {
    unitList.bringSelectedIntoView();
  }

  void stopDrawing() {
    open = false;
    map.stop();
  }

  void remember(Map<String, String> window) {
    if (session.state().workspaceFile().isPresent()) {
      Map<String, String> all = new HashMap<>(window);
      List<Double> places = frame.columnPlaces();
      all.put(WindowMemory.LEFT, String.valueOf(places.getFirst()));
      all.put(WindowMemory.RIGHT, String.valueOf(places.getLast()));
      all.put(WindowMemory.THEME, themeChosen ? theme.name() : "");
      all.put(WindowMemory.DRAWER, frame.isDrawerOpen() ? "open" : "");
      all.put(WindowMemory.SELECTED, selection.inspected().orElse(""));
      all.put(WindowMemory.NEIGHBOURS, String.valueOf(selection.neighbourCount().get()));
      all.put(WindowMemory.DRAWING, map.view().drawnAs().key());
      all.put(WindowMemory.SIMILARITY, selection.similarity().get().name());
      all.put(WindowMemory.SEARCH, selection.searchMethod().get().key());
      // Kept even when the session is closed next.
      session.rememberWindow(all);
    }
  }

  void close() {
    stopDrawing();
    session.close();
  }
}
