package io.semascope.model.onnx;

import io.semascope.job.Fork;
import io.semascope.job.JobContext;
import io.semascope.model.Device;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.InputUnusable;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFingerprint;
import io.semascope.model.Purpose;
import io.semascope.model.Tokenization;
import io.semascope.model.Truncation;
import io.semascope.problem.ProblemReport;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// A model whose graph runs in this process.
///
/// Texts are taken in windows: tokenise, sort by length, run batches side by side. It keeps nothing between two calls, so that urgent work may
/// embed a text while bulk work stands in its pause.
final class OnnxEmbeddingModel implements EmbeddingModel {
  /// Texts tokenised ahead of the graph: enough to sort by length, few enough that progress begins at once.
  private static final int WINDOW_TEXTS = 512;

  /// Padded tokens of each call between two pauses: about a tenth of a second on a laptop, which a typed text may have to wait.
  private static final int TOKENS_PER_ROUND = TokenBatch.TOKENS_PER_CALL;

  private final ModelDescriptor descriptor;
  private final ModelFingerprint fingerprint;
  private final TextTokenizer tokenizer;
  private final LoadedGraph loaded;
  private final Pooler pooler;

  /// @param descriptor as the entry says, but with the dimension vectors are cut to
  OnnxEmbeddingModel(
      ModelDescriptor descriptor,
      ModelFingerprint fingerprint,
      TextTokenizer tokenizer,
      LoadedGraph loaded) {
    this.descriptor = descriptor;
    this.fingerprint = fingerprint;
    this.tokenizer = tokenizer;
    this.loaded = loaded;
    pooler = new Pooler(descriptor.pooling(), descriptor.dimension(), descriptor.normalised());
  }

  @Override
  public ModelDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public ModelFingerprint fingerprint() {
    return fingerprint;
  }

  @Override
  public Device device() {
    return loaded.device();
  }

  @Override
  public EmbeddedTexts embed(List<String> texts, Purpose purpose, JobContext context) {
    MemorySegment vectors = VectorBlock.allocate(texts.size(), descriptor.dimension());
    List<Truncation> truncations = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += WINDOW_TEXTS) {
      List<String> window = texts.subList(from, Math.min(texts.size(), from + WINDOW_TEXTS));
      List<EncodedText> encoded = encode(window, from, purpose, context);
      for (int i = 0; i < encoded.size(); i++) {
        int index = from + i;
        EncodedText text = encoded.get(i);
        text.lost()
            .ifPresent(
                lost ->
                    truncations.add(new Truncation(index, text.allTokens(), text.length(), lost)));
      }
      run(TokenBatch.plan(encoded, from, descriptor.oneTextPerCall()), from, vectors, context);
    }
    return new EmbeddedTexts(
        VectorBlock.wrap(vectors, texts.size(), descriptor.dimension()), truncations);
  }

  /// @param firstIndex of the window in the request
  private List<EncodedText> encode(
      List<String> texts, int firstIndex, Purpose purpose, JobContext context) {
    List<EncodedText> encoded = new ArrayList<>(texts.size());
    for (String text : texts) {
      context.cancellation().check();
      try {
        encoded.add(tokenizer.encode(text, purpose));
      } catch (InputUnusable e) {
        throw numbered(e, firstIndex + encoded.size() + 1);
      }
    }
    return encoded;
  }

  private static InputUnusable numbered(InputUnusable refused, int number) {
    ProblemReport report = refused.report();
    String what = "Text " + number + " of the request can get no vector.";
    return new InputUnusable(new ProblemReport(what, report.why(), report.remedy()));
  }

  /// Runs the batches of one window, as many side by side as the device likes, with a pause after each round.
  ///
  /// @param done texts finished before this window
  private void run(List<TokenBatch> batches, int done, MemorySegment vectors, JobContext context) {
    int finished = done;
    for (int from = 0; from < batches.size(); ) {
      List<TokenBatch> round = batches.subList(from, endOfRound(batches, from));
      // Neighbours in the plan are about equally long, so dealing them out keeps all calls busy.
      Fork.blocks(
          Math.min(loaded.calls(), round.size()),
          context.cancellation(),
          block -> {
            for (int i = block; i < round.size(); i += loaded.calls()) {
              runBatch(round.get(i), vectors, context);
            }
          });
      from += round.size();
      finished += round.stream().mapToInt(TokenBatch::count).sum();
      context.meter().advance(finished);
      context.pause().run();
    }
  }

  /// As many batches as give every call `TOKENS_PER_ROUND`, at least one for each.
  private int endOfRound(List<TokenBatch> batches, int from) {
    long room = (long) TOKENS_PER_ROUND * loaded.calls();
    int end = from;
    while (end < batches.size()) {
      room -= (long) batches.get(end).count() * batches.get(end).width();
      if (room < 0 && end - from >= loaded.calls()) {
        break;
      }
      end++;
    }
    return end;
  }

  private void runBatch(TokenBatch batch, MemorySegment vectors, JobContext context) {
    List<float[]> rows = loaded.graph().run(batch, pooler, context.cancellation());
    int dimension = descriptor.dimension();
    for (int i = 0; i < rows.size(); i++) {
      long offset = (long) batch.rows().get(i) * dimension * Float.BYTES;
      MemorySegment.copy(rows.get(i), 0, vectors, VectorBlock.ELEMENT, offset, dimension);
    }
  }

  @Override
  public Tokenization tokenize(String text, Purpose purpose) {
    return tokenizer.tokenize(text, purpose);
  }

  @Override
  public void close() {
    tokenizer.close();
    loaded.graph().close();
  }
}
