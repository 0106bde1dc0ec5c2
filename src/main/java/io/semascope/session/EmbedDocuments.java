package io.semascope.session;

import io.semascope.job.JobContext;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.InputUnusable;
import io.semascope.model.Purpose;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.SpaceSummary;
import io.semascope.store.Workspace;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.chunking.Chunker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Cuts the documents of a workspace and gives every piece a vector; what is already there stays. Stopped or killed, it goes on where it was.
final class EmbedDocuments {
  /// A stored batch ends with this many characters or texts: at most one of them, about a second's work, is lost when the process is killed.
  private static final int BATCH_CHARACTERS = 32_768;

  private static final int BATCH_TEXTS = 512;

  private final Workspace workspace;
  private final EmbeddingModel model;
  private final List<String> unusable = new ArrayList<>();
  private int truncated;

  EmbedDocuments(Workspace workspace, EmbeddingModel model) {
    this.workspace = workspace;
    this.model = model;
  }

  /// @param cuttingStage index of the meter's stage for cutting; embedding is the next
  Outcome run(Granularity granularity, int cuttingStage, JobContext context) {
    SpaceOrigin origin = new SpaceOrigin.FromModel(model.descriptor().id(), model.fingerprint());
    SpaceSummary space = workspace.openSpace(origin, model.descriptor().dimension(), granularity);
    cut(space, granularity, cuttingStage, context);
    // Texts of about the same length share batches without much padding; the longest first, so that
    // the time left is not promised too short.
    List<Chunk> pending =
        workspace.pending(space.id()).stream()
            .sorted(Comparator.comparing((Chunk chunk) -> -chunk.text().length()))
            .toList();
    context.meter().begin(cuttingStage + 1, pending.size());
    long started = System.nanoTime();
    for (int from = 0; from < pending.size(); ) {
      List<Chunk> batch = pending.subList(from, endOfBatch(pending, from));
      context.pause().run();
      embed(space, batch, context);
      from += batch.size();
      context.meter().advance(from);
    }
    return new Outcome(
        space.id(),
        pending.size() - unusable.size(),
        truncated,
        List.copyOf(unusable),
        (System.nanoTime() - started) / 1e9);
  }

  private static int endOfBatch(List<Chunk> pending, int from) {
    int end = from;
    long characters = 0;
    while (end < pending.size() && end - from < BATCH_TEXTS && characters < BATCH_CHARACTERS) {
      characters += pending.get(end).text().length();
      end++;
    }
    return end;
  }

  private void cut(SpaceSummary space, Granularity granularity, int stage, JobContext context) {
    List<Document> documents = workspace.documents();
    context.meter().begin(stage, documents.size());
    ModelRuler ruler = new ModelRuler(model);
    List<List<Chunk>> cuts = new java.util.ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      context.cancellation().check();
      cuts.add(Chunker.cut(documents.get(i), granularity, ruler));
      context.meter().advance(i + 1);
    }
    workspace.addUnits(space.id(), cuts.stream().flatMap(List::stream).toList());
  }

  private void embed(SpaceSummary space, List<Chunk> batch, JobContext context) {
    JobContext quiet =
        new JobContext(
            context.cancellation(), io.semascope.job.ProgressMeter.silent(), context.pause());
    try {
      EmbeddedTexts embedded =
          model.embed(batch.stream().map(Chunk::text).toList(), Purpose.DOCUMENT, quiet);
      workspace.putVectors(space.id(), batch, embedded.vectors(), embedded.truncations());
      truncated += embedded.truncations().size();
    } catch (InputUnusable refused) {
      // One text that the tokenizer finds nothing in must not keep the others from their vectors.
      if (batch.size() == 1) {
        unusable.add(
            "“%s” has no vector: the model's tokenizer finds nothing to read in it."
                .formatted(batch.getFirst().id()));
      } else {
        for (Chunk chunk : batch) {
          embed(space, List.of(chunk), context);
        }
      }
    }
  }

  /// @param textsEmbedded distinct texts that got a vector
  /// @param textsTruncated how many of them lost their end
  /// @param unusable one sentence for each text that can get no vector
  /// @param seconds wall time in the model and the store
  record Outcome(
      long spaceId, int textsEmbedded, int textsTruncated, List<String> unusable, double seconds) {}
}
