package io.semascope.session;

import io.semascope.bench.BenchPlan;
import io.semascope.bench.BenchReport;
import io.semascope.corpus.CorpusContents;
import io.semascope.corpus.PastedText;
import io.semascope.job.Job;
import io.semascope.job.JobContext;
import io.semascope.job.Lane;
import io.semascope.job.Lanes;
import io.semascope.model.ModelCatalogue;
import io.semascope.model.ModelEntry;
import io.semascope.model.ModelLoader;
import io.semascope.projection.LiveChange;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.quality.MapQuality;
import io.semascope.session.layout.LiveFrame;
import io.semascope.space.SpaceSummary;
import io.semascope.space.VectorSpace;
import io.semascope.store.Workspace;
import io.semascope.text.Granularity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// One person at work: the open workspace, the loaded model, the picture being computed. Every method returns at once; work is a job. Safe for use from
/// any thread.
public final class Session implements AutoCloseable {
  private final Lanes lanes = new Lanes();
  private final StateCell state = new StateCell();
  private final OpenedWorkspace opened = new OpenedWorkspace();
  private final FindNeighbours neighbours = new FindNeighbours(state);
  private final Placers placers = new Placers();
  private final PlaceText.Surroundings around = new PlaceText.Surroundings(neighbours, placers);
  private final LayoutTable layout = LayoutTable.following(state);
  private final WindowMemory memory = new WindowMemory();
  private final ModelCatalogue catalogue;
  private final ModelKeeper models;
  private final Inspection inspection;
  private final Supplier<Session> another;

  public Session(ModelCatalogue catalogue, ModelLoader loader) {
    this.catalogue = catalogue;
    this.models = new ModelKeeper(catalogue, loader, state);
    this.another = () -> new Session(catalogue, loader);
    this.inspection = new Inspection(lanes, state, models, around);
  }

  public SessionState state() {
    return state.get();
  }

  /// Calls `listener` with every new state, on the thread that made it, and once now.
  public void listen(Consumer<SessionState> listener) {
    state.listen(listener);
  }

  /// Questions about the shown space; nothing is changed by them.
  public Inspection inspect() {
    return inspection;
  }

  /// Every model there is.
  public List<ModelEntry> modelEntries() {
    return catalogue.entries();
  }

  /// What of the person's own models could not be read, one sentence each.
  public List<String> unreadableModels() {
    return catalogue.unreadable();
  }

  /// Throws `ModelUnavailable` when there is no model of this id.
  public ModelEntry modelEntry(String id) {
    return catalogue.entry(id);
  }

  /// Takes a model folder into the catalogue.
  public Job<ModelEntry> addModelFolder(Path folder) {
    return lanes.submit(
        Lane.TRANSFER, "adding the model folder", context -> catalogue.addFolder(folder));
  }

  /// Fetches a model's weights over the network.
  public Job<ModelEntry> fetchModel(String id, boolean consent) {
    return lanes.submit(
        Lane.TRANSFER,
        "fetching " + id,
        context -> {
          try {
            return catalogue.fetch(id, consent, context);
          } finally {
            state.change(old -> old.withNetworkUsed(catalogue.networkUsed()));
          }
        });
  }

  /// Opens a workspace that is there.
  public Job<SessionState> openWorkspace(Path file) {
    return open(file, false);
  }

  /// Opens a workspace, making a new one when there is none.
  public Job<SessionState> openOrCreateWorkspace(Path file) {
    return open(file, true);
  }

  private Job<SessionState> open(Path file, boolean mayCreate) {
    return lanes.submit(
        Lane.INFERENCE,
        "opening " + file.getFileName(),
        context -> new OpenWorkspace(opened, state, placers, memory).run(file, mayCreate, context));
  }

  /// Reads files into the open workspace, embeds them and shows the space they are in.
  public Job<ImportReport> importCorpus(ImportRequest request) {
    return lanes.submit(
        Lane.INFERENCE,
        "importing",
        context -> importing(() -> new ImportCorpus(opened.get(), models).run(request, context)));
  }

  /// The same for texts from the clipboard.
  public Job<ImportReport> importPasted(
      String text, PastedText.Split split, ModelChoice model, Granularity granularity) {
    return importDocuments(
        "importing the pasted text",
        context ->
            PastedText.named(state.get().documents().keySet(), text).documents(split, context),
        model,
        granularity);
  }

