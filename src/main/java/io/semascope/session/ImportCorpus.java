package io.semascope.session;

import io.semascope.corpus.CorpusContents;
import io.semascope.corpus.CorpusReader;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.space.SpaceSummary;
import io.semascope.store.DocumentsAdded;
import io.semascope.store.Workspace;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Reads files, keeps their documents, cuts and embeds them.
final class ImportCorpus {
  private final Workspace workspace;
  private final ModelKeeper models;

  ImportCorpus(Workspace workspace, ModelKeeper models) {
    this.workspace = workspace;
    this.models = models;
  }

  ImportReport run(ImportRequest request, JobContext context) {
    plan(context.meter());
    List<Document> documents = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    JobContext quiet =
        new JobContext(context.cancellation(), ProgressMeter.silent(), context.pause());
    context.meter().begin(0, request.inputs().size());
    int read = 0;
    for (Path input : request.inputs()) {
      CorpusContents contents = CorpusReader.read(input, request.options(), quiet);
      documents.addAll(contents.documents());
      notes.addAll(contents.notes());
      context.meter().advance(++read);
    }
    return embed(documents, notes, request.model(), request.granularity(), context);
  }

  /// The same for documents that are already in memory: samples and pasted texts.
  ImportReport run(
      Function<JobContext, CorpusContents> source,
      ModelChoice choice,
      Granularity granularity,
      JobContext context) {
    plan(context.meter());
    CorpusContents contents =
        source.apply(
            new JobContext(context.cancellation(), ProgressMeter.silent(), context.pause()));
    return embed(contents.documents(), contents.notes(), choice, granularity, context);
  }

  private static void plan(ProgressMeter meter) {
    meter.plan(
        new ProgressMeter.Stage("reading", 2, "files"),
        new ProgressMeter.Stage("loading the model", 3, "models"),
        new ProgressMeter.Stage("cutting", 1, "documents"),
        new ProgressMeter.Stage("embedding", 94, "texts"));
  }

  private ImportReport embed(
      List<Document> documents,
      List<String> notes,
      ModelChoice choice,
      Granularity granularity,
      JobContext context) {
    DocumentsAdded added = workspace.addDocuments(documents);
    if (workspace.documents().isEmpty()) {
      throw SessionProblem.noDocuments(workspace.file().toString());
    }
    context.meter().begin(1, 1);
    EmbedDocuments.Outcome outcome;
    try (ModelKeeper.Hold hold = models.hold(choice, context)) {
      outcome = new EmbedDocuments(workspace, hold.model()).run(granularity, 2, context);
    }
    List<String> allNotes = new ArrayList<>(notes);
    allNotes.addAll(outcome.unusable());
    SpaceSummary space =
        workspace.spaces().stream()
            .filter(one -> one.id() == outcome.spaceId())
            .findFirst()
            .orElseThrow();
    return new ImportReport(
        added.added().size(),
        added.alreadyThere(),
        added.renamed(),
        space,
        outcome.textsEmbedded(),
        outcome.textsTruncated(),
        outcome.textsUnknown(),
        outcome.seconds(),
        allNotes);
  }
}
