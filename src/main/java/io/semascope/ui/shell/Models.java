package io.semascope.ui.shell;

import io.semascope.model.ModelCatalogue;
import io.semascope.session.ModelChoice;
import io.semascope.session.Session;
import io.semascope.space.SpaceOrigin;
import io.semascope.text.Granularity;
import io.semascope.ui.corpus.FileChoice;
import io.semascope.ui.model.ModelChooser;
import java.util.List;
import java.util.function.Consumer;

/// Choosing a model is a migration: it makes a new space and leaves the old ones. FX thread only.
final class Models implements ModelChooser.Requests {
  private final Session session;
  private final FileChoice files;
  private final JobWatch watch;
  private final Sheet sheet;
  private final Consumer<List<String>> notes;
  private final ModelChooser chooser = new ModelChooser(this);

  /// @param notes told what a person should know after an embedding
  Models(
      Session session,
      FileChoice files,
      JobWatch watch,
      Sheet sheet,
      Consumer<List<String>> notes) {
    this.notes = notes;
    this.session = session;
    this.files = files;
    this.watch = watch;
    this.sheet = sheet;
  }

  void choose() {
    refresh(shownModel());
    notes.accept(session.unreadableModels());
    sheet.show(chooser);
  }

  private void refresh(String chosen) {
    chooser.show(session.modelEntries(), chosen, session.state().documents().size());
  }

  private String shownModel() {
    return session
        .state()
        .space()
        .map(
            space ->
                switch (space.origin()) {
                  case SpaceOrigin.FromModel made -> made.modelId();
                  case SpaceOrigin.Imported imported -> "";
                })
        .orElse(ModelCatalogue.DEFAULT_MODEL);
  }

  @Override
  public void embed(String modelId, int dimension) {
    sheet.hide();
    Granularity granularity =
        session
            .state()
            .space()
            .flatMap(space -> space.granularities().stream().findFirst())
            .orElse(new Granularity.WholeDocument());
    watch.follow(
        session.embed(new ModelChoice(modelId, dimension), granularity),
        report -> notes.accept(report.sentences()));
  }

  @Override
  public void fetch(String modelId, boolean consent) {
    chooser.setDisable(true);
    watch.followToItsEnd(session.fetchModel(modelId, consent), () -> fetched(modelId));
  }

  private void fetched(String modelId) {
    chooser.setDisable(false);
    refresh(modelId);
  }

  @Override
  public void addFolder() {
    files
        .folder("Add a model folder")
        .ifPresent(
            folder ->
                watch.follow(
                    session.addModelFolder(folder), entry -> refresh(entry.descriptor().id())));
  }
}