  /// The same for a bundled sample.
  public Job<ImportReport> importSample(
      SampleCorpus sample, ModelChoice model, Granularity granularity) {
    return importDocuments(
        "importing the sample", context -> sample.contents(), model, granularity);
  }

  private Job<ImportReport> importDocuments(
      String name,
      Function<JobContext, CorpusContents> source,
      ModelChoice model,
      Granularity granularity) {
    return lanes.submit(
        Lane.INFERENCE,
        name,
        context ->
            importing(
                () ->
                    new ImportCorpus(opened.get(), models)
                        .run(source, model, granularity, context)));
  }

  /// Embeds the documents of the workspace with another model or at another granularity and shows that space; the old spaces stay.
  public Job<ImportReport> embed(ModelChoice model, Granularity granularity) {
    return importDocuments(
        "embedding", context -> new CorpusContents(List.of(), List.of()), model, granularity);
  }

  private ImportReport importing(Supplier<ImportReport> work) {
    return new OpenWorkspace(opened, state, placers, memory)
        .keepingUpWith(
            () -> {
              ImportReport report = work.get();
              show(List.of(report.space().id()), true, JobContext.direct());
              return report;
            });
  }

  /// Reads vectors of another tool into a space of their own and shows it.
  public Job<ImportedVectors> importVectors(Path vectorFile, Path unitFile) {
    return lanes.submit(
        Lane.INFERENCE,
        "importing vectors",
        context -> {
          ImportedVectors imported =
              new ImportVectors(opened.get()).run(vectorFile, unitFile, context.cancellation());
          show(imported.spaces().stream().map(SpaceSummary::id).limit(1).toList(), true, context);
          return imported;
        });
  }

  /// Shows one space, or two of the same fingerprint (the coarser first).
  public Job<SessionState> showSpaces(List<Long> spaceIds) {
    return lanes.submit(
        Lane.INFERENCE, "showing another space", context -> show(spaceIds, true, context));
  }

  /// The same for one question: what the window shows next time stays as it was.
  public Job<SessionState> lookAt(List<Long> spaceIds) {
    return lanes.submit(
        Lane.INFERENCE, "looking at another space", context -> show(spaceIds, false, context));
  }

  private SessionState show(List<Long> spaceIds, boolean remember, JobContext context) {
    Workspace workspace = opened.get();
    ShowSpaces.Read read = new ShowSpaces(workspace, state, placers).read(spaceIds);
    if (remember) {
      memory.want(workspace, OpenWorkspace.remembered(spaceIds));
      memory.save();
    }
    return read.show(context);
  }

  /// Gives a typed text its vector and its place; it passes bulk embedding.
  public Job<PlacedText> placeText(TypedRequest request) {
    return lanes.submitUrgent(
        "placing the text",
        context -> new PlaceText(opened.get(), models, state, around).run(request, context));
  }

  /// Takes a typed text away again.
  public Job<SessionState> removeText(String unitId) {
    return lanes.submitUrgent(
        "removing the text",
        context -> {
          Workspace workspace = opened.get();
          for (long spaceId : state.get().shownSpaceIds()) {
            workspace.removeTypedText(spaceId, unitId);
          }
          return state.change(old -> RemoveText.from(old, unitId));
        });
  }

  /// Computes a picture of the shown chunks. Empty when it was paused before its end.
  public Job<Optional<Projection>> startLayout(ProjectionMethod method) {
    return lanes.submit(
        Lane.LAYOUT, "computing the map", context -> layouts().run(method, context));
  }

  /// The same for an export: of a run that is stopped and cannot be gone on with, nothing is kept.
  ///
  /// @param replaces whether it takes the place of what the workspace keeps of this method; if not, the window shows what it showed
  public Job<Optional<Projection>> sketchLayout(ProjectionMethod method, boolean replaces) {
    Replacing wanted = replaces ? Replacing.WITHOUT_HALVES : Replacing.NOTHING;
    return lanes.submit(
        Lane.LAYOUT,
        "computing the map",
        context -> layouts().replacing(wanted).run(method, context));
  }

  /// The picture of a method that the workspace keeps of the shown chunks, whatever its parameters. It need not be the one that is shown.
  public Job<Optional<Projection>> keptLayout(ProjectionMethod method) {
    return lanes.submit(
        Lane.TRANSFER,
        "reading the kept map",
        context -> ShowSpaces.kept(opened.get(), state.get(), method.key()));
  }

  private StartLayout layouts() {
    return new StartLayout(opened.get(), state, placers, layout);
  }

  /// Halts the running layout after its present step; it can be taken up again.
  public void pauseLayout() {
    layout.wantPause(true);
  }

