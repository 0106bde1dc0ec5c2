package io.semascope.ui.shell;

import io.semascope.job.Job;
import io.semascope.projection.LiveChange;
import io.semascope.projection.Projection;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.space.VectorSpace;
import io.semascope.ui.projection.LayoutBar;
import io.semascope.ui.projection.LayoutBarState;
import io.semascope.ui.projection.LayoutChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Starts, halts and ends layouts for the toolbar, and measures each finished map. FX thread only.
final class LayoutDesk implements LayoutBar.LayoutActions {
  private final Session session;
  private final JobWatch watch;
  private final LayoutBar bar = new LayoutBar(this);

  /// The jobs that move a map, which Stop ends; before the first picture of a run the state knows nothing of it.
  private final List<Job<?>> moving = new ArrayList<>();

  private Optional<Projection> measured = Optional.empty();
  private Shown last = new Shown(List.of(), -1);

  LayoutDesk(Session session, JobWatch watch) {
    this.session = session;
    this.watch = watch;
    session.measureFrames();
  }

  LayoutBar bar() {
    return bar;
  }

  /// Takes a new state; a space that has just come into view gets its stored map, or PCA, which is instant.
  void show(SessionState state) {
    showBar(state);
    Shown shown =
        new Shown(state.shownSpaceIds(), state.space().map(VectorSpace::revision).orElse(-1L));
    if (!shown.equals(last)) {
      last = shown;
      showFirstMap(state);
    }
  }

  private void showBar(SessionState state) {
    LayoutBarState bare = LayoutBarState.of(state);
    bar.show(isMoving() ? bare.withRun() : bare);
  }

  private void showFirstMap(SessionState state) {
    if (state.chunkCount() == 0) {
      return;
    }
    if (state.projection().isPresent()) {
      bar.choose(state.projection().get().method());
      measure();
    } else {
      start(LayoutChoice.standard().withMethod(LayoutChoice.Method.PCA));
    }
  }

  @Override
  public void start(LayoutChoice choice) {
    bar.choose(choice.method());
    Job<Optional<Projection>> job = session.startLayout(choice.toMethod());
    if (choice.method() == LayoutChoice.Method.PCA) {
      watch(job);
    } else {
      follow(job);
    }
  }

  /// Whoever looks at the settings of a method while a run is under way takes nothing from that run.
  @Override
  public void showKept(LayoutChoice.Method method) {
    if (!isMoving()) {
      watch(session.showKeptLayout(LayoutChoice.standard().withMethod(method).toMethod()));
    }
  }

  @Override
  public void pause() {
    session.pauseLayout();
  }

  @Override
  public void resume() {
    follow(session.resumeLayout());
  }

  @Override
  public void stop() {
    boolean paused = session.state().running().map(layout -> layout.paused()).orElse(false);
    if (paused) {
      follow(session.settleLayout());
    } else {
      moving.forEach(Job::cancel);
    }
  }

  @Override
  public void change(LiveChange change) {
    session.changeLayout(change);
  }

  private boolean isMoving() {
    moving.removeIf(job -> job.status().ended());
    return !moving.isEmpty();
  }

  private void follow(Job<Optional<Projection>> job) {
    moving.add(job);
    watch(job);
    showBar(session.state());
  }

  private void watch(Job<Optional<Projection>> job) {
    watch.followToItsEnd(job, this::ended);
  }

  /// A map that could not be stored is shown too, although its job has failed.
  private void ended() {
    showBar(session.state());
    if (!session.state().projection().equals(measured)) {
      measure();
    }
  }

  private void measure() {
    measured = session.state().projection();
    if (session.state().chunkCount() >= 3) {
      watch.ask(session.measureQuality(), quality -> {}, problem -> {});
    }
  }

  /// Which rows are in view.
  private record Shown(List<Long> spaceIds, long revision) {}
}
