package io.semascope.session;

import static java.util.stream.Collectors.toSet;

import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.Purpose;
import io.semascope.model.Truncation;
import io.semascope.probe.LevelComparison;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.chunking.Chunker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Compares one query with a document at every level: whole, paragraphs, sentences, words, token windows.
final class CompareLevels {
  /// Long enough for two or three sentences.
  private static final Granularity USUAL_WINDOW = new Granularity.TokenWindow(64, 16);

  private final EmbeddingModel model;

  CompareLevels(EmbeddingModel model) {
    this.model = model;
  }

  LevelAnswer run(Document document, TypedRequest query, JobContext context) {
    EmbeddedTexts asked = model.embed(List.of(query.text()), query.purpose(), context);
    List<Chunk> chunks = new ArrayList<>();
    ModelRuler ruler = new ModelRuler(model);
    for (Granularity level :
        List.of(
            new Granularity.WholeDocument(),
            new Granularity.Paragraph(),
            USUAL_WINDOW,
            new Granularity.Sentence(),
            new Granularity.Word())) {
      chunks.addAll(Chunker.cut(document, level, ruler));
    }
    Map<String, Integer> distinct = new LinkedHashMap<>();
    for (Chunk chunk : chunks) {
      distinct.putIfAbsent(chunk.text(), distinct.size());
    }
    context.meter().plan(new ProgressMeter.Stage("embedding all levels", 1, "texts"));
    context.meter().begin(0, distinct.size());
    EmbeddedTexts levels = model.embed(List.copyOf(distinct.keySet()), Purpose.DOCUMENT, context);
    int[] rows = chunks.stream().mapToInt(chunk -> distinct.get(chunk.text())).toArray();
    SpaceOrigin origin = new SpaceOrigin.FromModel(model.descriptor().id(), model.fingerprint());
    VectorSpace space = new VectorSpace(origin, chunks, levels.vectors().select(rows), 0);
    LevelComparison comparison =
        LevelComparison.of(
            List.of(space),
            document.id(),
            new LevelComparison.Query(origin, asked.vectors().row(0)));
    Set<Integer> cut = levels.truncations().stream().map(Truncation::index).collect(toSet());
    Set<Integer> unknown = Set.copyOf(levels.unknown());
    return new LevelAnswer(
        comparison,
        ids(chunks, chunk -> cut.contains(distinct.get(chunk.text()))),
        asked.truncations(),
        ids(chunks, chunk -> unknown.contains(distinct.get(chunk.text()))),
        !asked.unknown().isEmpty());
  }

  private static List<String> ids(List<Chunk> chunks, Predicate<Chunk> wanted) {
    return chunks.stream().filter(wanted).map(Chunk::id).toList();
  }
}
