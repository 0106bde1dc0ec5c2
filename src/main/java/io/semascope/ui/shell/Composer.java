package io.semascope.ui.shell;

import io.semascope.job.Job;
import io.semascope.model.ModelDescriptor;
import io.semascope.problem.ProblemReport;
import io.semascope.session.PlacedText;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.session.TypedRequest;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.text.TextUnit;
import io.semascope.ui.compose.ComposeActions;
import io.semascope.ui.compose.ComposeView;
import io.semascope.ui.compose.ComposeViewModel;
import io.semascope.ui.state.Selection;
import java.util.List;
import java.util.Optional;

/// Carries typed texts to the session and selects them once they are shown in their place. FX thread only.
final class Composer implements ComposeActions {
  private final Session session;
  private final Selection selection;
  private final JobWatch watch;
  private final ComposeViewModel model;
  private final ComposeView view;
  private Optional<SpaceOrigin> origin = Optional.empty();
  private Optional<ModelDescriptor> described = Optional.empty();
  private Optional<Job<PlacedText>> placing = Optional.empty();
  private SessionState shown = SessionState.empty();
  private boolean awaited;

  /// A version of the state that has the awaited text; a later one without it has lost it.
  private long awaitedUntil = Long.MAX_VALUE;

  Composer(Session session, Selection selection, JobWatch watch) {
    this.session = session;
    this.selection = selection;
    this.watch = watch;
    this.model = new ComposeViewModel(this, selection);
    this.view = new ComposeView(model);
  }

  ComposeView view() {
    return view;
  }

  void show(SessionState state) {
    Optional<SpaceOrigin> now = state.space().map(VectorSpace::origin);
    if (!now.equals(origin)) {
      origin = now;
      described = now.flatMap(session.inspect()::modelOf);
    }
    Optional<String> typed = awaited ? firstTyped(state) : Optional.empty();
    shown = state;
    model.show(state, described);
    typed.ifPresent(this::select);
    if (state.version() >= awaitedUntil) {
      awaited = false;
    }
  }

  @Override
  public void place(TypedRequest request) {
    model.placing("placing the text");
    awaited = true;
    awaitedUntil = Long.MAX_VALUE;
    Job<PlacedText> job = session.placeText(request);
    placing = Optional.of(job);
    watch.follow(job, this::placed, this::fail, this::cancelled);
  }

  private void fail(ProblemReport report) {
    awaited = false;
    model.fail(report);
  }

  private void cancelled() {
    awaited = false;
    model.cancelled();
  }

  /// Nothing can be said of a text before the state with it is shown.
  private void placed(PlacedText placed) {
    model.placed(placed);
    String id = placed.unitIds().getFirst();
    SessionState now = session.state();
    if (awaited && (has(shown, id) || !has(now, id))) {
      select(id);
    } else {
      awaitedUntil = now.version();
    }
  }

  private void select(String id) {
    awaited = false;
    selection.select(List.of(id));
  }

  /// The first of the typed texts that the state before did not have. One text is placed at a time, so these are its pieces.
  private Optional<String> firstTyped(SessionState state) {
    return state
        .space()
        .filter(space -> state.shownSpaceIds().equals(shown.shownSpaceIds()))
        .stream()
        .flatMap(space -> space.units().subList(space.chunkCount(), space.count()).stream())
        .map(TextUnit::id)
        .filter(id -> !has(shown, id))
        .findFirst();
  }

  private static boolean has(SessionState state, String unitId) {
    return state.space().filter(space -> space.rowOf(unitId).isPresent()).isPresent();
  }

  @Override
  public void cancel() {
    placing.ifPresent(Job::cancel);
  }

  @Override
  public void remove(String unitId) {
    watch.follow(
        session.removeText(unitId),
        state -> {
          if (selection.selected().get().contains(unitId)) {
            selection.toggle(List.of(unitId));
          }
        });
  }
}
