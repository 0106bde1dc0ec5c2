package io.semascope.ui.shell;

import io.semascope.corpus.PastedText;
import io.semascope.corpus.ReadOptions;
import io.semascope.session.ImportReport;
import io.semascope.session.ImportRequest;
import io.semascope.session.ModelChoice;
import io.semascope.session.SampleCorpus;
import io.semascope.session.Session;
import io.semascope.space.SpaceOrigin;
import io.semascope.text.Granularity;
import io.semascope.ui.corpus.FileChoice;
import io.semascope.ui.corpus.ImportForm;
import io.semascope.ui.corpus.PasteForm;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;

/// Every way texts come in: dialog, drop, clipboard, samples, vectors of other tools. FX thread only.
final class Imports {
  private final Session session;
  private final FileChoice files;
  private final JobWatch watch;
  private final Sheet sheet;
  private final Consumer<List<String>> notes;

  /// @param notes told what a person should know after an import
  Imports(
      Session session,
      FileChoice files,
      JobWatch watch,
      Sheet sheet,
      Consumer<List<String>> notes) {
    this.session = session;
    this.files = files;
    this.watch = watch;
    this.sheet = sheet;
    this.notes = notes;
  }

  void files() {
    ask(files.texts());
  }

  void folder() {
    files.folder("Import a folder").ifPresent(folder -> ask(List.of(folder)));
  }

  /// Asks how to read these files, then imports them.
  void ask(List<Path> inputs) {
    if (inputs.isEmpty()) {
      return;
    }
    sheet.show(
        new ImportForm(
            inputs,
            model().modelId(),
            new ImportForm.Requests() {
              @Override
              public void start(List<Path> paths, ReadOptions options, Granularity granularity) {
                sheet.hide();
                watch.follow(
                    session.importCorpus(new ImportRequest(paths, options, model(), granularity)),
                    Imports.this::tell);
              }

              @Override
              public void cancel() {
                sheet.hide();
              }
            }));
  }

  /// Asks whether the clipboard is one document or one a line, then imports it.
  void clipboard() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.isBlank()) {
      notes.accept(List.of("The clipboard has no text. Copy some first."));
      return;
    }
    sheet.show(new PasteForm(text, split -> importPasted(text, split), sheet::hide));
  }

  private void importPasted(String text, PastedText.Split split) {
    sheet.hide();
    watch.follow(
        session.importPasted(text, split, model(), new Granularity.WholeDocument()), this::tell);
  }

  void vectors() {
    files
        .existing("Vectors", List.of(".npy"))
        .ifPresent(
            vectors ->
                files
                    .existing("Their units", List.of(".tsv"))
                    .ifPresent(
                        units ->
                            watch.follow(
                                session.importVectors(vectors, units),
                                imported -> notes.accept(imported.notes()))));
  }

  void sample(SampleCorpus sample) {
    Granularity granularity =
        sample == SampleCorpus.ARTICLES
            ? new Granularity.Paragraph()
            : new Granularity.WholeDocument();
    watch.follow(session.importSample(sample, model(), granularity), this::tell);
  }

  /// The model of the shown space, so that new texts land among the old ones; the default where there is none.
  private ModelChoice model() {
    return session
        .state()
        .space()
        .map(
            space ->
                switch (space.origin()) {
                  case SpaceOrigin.FromModel made ->
                      new ModelChoice(made.modelId(), space.dimension());
                  case SpaceOrigin.Imported imported -> ModelChoice.standard();
                })
        .orElse(ModelChoice.standard());
  }

  private void tell(ImportReport report) {
    notes.accept(report.sentences());
  }
}
