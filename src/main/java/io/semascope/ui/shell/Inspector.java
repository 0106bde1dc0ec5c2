package io.semascope.ui.shell;

import io.semascope.model.ModelDescriptor;
import io.semascope.model.Purpose;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.session.filter.TextFilter;
import io.semascope.session.index.NeighbourRequest;
import io.semascope.space.VectorSpace;
import io.semascope.text.TextUnit;
import io.semascope.ui.neighbour.NeighbourView;
import io.semascope.ui.neighbour.NeighbourViewModel;
import io.semascope.ui.probe.InspectorActions;
import io.semascope.ui.probe.InspectorView;
import io.semascope.ui.probe.InspectorViewModel;
import io.semascope.ui.state.Selection;
import io.semascope.ui.theme.CategoryColours;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Asks the session whatever the right-hand panels need about the selection, and hands them the answers. FX thread only.
final class Inspector {
  private static final int ENDS = 5;

  private final Session session;
  private final Selection selection;
  private final Question vector;
  private final Question nearest;
  private final Question cosine;
  private final Question tokens;
  private final Question ends;
  private final IndexDesk indexDesk;
  private final NeighbourViewModel neighbours;
  private final InspectorViewModel probes;
  private final NeighbourView neighbourView;
  private final InspectorView inspectorView;
  private final Listeners listeners;
  private Optional<SessionState> state = Optional.empty();
  private Optional<ModelDescriptor> model = Optional.empty();
  private CategoryColours colours = CategoryColours.of(List.of());

  /// Who hears of what is found here.
  ///
  /// @param map told the ids of the neighbours when they are known, and none while they are not
  /// @param notes told what a person should know once
  record Listeners(MapDesk map, Notes notes) {}

  Inspector(Session session, Selection selection, JobWatch watch, Listeners listeners) {
    this.session = session;
    this.selection = selection;
    this.vector = new Question(watch);
    this.nearest = new Question(watch);
    this.cosine = new Question(watch);
    this.tokens = new Question(watch);
    this.ends = new Question(watch);
    this.indexDesk =
        new IndexDesk(session.inspect()::prepareIndex, selection, watch, this::indexReady);
    this.listeners = listeners;
    this.neighbours = new NeighbourViewModel(selection);
    this.probes = new InspectorViewModel(new Questions(), selection);
    this.neighbourView = new NeighbourView(neighbours);
    this.inspectorView = new InspectorView(probes);
    selection.selected().addListener((observed, before, now) -> refresh());
    selection.similarity().addListener((observed, before, now) -> askNeighbours());
    selection.neighbourCount().addListener((observed, before, now) -> askNeighbours());
    selection.searchMethod().addListener((observed, before, now) -> askNeighbours());
    selection.onlyShown().addListener((observed, before, now) -> askNeighbours());
    selection.shown().addListener((observed, before, now) -> askAmongShown());
  }

  NeighbourView neighbourView() {
    return neighbourView;
  }

  InspectorView inspectorView() {
    return inspectorView;
  }

  /// Takes a new state; asks again when the space or the selection's unit changed.
  void show(SessionState next, CategoryColours categoryColours) {
    boolean sameSpace = state.map(SessionState::space).equals(Optional.of(next.space()));
    if (!state.map(Inspector::stored).equals(Optional.of(stored(next)))) {
      indexDesk.stop();
    }
    state = Optional.of(next);
    colours = categoryColours;
    if (!sameSpace) {
      model = next.space().map(VectorSpace::origin).flatMap(session.inspect()::modelOf);
      refresh();
    }
  }

  /// What an index is of: typed texts have no part in it.
  private static List<Object> stored(SessionState state) {
    return List.of(
        state.workspaceFile(), state.shownSpaceIds(), state.space().map(VectorSpace::revision));
  }

