package io.semascope.session;

import io.semascope.job.JobContext;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.InputUnusable;
import io.semascope.model.Truncation;
import io.semascope.neighbour.NeighbourList;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.problem.ProblemReport;
import io.semascope.space.VectorSpace;
import io.semascope.store.UnitTruncation;
import io.semascope.store.Workspace;
import io.semascope.text.Span;
import io.semascope.text.TypedText;
import io.semascope.text.chunking.Chunker;
import io.semascope.vector.Similarity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The whole story in one method: a typed text gets its vector, its neighbours and its place on the map, and is kept.
final class PlaceText {
  private static final int NEIGHBOURS = 10;
  private static final String PREFIX = "typed-";

  private final Workspace workspace;
  private final ModelKeeper models;
  private final StateCell state;
  private final Surroundings around;

  PlaceText(Workspace workspace, ModelKeeper models, StateCell state, Surroundings around) {
    this.workspace = workspace;
    this.models = models;
    this.state = state;
    this.around = around;
  }

  /// What finds a place beside the texts that have one.
  record Surroundings(FindNeighbours neighbours, Placers placers) {}

  PlacedText run(TypedRequest request, JobContext context) {
    SessionState before = state.get();
    VectorSpace space =
        before.space().orElseThrow(() -> SessionProblem.noSpace(workspace.file().toString()));
    EmbeddingModel model = models.loadFor(space.origin(), space.dimension(), context);
    List<TypedText> typed = pieces(request, model);
    EmbeddedTexts embedded =
        model.embed(typed.stream().map(TypedText::text).toList(), request.purpose(), context);
    int chunks = before.chunkCount();
    NeighbourList neighbours =
        around
            .neighbours()
            .exactly(
                space.vectors(),
                new NeighbourQuery(
                    embedded.vectors().row(0), NEIGHBOURS, Similarity.COSINE, row -> row < chunks),
                context.cancellation());
    for (int i = 0; i < typed.size(); i++) {
      workspace.addTypedText(
          before.shownSpaceIds().getFirst(), typed.get(i), embedded.vectors().row(i));
    }
    new PlaceMissing(state, around.placers())
        .run(
            old -> withTyped(old, before.shownSpaceIds(), typed, embedded), context.cancellation());
    return new PlacedText(
        typed.stream().map(TypedText::id).toList(),
        neighbours,
        embedded.truncations(),
        embedded.unknown());
  }

  private List<TypedText> pieces(TypedRequest request, EmbeddingModel model) {
    List<Span> spans = Chunker.spans(request.text(), request.granularity(), new ModelRuler(model));
    if (spans.isEmpty()) {
      throw new InputUnusable(
          new ProblemReport(
              "The text was not placed.",
              "It has no " + request.granularity().key() + " with a letter or digit in it.",
              "Type at least one word."));
    }
    int number = nextNumber(workspace.unitIds(PREFIX));
    List<TypedText> typed = new ArrayList<>();
    for (Span span : spans) {
      typed.add(new TypedText(PREFIX + number++, span.of(request.text())));
    }
    return typed;
  }

  /// A number that no unit of any space has: two spaces may be shown together, and a document may be called the same.
  private static int nextNumber(List<String> taken) {
    int highest = 0;
    for (String id : taken) {
      if (id.matches("typed-\\d{1,8}")) {
        highest = Math.max(highest, Integer.parseInt(id.substring(PREFIX.length())));
      }
    }
    return highest + 1;
  }

  /// Adds the texts to the shown space; if another was shown meanwhile, they wait in their own.
  private static SessionState withTyped(
      SessionState old, List<Long> spaceIds, List<TypedText> typed, EmbeddedTexts embedded) {
    if (old.space().isEmpty() || !old.shownSpaceIds().equals(spaceIds)) {
      return old;
    }
    VectorSpace space = old.space().get();
    VectorSpace addition =
        new VectorSpace(space.origin(), typed, embedded.vectors(), space.revision());
    Map<String, UnitTruncation> truncations = new HashMap<>(old.truncations());
    for (Truncation cut : embedded.truncations()) {
      String id = typed.get(cut.index()).id();
      truncations.put(id, new UnitTruncation(id, cut.tokens(), cut.keptTokens(), cut.lost()));
    }
    return old.withSpace(Optional.of(space.with(addition)))
        .withTruncations(Map.copyOf(truncations));
  }
}
