package io.semascope.session;

import io.semascope.job.JobContext;
import io.semascope.model.EmbeddedPart;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.EmbeddingModel;
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
import java.util.stream.IntStream;

/// Cuts the documents of a workspace and gives every piece a vector; what is already there stays. Stopped or killed, it goes on where it was.
final class EmbedDocuments {
  /// A stored batch ends with this many characters or texts: at most one of them, about a second's work, is lost when the process is killed.
  private static final int BATCH_CHARACTERS = 32_768;

  private static final int BATCH_TEXTS = 512;

  /// Pieces are stored in transactions of this size, so that a typed text need not wait for a long one.
  private static final int UNITS_AT_ONCE = 2048;

  private final Workspace workspace;
  private final EmbeddingModel model;
  private final List<String> unusable = new ArrayList<>();
  private int truncated;
  private int unknown;

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
    List<List<Chunk>> batches = batches(pending);
    context.meter().begin(cuttingStage + 1, pending.size());
    long started = System.nanoTime();
    embed(space, batches, context);
    return new Outcome(
        space.id(),
        pending.size() - unusable.size(),
        truncated,
        unknown,
        List.copyOf(unusable),
        (System.nanoTime() - started) / 1e9);
  }

  private static List<List<Chunk>> batches(List<Chunk> pending) {
    List<List<Chunk>> batches = new ArrayList<>();
    for (int from = 0; from < pending.size(); ) {
      int end = endOfBatch(pending, from);
      batches.add(pending.subList(from, end));
      from = end;
    }
    return batches;
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
    List<Chunk> cut = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      context.cancellation().check();
      context.pause().run();
      cut.addAll(Chunker.cut(documents.get(i), granularity, ruler));
      if (cut.size() >= UNITS_AT_ONCE || i == documents.size() - 1) {
        workspace.addUnits(space.id(), cut);
        cut.clear();
      }
      context.meter().advance(i + 1);
    }
  }

  /// Stores each batch in one transaction while the model works on the next ones. Only what is stored counts as done.
  private void embed(SpaceSummary space, List<List<Chunk>> batches, JobContext context) {
    int[] done = {0};
    model.embedParts(
        batches.stream().map(batch -> batch.stream().map(Chunk::text).toList()).toList(),
        Purpose.DOCUMENT,
        context,
        part -> {
          List<Chunk> batch = batches.get(part.index());
          store(space, batch, part);
          done[0] += batch.size();
          context.meter().advance(done[0]);
        });
  }

  /// One text that the tokenizer finds nothing in must not keep the others from their vectors.
  private void store(SpaceSummary space, List<Chunk> batch, EmbeddedPart part) {
    for (int index : part.refused()) {
      unusable.add(
          "“%s” has no vector: the model's tokenizer finds nothing to read in it."
              .formatted(batch.get(index).id()));
    }
    List<Chunk> kept =
        IntStream.range(0, batch.size())
            .filter(index -> !part.refused().contains(index))
            .mapToObj(batch::get)
            .toList();
    if (!kept.isEmpty()) {
      EmbeddedTexts embedded = part.embedded();
      workspace.putVectors(space.id(), kept, embedded.vectors(), embedded.truncations());
      truncated += embedded.truncations().size();
      unknown += embedded.unknown().size();
    }
  }

  /// @param textsEmbedded distinct texts that got a vector
  /// @param textsTruncated how many of them lost their end
  /// @param textsUnknown of how many of them the model's vocabulary has nothing
  /// @param unusable one sentence for each text that can get no vector
  /// @param seconds wall time in the model and the store
  record Outcome(
      long spaceId,
      int textsEmbedded,
      int textsTruncated,
      int textsUnknown,
      List<String> unusable,
      double seconds) {}
}