  private void refresh() {
    List.of(vector, nearest, cosine, tokens, ends).forEach(Question::drop);
    Optional<TextUnit> unit = inspected();
    if (unit.isEmpty() && isOnItsWay()) {
      return;
    }
    if (unit.isEmpty()) {
      neighbours.clear();
      probes.text().clear();
      probes.vector().clear();
      probes.cosine().clear();
      listeners.map().showNeighbours(List.of(), true);
      return;
    }
    SessionState now = state.orElseThrow();
    String label = now.label(unit.get());
    probes.text().show(unit.get(), now, model);
    vector.ask(
        session.inspect().unit(unit.get().id()),
        probes.vector()::loading,
        inspection -> probes.vector().show(label, inspection),
        probes.vector()::fail);
    askNeighbours();
    askCosine();
  }

  /// Whether the text is in a newer state than the one that is shown; it is asked about when that is.
  private boolean isOnItsWay() {
    Optional<VectorSpace> newest = session.state().space();
    return !newest.equals(state.flatMap(SessionState::space))
        && selection
            .inspected()
            .filter(id -> newest.filter(space -> space.rowOf(id).isPresent()).isPresent())
            .isPresent();
  }

  private void indexReady(List<String> notes) {
    if (!notes.isEmpty()) {
      listeners.notes().show(notes);
    }
    askNeighbours();
  }

  private void askNeighbours() {
    Optional<TextUnit> unit = inspected();
    if (unit.isEmpty()) {
      return;
    }
    SessionState now = state.orElseThrow();
    String label = now.label(unit.get());
    listeners.map().showNeighbours(List.of(), true);
    nearest.ask(
        session
            .inspect()
            .neighbours(
                unit.get().id(),
                new NeighbourRequest(
                    selection.neighbourCount().get(),
                    selection.similarity().get(),
                    selection.searchMethod().get(),
                    false,
                    filter(now))),
        () -> neighbours.loading(label),
        answer -> {
          neighbours.show(label, answer, session.state(), colours);
          indexDesk.see(answer.report());
          listeners
              .map()
              .showNeighbours(
                  answer.list().neighbours().stream()
                      .map(neighbour -> answer.space().unit(neighbour.row()).id())
                      .toList(),
                  answer.searched().filter().isNone());
        },
        neighbours::fail);
  }

  private void askAmongShown() {
    if (selection.onlyShown().get()) {
      askNeighbours();
    }
  }

  private TextFilter filter(SessionState now) {
    return selection.onlyShown().get()
        ? ColourBy.of(now).only(selection.shown().get(), now, colours)
        : TextFilter.none();
  }

  private void askCosine() {
    List<String> ids = selection.selected().get();
    if (ids.size() < 2) {
      probes.cosine().clear();
      return;
    }
    String one = ids.get(ids.size() - 2);
    String other = ids.getLast();
    cosine.ask(
        session.inspect().compareUnits(one, other),
        probes.cosine()::loading,
        breakdown -> probes.cosine().show(label(one), label(other), breakdown),
        probes.cosine()::fail);
  }

  private Optional<TextUnit> inspected() {
    return selection.inspected().flatMap(this::unit);
  }

  private Optional<TextUnit> unit(String id) {
    Optional<VectorSpace> space = state.flatMap(SessionState::space);
    if (space.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt row = space.get().rowOf(id);
    return row.isPresent() ? Optional.of(space.get().unit(row.getAsInt())) : Optional.empty();
  }

  private String label(String id) {
    return unit(id).map(unit -> state.orElseThrow().label(unit)).orElse(id);
  }

  private final class Questions implements InspectorActions {
    @Override
    public void tokens(String text) {
      tokens.ask(
          session.inspect().tokens(text, Purpose.DOCUMENT),
          probes.text()::showTokens,
          probes.text()::failTokens);
    }

    @Override
    public void dimension(int dimension) {
      ends.ask(
          session.inspect().dimension(dimension, ENDS),
          ends -> probes.vector().showEnds(ends, session.state()),
          probes.vector()::failEnds);
    }
  }
}
