package io.semascope.ui.shell;

import io.semascope.job.NewestOnly;
import io.semascope.projection.Placement;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.session.layout.LiveFrame;
import io.semascope.session.layout.RunningLayout;
import io.semascope.space.VectorSpace;
import io.semascope.ui.map.MapScene;
import io.semascope.ui.map.MapSelection;
import io.semascope.ui.map.MapView;
import io.semascope.ui.projection.LayoutBar;
import io.semascope.ui.projection.PicturePace;
import io.semascope.ui.projection.ReadingWords;
import io.semascope.ui.state.FxBridge;
import io.semascope.ui.state.Selection;
import io.semascope.ui.theme.Theme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;

/// Brings the scenes of session states and live frames to the map, and the map's gestures into selections. FX thread only.
final class MapDesk implements MapView.Listener {
  /// More selected texts than this are looked up on another thread.
  private static final int MARKED_AT_ONCE = 2_000;

  private final Session session;
  private final Selection selection;
  private final LayoutBar bar;
  private final MapView view = new MapView(this);
  private final NewestOnly<Marked> marking = new NewestOnly<>("map marks", this::find);
  private final AnimationTimer pulse =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          takeFrame(now);
        }
      };
  private final PicturePace pace = new PicturePace();
  private MapScene scene = MapScene.empty();
  private Optional<LiveFrame> lastFrame = Optional.empty();
  private Optional<Shown> shown = Optional.empty();
  private List<String> neighbours = List.of();
  private boolean amongAll = true;
  private int picture;
  private Optional<RunningLayout> running = Optional.empty();

  MapDesk(Session session, Selection selection, LayoutBar bar) {
    this.session = session;
    this.selection = selection;
    this.bar = bar;
    selection
        .selected()
        .addListener(
            (observed, before, now) -> {
              view.selectionChanged();
              markSelection();
            });
    selection.hovered().addListener((observed, before, now) -> markHovered());
    view.hiddenEntries().subscribe(selection::hideEntries);
  }

  MapView view() {
    return view;
  }

  int points() {
    return scene.count();
  }

  void show(StatePreparer.Prepared prepared) {
    SessionState state = prepared.state();
    Shown next = Shown.of(state);
    running = state.running();
    if (!shown.equals(Optional.of(next))) {
      picture += isSamePicture(next) ? 0 : 1;
      shown = Optional.of(next);
      scene = prepared.scene().ofPicture(picture);
      view.show(scene);
      lastFrame.filter(frame -> running.isPresent()).ifPresent(this::showFrame);
      markSelection();
      connect();
    }
    rest();
    if (running.isPresent()) {
      pulse.start();
    } else {
      pulse.stop();
      lastFrame = Optional.empty();
      view.explain(scene.reading());
    }
  }

  /// A run that was paused, or ended without another picture, leaves its last frame; that may be taken only after it was said.
  private void rest() {
    if (running.filter(run -> !run.paused()).isEmpty()) {
      view.rest();
    }
  }

  /// A text that was typed leaves the picture what it is, and so does the end of a run whose frames were on the map.
  private boolean isSamePicture(Shown next) {
    return shown
        .filter(before -> before.spaceIds().equals(next.spaceIds()))
        .filter(before -> before.projection().equals(next.projection()) || lastFrame.isPresent())
        .isPresent();
  }

  private void takeFrame(long now) {
    Optional<LiveFrame> frame = session.liveFrame();
    if (frame.isEmpty() || frame.equals(lastFrame) || scene.count() == 0 || !pace.isDue(now)) {
      return;
    }
    pace.shown(now);
    if (lastFrame.isEmpty()) {
      picture++;
      scene = scene.ofPicture(picture);
    }
    lastFrame = frame;
    showFrame(frame.get());
    bar.showFrame(frame.get());
  }

  private void showFrame(LiveFrame frame) {
    PlanarLayout positions = frame.frame().positions();
    if (positions.count() == scene.layoutCount()) {
      view.showFrame(scene.at(positions, frame.placements()));
      running.ifPresent(run -> view.explain(ReadingWords.moving(run.method(), frame)));
      rest();
    }
  }

  /// Draws lines to these neighbours of the inspected text.
  ///
  /// @param all whether they were searched among all texts
  void showNeighbours(List<String> ids, boolean all) {
    neighbours = List.copyOf(ids);
    amongAll = all;
    connect();
  }

  private void connect() {
    view.connect(rows(neighbours), amongAll);
  }

  private void markSelection() {
    Marked wanted = new Marked(scene, selection.selected().get());
    if (wanted.ids().size() <= MARKED_AT_ONCE) {
      mark(wanted.find());
    } else {
      marking.ask(wanted);
    }
  }

  /// On a thread of its own, when many are selected.
  @SuppressWarnings("ReferenceEquality")
  private void find(Marked wanted) {
    MapSelection found = wanted.find();
    FxBridge.run(
        () -> {
          if (wanted.scene() == scene && wanted.ids() == selection.selected().get()) {
            mark(found);
          }
        });
  }

  private void mark(MapSelection found) {
    view.select(found);
    if (!found.rows().isEmpty()) {
      view.bringIntoView(found.rows().getLast());
    }
  }

  private void markHovered() {
    view.hover(rows(selection.hovered().get().stream().toList()).stream().findFirst());
  }

  private List<Integer> rows(List<String> ids) {
    return new Marked(scene, ids).find().rows();
  }

  void useTheme(Theme theme) {
    view.useDark(theme.isDark());
  }

  void stop() {
    pulse.stop();
  }

  @Override
  public void selected(List<String> ids, boolean add) {
    if (add) {
      selection.toggle(ids);
    } else {
      selection.select(ids);
    }
    view.requestFocus();
  }

  @Override
  public void hovered(Optional<String> id) {
    selection.hover(id);
  }

  /// Some units on a scene.
  private record Marked(MapScene scene, List<String> ids) {
    MapSelection find() {
      return MapSelection.of(scene, ids);
    }
  }

  /// What the scene was made from.
  private record Shown(
      List<Long> spaceIds,
      Optional<VectorSpace> space,
      Optional<Projection> projection,
      Map<String, Placement> placements) {
    static Shown of(SessionState state) {
      return new Shown(
          state.shownSpaceIds(), state.space(), state.projection(), state.placements());
    }
  }
}
