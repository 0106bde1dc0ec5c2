package io.semascope.ui.shell;

import io.semascope.job.Job;
import io.semascope.model.ModelDescriptor;
import io.semascope.session.PlacedText;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.session.TypedRequest;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.ui.compose.ComposeActions;
import io.semascope.ui.compose.ComposeView;
import io.semascope.ui.compose.ComposeViewModel;
import io.semascope.ui.state.Selection;
import java.util.List;
import java.util.Optional;

/// Carries typed texts to the session and selects them once they have a place. FX thread only.
final class Composer implements ComposeActions {
  private final Session session;
  private final Selection selection;
  private final JobWatch watch;
  private final ComposeViewModel model;
  private final ComposeView view;
  private Optional<SpaceOrigin> origin = Optional.empty();
  private Optional<ModelDescriptor> described = Optional.empty();
  private Optional<Job<PlacedText>> placing = Optional.empty();

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
    model.show(state, described);
  }

  @Override
  public void place(TypedRequest request) {
    model.placing("placing the text");
    Job<PlacedText> job = session.placeText(request);
    placing = Optional.of(job);
    watch.follow(job, this::placed, model::fail, model::cancelled);
  }

  private void placed(PlacedText placed) {
    model.placed(placed);
    selection.select(List.of(placed.unitIds().getFirst()));
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
