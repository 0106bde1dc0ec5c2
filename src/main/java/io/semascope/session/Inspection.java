package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.job.Job;
import io.semascope.job.Lane;
import io.semascope.job.Lanes;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.Purpose;
import io.semascope.model.Tokenization;
import io.semascope.probe.Activations;
import io.semascope.probe.CosineBreakdown;
import io.semascope.probe.DimensionEnds;
import io.semascope.probe.DimensionStatistics;
import io.semascope.projection.Placement;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.variance.ComponentShares;
import io.semascope.projection.variance.PrincipalComponents;
import io.semascope.session.components.FileComponents;
import io.semascope.session.index.IndexedSpace;
import io.semascope.session.index.NeighbourRequest;
import io.semascope.session.index.SearchMethod;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.text.Document;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Questions a person asks about the shown space. A newer question of the same kind cancels the older. Safe for use from any thread.
public final class Inspection {
  private final Lanes lanes;
  private final StateCell state;
  private final ModelKeeper models;
  private final FindNeighbours neighbours;
  private final Placers placers;

  Inspection(Lanes lanes, StateCell state, ModelKeeper models, PlaceText.Surroundings around) {
    this.lanes = lanes;
    this.state = state;
    this.models = models;
    this.neighbours = around.neighbours();
    this.placers = around.placers();
  }

  /// The nearest other units of a unit, every row compared.
  public Job<NeighbourAnswer> neighbours(String unitId, int count, Similarity similarity) {
    return neighbours(unitId, NeighbourRequest.exact(count, similarity));
  }

  /// The nearest other units of a unit. A patient request builds an index that is not there yet and saves it beside the workspace.
  public Job<NeighbourAnswer> neighbours(String unitId, NeighbourRequest request) {
    return lanes.submit(
        Lane.QUERY,
        "finding neighbours",
        context -> finder(context.cancellation()).ofUnit(unitId, request, context));
  }

  /// The nearest units of a text that is not kept, every row compared.
  public Job<NeighbourAnswer> neighboursOfText(
      String text, Purpose purpose, int count, Similarity similarity) {
    return neighboursOfText(text, purpose, NeighbourRequest.exact(count, similarity));
  }

  /// The nearest units of a text that is not kept.
  public Job<NeighbourAnswer> neighboursOfText(
      String text, Purpose purpose, NeighbourRequest request) {
    return lanes.submitUrgent(
        "finding neighbours of the text",
        context -> {
          FindNeighbours.Questions finder = finder(context.cancellation());
          VectorSpace space = finder.space();
          EmbeddingModel model = models.loadFor(space.origin(), space.dimension(), context);
          EmbeddedTexts asked = model.embed(List.of(text), purpose, context);
          return finder.ofVector(asked.vectors().row(0), request, context).of(asked);
        });
  }

  /// Where a text that is not kept would stand on the shown map.
  ///
  /// @param map that it was placed on
  /// @param placement as a typed text of these words would get it
  /// @param neighbours the units nearest to it
  public record PlaceOnMap(Projection map, Placement placement, NeighbourAnswer neighbours) {}

  /// Places a text on the shown map without keeping it, and finds the units nearest to it. Throws `SessionProblem` when no text can be typed into the space, when
  /// there is no map, and when the shown one is not by `method`, whatever its parameters.
  ///
  /// @param method any when empty
  public Job<PlaceOnMap> placeOfText(
      String text, Purpose purpose, NeighbourRequest request, Optional<ProjectionMethod> method) {
    return lanes.submitUrgent(
        "placing the text",
        context -> {
          SessionState now = state.awaitVectors(context.cancellation());
          FindNeighbours.Questions finder = finder(now);
          VectorSpace space = finder.space();
          EmbeddingModel model = models.loadFor(space.origin(), space.dimension(), context);
          Projection map = map(now, method);
          EmbeddedTexts asked = model.embed(List.of(text), purpose, context);
          return new PlaceOnMap(
              map,
              placers
                  .forProjection(space, map, context.cancellation())
                  .place(asked.vectors().row(0), context.cancellation()),
              finder.ofVector(asked.vectors().row(0), request, context).of(asked));
        });
  }

  private static Projection map(SessionState now, Optional<ProjectionMethod> method) {
    Projection shown = now.projection().orElseThrow(SessionProblem::noMap);
    if (method.isPresent() && !method.get().key().equals(shown.method().key())) {
      throw SessionProblem.noMapOf(method.get().key(), shown.method().key());
    }
    return shown;
  }

  /// Makes what a search by `method` needs, saves it beside the workspace, and measures how true it is. Its result says what became of a saved index
  /// meanwhile, one sentence each.
  public Job<List<String>> prepareIndex(SearchMethod method) {
    return lanes.submit(
        Lane.INDEX,
        "preparing the neighbour index",
        context -> finder(context.cancellation()).prepare(method, context));
  }

  private FindNeighbours.Questions finder(Cancellation cancellation) {
    return finder(state.awaitVectors(cancellation));
  }

  private FindNeighbours.Questions finder(SessionState now) {
    return neighbours.in(
        new IndexedSpace(
            now.workspaceFile().orElseThrow(SessionProblem::noWorkspace),
            now.shownSpaceIds(),
            space(now)),
        now);
  }

