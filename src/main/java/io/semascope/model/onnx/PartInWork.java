package io.semascope.model.onnx;

import io.semascope.job.JobContext;
import io.semascope.model.EmbeddedPart;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.InputUnusable;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.Purpose;
import io.semascope.model.Truncation;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A tokenised part of a request and the memory its vectors go to. Its calls may run at the same time, since each writes rows of its own.
final class PartInWork {
  private final int index;
  private final int dimension;
  private final List<Integer> refused = new ArrayList<>();
  private final List<Truncation> truncations = new ArrayList<>();
  private final List<Integer> unknown = new ArrayList<>();
  private final List<Call> calls;
  private final MemorySegment vectors;
  private final int count;
  private final AtomicInteger open;

  /// One run of the graph.
  record Call(PartInWork part, TokenBatch batch) {}

  private PartInWork(int index, ModelDescriptor descriptor, List<EncodedText> encoded) {
    this.index = index;
    dimension = descriptor.dimension();
    count = encoded.size();
    vectors = VectorBlock.allocate(count, dimension);
    calls =
        TokenBatch.plan(encoded, descriptor.oneTextPerCall()).stream()
            .map(batch -> new Call(this, batch))
            .toList();
    open = new AtomicInteger(calls.size());
  }

  /// Tokenises a part, letting urgent work in between two texts. Throws `JobCancelled` when asked to stop.
  ///
  /// @param index of the part in its request
  static PartInWork of(int index, List<String> texts, Encoder encoder, JobContext context) {
    List<EncodedText> encoded = new ArrayList<>(texts.size());
    List<Truncation> truncations = new ArrayList<>();
    List<Integer> unknown = new ArrayList<>();
    List<Integer> refused = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      context.cancellation().check();
      context.pause().run();
      try {
        EncodedText text = encoder.tokenizer().encode(texts.get(i), encoder.purpose());
        int row = encoded.size();
        text.lost()
            .ifPresent(
                lost ->
                    truncations.add(new Truncation(row, text.allTokens(), text.length(), lost)));
        if (text.unknown()) {
          unknown.add(row);
        }
        encoded.add(text);
      } catch (InputUnusable e) {
        refused.add(i);
      }
    }
    PartInWork part = new PartInWork(index, encoder.descriptor(), encoded);
    part.refused.addAll(refused);
    part.truncations.addAll(truncations);
    part.unknown.addAll(unknown);
    return part;
  }

  /// How the texts of a request are cut into tokens.
  record Encoder(ModelDescriptor descriptor, TextTokenizer tokenizer, Purpose purpose) {}

  List<Call> calls() {
    return calls;
  }

  /// Keeps the vectors of one call. True when it was the last one.
  boolean finish(TokenBatch batch, List<float[]> rows) {
    for (int i = 0; i < rows.size(); i++) {
      long offset = (long) batch.rows().get(i) * dimension * Float.BYTES;
      MemorySegment.copy(rows.get(i), 0, vectors, VectorBlock.ELEMENT, offset, dimension);
    }
    return open.decrementAndGet() == 0;
  }

  boolean finished() {
    return open.get() == 0;
  }

  /// What came of it, once it is finished.
  EmbeddedPart result() {
    EmbeddedTexts embedded =
        new EmbeddedTexts(VectorBlock.wrap(vectors, count, dimension), truncations, unknown);
    return new EmbeddedPart(index, embedded, refused);
  }
}
