package io.semascope.ui.granularity;

import io.semascope.session.SessionState;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.SpaceSummary;
import io.semascope.space.VectorSpace;
import io.semascope.text.Granularity;
import io.semascope.ui.granularity.CorpusCutState.SpaceRow;
import io.semascope.ui.theme.GranularityNames;
import io.semascope.ui.theme.NumberFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How the corpus is cut: which stored spaces are shown, and what embedding it finer or coarser would mean. FX thread only.
public final class CorpusCutViewModel {
  private final GranularityActions actions;
  private final ReadOnlyObjectWrapper<CorpusCutState> state =
      new ReadOnlyObjectWrapper<>(
          new CorpusCutState(List.of(), List.of(), "Import some texts first.", false));
  private Optional<SessionState> session = Optional.empty();
  private Granularity wanted = new Granularity.Sentence();
  private String notAWindow = "";
  private Optional<List<Long>> askedFor = Optional.empty();
  private boolean busy;

  public CorpusCutViewModel(GranularityActions actions) {
    this.actions = actions;
  }

  public ReadOnlyObjectProperty<CorpusCutState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public void show(SessionState now) {
    session = Optional.of(now);
    refresh();
  }

  /// Says whether an embedding asked for here is still under way.
  public void embedding(boolean underWay) {
    busy = underWay;
    refresh();
  }

  Granularity wanted() {
    return wanted;
  }

  void want(Granularity granularity) {
    wanted = granularity;
    notAWindow = "";
    refresh();
  }

  /// Wants windows of so many tokens; numbers that make no window are announced as such until something else is wanted.
  void wantWindow(int tokens, int overlap) {
    if (tokens < 8 || overlap < 0 || overlap * 2 >= tokens) {
      notAWindow =
          "A window needs at least 8 tokens and shares fewer than half of them; here %d and %d."
              .formatted(tokens, overlap);
      refresh();
    } else {
      want(new Granularity.TokenWindow(tokens, overlap));
    }
  }

  private void refresh() {
    List<SpaceRow> rows = new ArrayList<>();
    session.ifPresent(now -> now.spaces().forEach(space -> rows.add(row(space))));
    Optional<VectorSpace> space = session.flatMap(SessionState::space);
    boolean hasModel =
        space.filter(shown -> shown.origin() instanceof SpaceOrigin.FromModel).isPresent();
    boolean there = stored().isPresent();
    state.set(
        new CorpusCutState(
            rows,
            askedFor.or(() -> session.map(SessionState::shownSpaceIds)).orElse(List.of()),
            announcement(space),
            hasModel && !busy && !there && notAWindow.isEmpty()));
  }

  private static SpaceRow row(SpaceSummary space) {
    return new SpaceRow(
        space.id(),
        "%s · %s texts · %s"
            .formatted(
                GranularityNames.name(space.granularity()),
                NumberFormats.count(space.vectors()),
                space.origin().modelName()));
  }

  private Optional<SpaceSummary> stored() {
    return session.stream()
        .flatMap(
            now ->
                now.spaces().stream()
                    .filter(candidate -> candidate.granularity().equals(wanted))
                    .filter(
                        candidate ->
                            now.space()
                                .map(VectorSpace::origin)
                                .filter(
                                    origin ->
                                        origin
                                            .fingerprint()
                                            .equals(candidate.origin().fingerprint()))
                                .isPresent()))
        .findFirst();
  }

  private String announcement(Optional<VectorSpace> space) {
    if (busy) {
      return "Texts are being embedded; the status line shows how far it is.";
    }
    if (space.isEmpty() || session.isEmpty()) {
      return "Import some texts first.";
    }
    if (!notAWindow.isEmpty()) {
      return notAWindow;
    }
    return switch (space.get().origin()) {
      case SpaceOrigin.Imported imported ->
          "These vectors were read from “"
              + imported.name()
              + "” without their model, so the texts cannot be cut anew here.";
      case SpaceOrigin.FromModel made ->
          stored().isPresent()
              ? "The corpus has been cut so already: choose it above."
              : announcement(session.get().documents().size(), made.modelId());
    };
  }

  private String announcement(int documents, String modelId) {
    String counted = NumberFormats.count(documents) + (documents == 1 ? " document" : " documents");
    return wanted instanceof Granularity.WholeDocument
        ? "%s will be embedded with %s.".formatted(counted, modelId)
        : "%s will be cut (%s); every piece will be embedded with %s. This can take long; the spaces that are there stay."
            .formatted(counted, GranularityNames.name(wanted), modelId);
  }

  void embed() {
    if (state.get().canEmbed()) {
      actions.embed(wanted);
    }
  }

  /// Shows one space, or two at once; an empty second one means one.
  void showSpaces(SpaceRow first, Optional<SpaceRow> second) {
    List<Long> ids = new ArrayList<>(List.of(first.id()));
    second.map(SpaceRow::id).filter(id -> id != first.id()).ifPresent(ids::add);
    if (!ids.equals(state.get().shown())) {
      askedFor = Optional.of(ids);
      refresh();
      actions.showSpaces(ids);
    }
  }

  /// These spaces are on the map now, or could not be put there: what is on it counts again.
  public void spacesAnswered(List<Long> ids) {
    if (askedFor.equals(Optional.of(ids))) {
      askedFor = Optional.empty();
      refresh();
    }
  }
}
