package io.semascope.ui.shell;

import io.semascope.session.ModelChoice;
import io.semascope.session.Session;
import io.semascope.session.TypedRequest;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Granularity;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.ui.granularity.CorpusCutViewModel;
import io.semascope.ui.granularity.GranularityActions;
import io.semascope.ui.granularity.GranularityView;
import io.semascope.ui.granularity.LevelViewModel;
import io.semascope.ui.state.Selection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Cuts the corpus finer or coarser, and compares one question with all levels of a document. FX thread only.
final class Granularities implements GranularityActions {
  private final Session session;
  private final JobWatch watch;
  private final Consumer<List<String>> notes;
  private final Question comparison;
  private final CorpusCutViewModel corpus = new CorpusCutViewModel(this);
  private final LevelViewModel levels = new LevelViewModel(this);
  private final GranularityView view = new GranularityView(corpus, levels);

  /// @param notes told what a person should know after an embedding
  Granularities(
      Session session, Selection selection, JobWatch watch, Consumer<List<String>> notes) {
    this.session = session;
    this.watch = watch;
    this.notes = notes;
    this.comparison = new Question(watch);
    selection.selected().addListener((observed, before, now) -> choose(selection.inspected()));
  }

  GranularityView view() {
    return view;
  }

  void show(StatePreparer.Prepared prepared) {
    corpus.show(prepared.state());
    levels.show(prepared.state(), prepared.documents());
  }

  /// The document of the selected chunk becomes the one that is compared.
  private void choose(Optional<String> unitId) {
    Optional<VectorSpace> space = session.state().space();
    if (unitId.isEmpty() || space.isEmpty()) {
      return;
    }
    OptionalInt row = space.get().rowOf(unitId.get());
    if (row.isPresent()) {
      TextUnit unit = space.get().unit(row.getAsInt());
      switch (unit) {
        case Chunk chunk -> levels.choose(chunk.documentId());
        case TypedText typed -> {}
      }
    }
  }

  @Override
  public void compare(String documentId, TypedRequest query) {
    comparison.follow(
        session.inspect().levels(documentId, query),
        levels::show,
        problem -> levels.fail(documentId, problem),
        () -> levels.cancelled(documentId));
  }

  @Override
  public void stopComparing() {
    comparison.drop();
  }

  @Override
  public void embed(Granularity granularity) {
    Optional<VectorSpace> space = session.state().space();
    if (space.isEmpty()) {
      return;
    }
    switch (space.get().origin()) {
      case SpaceOrigin.FromModel made -> {
        int own = session.modelEntry(made.modelId()).descriptor().dimension();
        int dimension = space.get().dimension() == own ? 0 : space.get().dimension();
        corpus.embedding(true);
        watch.followToItsEnd(
            session.embed(new ModelChoice(made.modelId(), dimension), granularity),
            report -> notes.accept(report.sentences()),
            () -> corpus.embedding(false));
      }
      case SpaceOrigin.Imported imported -> {}
    }
  }

  @Override
  public void showSpaces(List<Long> spaceIds) {
    watch.followToItsEnd(
        session.showSpaces(spaceIds), state -> {}, () -> corpus.spacesAnswered(spaceIds));
  }
}