  /// Two texts under one model, without a space.
  public Job<TextComparison> compareTexts(String one, String other, ModelChoice choice) {
    return lanes.submitUrgent(
        "comparing two texts",
        context -> {
          EmbeddingModel model = models.load(choice, context);
          EmbeddedTexts embedded = model.embed(List.of(one, other), Purpose.DOCUMENT, context);
          return new TextComparison(
              model.descriptor(),
              model.fingerprint(),
              CosineBreakdown.of(embedded.vectors().row(0), embedded.vectors().row(1)),
              embedded.truncations(),
              embedded.unknown());
        });
  }

  /// How the cosine of two units of the space comes about.
  public Job<CosineBreakdown> compareUnits(String one, String other) {
    return lanes.submit(
        Lane.QUERY,
        "comparing two units",
        context -> {
          VectorSpace space = space(context.cancellation());
          return CosineBreakdown.of(vector(space, one), vector(space, other));
        });
  }

  /// The vector of a unit against the space's mean and spread.
  public Job<UnitInspection> unit(String unitId) {
    return lanes.submit(
        Lane.QUERY,
        "inspecting a unit",
        context -> {
          VectorSpace space = space(context.cancellation());
          DimensionStatistics statistics =
              DimensionStatistics.of(space.vectors(), context.cancellation());
          return new UnitInspection(
              space.unit(row(space, unitId)),
              Activations.of(vector(space, unitId), statistics),
              statistics);
        });
  }

  /// The units at both ends of a dimension.
  public Job<DimensionEnds> dimension(int dimension, int count) {
    return lanes.submit(
        Lane.QUERY,
        "inspecting a dimension",
        context -> {
          VectorSpace space = space(context.cancellation());
          if (dimension < 0 || dimension >= space.dimension()) {
            throw SessionProblem.unknownDimension(dimension, space.dimension());
          }
          return DimensionEnds.of(space, dimension, count);
        });
  }

  /// Every direction in which the chunks of the space vary, and how much; typed texts have no part in it.
  public Job<ComponentShares> components() {
    return lanes.submit(
        Lane.QUERY,
        "finding the components",
        context ->
            PrincipalComponents.of(chunks(context.cancellation()), context.cancellation())
                .shares());
  }

  /// The same for the vectors of a file, whatever is open. One that is large beside the memory allowed is read in parts; a result of parts differs from that of the
  /// whole by the rounding of double precision only.
  ///
  /// @param inParts whether it is read in parts in any case
  public Job<FileComponents> componentsOfFile(Path vectorFile, boolean inParts) {
    return lanes.submit(
        Lane.QUERY,
        "finding the components",
        context -> FileComponents.of(vectorFile, inParts, context.cancellation()));
  }

  /// The same, and writes the vectors of the file on the first of them; a run that is stopped leaves no file.
  public Job<FileComponents> writeFileOnComponents(FileComponents.Wish wish) {
    return lanes.submit(
        Lane.TRANSFER,
        "writing vectors on components",
        context -> FileComponents.write(wish, context.cancellation()));
  }

  /// Writes the shown units and, in the same order, their vectors on the first `kept` principal components; their shares come back.
  public Job<ComponentShares> writeOnComponents(Path vectorFile, Path unitFile, int kept) {
    return lanes.submit(
        Lane.TRANSFER,
        "writing vectors on components",
        context ->
            new ExportVectors(state.awaitVectors(context.cancellation()))
                .runOnComponents(vectorFile, unitFile, kept, context.cancellation())
                .shares());
  }

  /// How the model of the shown space cuts a text into tokens.
  public Job<Tokenization> tokens(String text, Purpose purpose) {
    return lanes.submitUrgent(
        "cutting into tokens",
        context -> {
          VectorSpace space = space(context.cancellation());
          return models.loadFor(space.origin(), space.dimension(), context).tokenize(text, purpose);
        });
  }

  /// One query against all levels of one document.
  public Job<LevelAnswer> levels(String documentId, TypedRequest query) {
    return lanes.submitUrgent(
        "comparing all levels",
        context -> {
          VectorSpace space = space(context.cancellation());
          Document document = state.get().documents().get(documentId);
          if (document == null) {
            throw SessionProblem.unknownDocument(documentId, state.get().documents().size());
          }
          return new CompareLevels(models.loadFor(space.origin(), space.dimension(), context))
              .run(document, query, context);
        });
  }

  /// The model that made vectors of this origin; empty when they are imported or it is not known here.
  public Optional<ModelDescriptor> modelOf(SpaceOrigin origin) {
    return models.describe(origin);
  }

  private VectorBlock chunks(Cancellation cancellation) {
    VectorSpace space = space(cancellation);
    return space.vectors().firstRows(space.chunkCount());
  }

  /// Waits while the vectors are being read.
  private VectorSpace space(Cancellation cancellation) {
    return space(state.awaitVectors(cancellation));
  }

  private static VectorSpace space(SessionState now) {
    return now.space()
        .orElseThrow(
            () ->
                now.workspaceFile().isEmpty()
                    ? SessionProblem.noWorkspace()
                    : SessionProblem.noSpace(now.workspaceFile().get().toString()));
  }

  private static int row(VectorSpace space, String unitId) {
    return space.rowOf(unitId).orElseThrow(() -> SessionProblem.unknownUnit(unitId, space.count()));
  }

  private static DenseVector vector(VectorSpace space, String unitId) {
    return space.vectors().row(row(space, unitId));
  }
}