  /// Takes a paused layout up again or, when there is none, a t-SNE that was interrupted or stopped and is kept in the workspace.
  public Job<Optional<Projection>> resumeLayout() {
    return lanes.submit(
        Lane.LAYOUT,
        "computing the map",
        context -> {
          layout.wantPause(false);
          return layouts().resume(context);
        });
  }

  /// Shows the kept picture of a method again, whatever its parameters. Empty when there is none, when it is shown already, and while a run is paused.
  public Job<Optional<Projection>> showKeptLayout(ProjectionMethod method) {
    return lanes.submit(
        Lane.LAYOUT, "showing the map", context -> layouts().showKept(method, context));
  }

  /// Ends a paused layout where it is and keeps its picture, beside a finished one of its method.
  public Job<Optional<Projection>> settleLayout() {
    return lanes.submit(Lane.LAYOUT, "keeping the map", context -> layouts().settle());
  }

  /// Turns the named parameters of the running layout from its next step on; the others keep following its plan.
  public void changeLayout(LiveChange change) {
    layout.turn(change);
  }

  /// The newest frame of the running layout; taken by the map at each pulse.
  public Optional<LiveFrame> liveFrame() {
    return state.get().running().isPresent() ? layout.frame.get() : Optional.empty();
  }

  /// Has the frames of every layout measured from now on, about once a second.
  public void measureFrames() {
    layout.wantQuality();
  }

  /// Measures how far the present picture can be trusted; the result is part of the state from then on.
  public Job<MapQuality> measureQuality() {
    return lanes.submit(
        Lane.QUERY,
        "measuring the map",
        context -> new MeasureQuality(state).run(context.cancellation()));
  }

  /// Measures the engines on files; the open workspace has no part in it.
  public Job<BenchReport> bench(BenchPlan plan, ModelChoice model) {
    return lanes.submit(
        Lane.INFERENCE,
        "measuring the engines",
        context -> new MeasureEngines(models, another).run(plan, model, context));
  }

  public Job<WorkspaceInfo> info() {
    return lanes.submit(
        Lane.TRANSFER,
        "reading the workspace",
        context -> {
          Workspace workspace = opened.get();
          List<SpaceSummary> spaces = workspace.spaces();
          return new WorkspaceInfo(
              workspace.file(),
              workspace.documents().size(),
              spaces.stream().mapToLong(SpaceSummary::units).sum(),
              spaces,
              workspace.projections(),
              workspace.fileBytes());
        });
  }

  /// Writes the shown units and their vectors.
  public Job<VectorSpace> exportVectors(Path vectorFile, Path unitFile) {
    return lanes.submit(
        Lane.TRANSFER,
        "exporting vectors",
        context ->
            new ExportVectors(state.awaitVectors(context.cancellation()))
                .run(vectorFile, unitFile, context.cancellation()));
  }

  /// Writes the present picture; the ending decides: `.csv`, `.png` or `.svg`.
  public Job<Path> exportMap(Path file) {
    return lanes.submit(
        Lane.TRANSFER, "exporting the map", context -> new ExportMap(state.get()).run(file));
  }

  /// Writes a copy of the workspace that is complete in itself. Refuses a file that is there.
  public Job<Path> saveCopy(Path target) {
    return lanes.submit(
        Lane.TRANSFER,
        "saving a copy",
        context -> {
          opened.get().saveCopy(target);
          return target;
        });
  }

  /// What the window remembered; empty when nothing is open.
  public Job<Map<String, String>> windowState() {
    return lanes.submit(
        Lane.TRANSFER,
        "recalling the window",
        context -> state.get().workspaceFile().isPresent() ? opened.get().windowState() : Map.of());
  }

  /// Remembers where the window was; merged with what is remembered already. Kept even when the session is closed at once.
  public Job<Integer> rememberWindow(Map<String, String> window) {
    if (state.get().workspaceFile().isPresent()) {
      memory.want(opened.get(), window);
    }
    return lanes.submit(
        Lane.TRANSFER,
        "remembering the window",
        context -> {
          opened.get();
          memory.save();
          return window.size();
        });
  }

  /// Asks all work to stop, waits for it, keeps the picture of a paused layout, and closes the workspace and the model.
  @Override
  public void close() {
    lanes.close();
    models.close();
    try {
      if (layout.kept().isPresent()) {
        layouts().settle();
      }
      memory.save();
    } finally {
      opened.close();
    }
  }
}
