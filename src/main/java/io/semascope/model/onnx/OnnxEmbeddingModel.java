package io.semascope.model.onnx;

import io.semascope.job.Crew;
import io.semascope.job.JobContext;
import io.semascope.model.Device;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.InputUnusable;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFingerprint;
import io.semascope.model.PartReceiver;
import io.semascope.model.Purpose;
import io.semascope.model.Tokenization;
import io.semascope.model.Truncation;
import io.semascope.problem.ProblemReport;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// A model whose graph runs in this process.
///
/// Texts go through in parts of about equal length (`PartPipeline`). It keeps nothing between two requests, so that urgent work may embed a text on the calling
/// thread while the graph is running for bulk work on others: the graph takes any number of calls at once.
final class OnnxEmbeddingModel implements EmbeddingModel {
  /// Texts of one part: enough to fill batches evenly, few enough that the first vectors come soon.
  private static final int WINDOW_TEXTS = 512;

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
    List<Integer> unknown = new ArrayList<>();
    List<List<Integer>> windows = windows(texts);
    int[] done = {0};
    embedParts(
        windows.stream().map(rows -> rows.stream().map(texts::get).toList()).toList(),
        purpose,
        context,
        part -> {
          List<Integer> rows = windows.get(part.index());
          part.refused().stream()
              .map(rows::get)
              .min(Integer::compare)
              .ifPresent(row -> refuse(texts.get(row), row, texts.size(), purpose));
          part.embedded()
              .truncations()
              .forEach(cut -> truncations.add(cut.at(rows.get(cut.index()))));
          part.embedded().unknown().forEach(text -> unknown.add(rows.get(text)));
          scatter(part.embedded().vectors(), rows, vectors);
          done[0] += rows.size();
          context.meter().advance(done[0]);
        });
    truncations.sort(Comparator.comparing(Truncation::index));
    unknown.sort(Comparator.naturalOrder());
    return new EmbeddedTexts(
        VectorBlock.wrap(vectors, texts.size(), descriptor.dimension()), truncations, unknown);
  }

  /// Rows of the request whose texts are about equally long, the longest first.
  static List<List<Integer>> windows(List<String> texts) {
    List<Integer> order =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparing(row -> -texts.get(row).length()))
            .toList();
    List<List<Integer>> windows = new ArrayList<>();
    for (int from = 0; from < order.size(); from += WINDOW_TEXTS) {
      windows.add(order.subList(from, Math.min(order.size(), from + WINDOW_TEXTS)));
    }
    return windows;
  }

  private void scatter(VectorBlock part, List<Integer> rows, MemorySegment vectors) {
    long bytes = (long) descriptor.dimension() * Float.BYTES;
    for (int i = 0; i < rows.size(); i++) {
      MemorySegment.copy(part.segment(), i * bytes, vectors, rows.get(i) * bytes, bytes);
    }
  }

  /// Throws the reason why a text can get no vector, with its place in the request.
  private void refuse(String text, int row, int count, Purpose purpose) {
    try {
      var unused = tokenizer.encode(text, purpose);
    } catch (InputUnusable refused) {
      ProblemReport report = refused.report();
      String what =
          count == 1
              ? "The text can get no vector."
              : "Text " + (row + 1) + " of the request can get no vector.";
      throw new InputUnusable(new ProblemReport(what, report.why(), report.remedy()));
    }
  }

  /// {@inheritDoc} One text alone runs on the calling thread.
  @Override
  public void embedParts(
      List<List<String>> parts, Purpose purpose, JobContext context, PartReceiver receiver) {
    PartInWork.Encoder encoder = new PartInWork.Encoder(descriptor, tokenizer, purpose);
    if (parts.size() == 1 && parts.getFirst().size() == 1) {
      PartInWork part = PartInWork.of(0, parts.getFirst(), encoder, context);
      for (PartInWork.Call call : part.calls()) {
        var unused =
            part.finish(
                call.batch(), loaded.graph().run(call.batch(), pooler, context.cancellation()));
      }
      receiver.accept(part.result());
    } else if (!parts.isEmpty()) {
      PartPipeline.GraphCall graph = (batch, stop) -> loaded.graph().run(batch, pooler, stop);
      new PartPipeline(graph, loaded.calls(), context).run(parts, encoder, receiver);
    }
  }

  @Override
  public OptionalDouble graphSeconds(List<String> texts, Purpose purpose, JobContext context) {
    PartInWork.Encoder encoder = new PartInWork.Encoder(descriptor, tokenizer, purpose);
    PartInWork all = PartInWork.of(0, texts, encoder, context);
    AtomicInteger next = new AtomicInteger();
    Runnable loop =
        () -> {
          for (int i = next.getAndIncrement(); i < all.calls().size(); i = next.getAndIncrement()) {
            loaded.graph().runBare(all.calls().get(i).batch(), context.cancellation());
          }
        };
    long started = System.nanoTime();
    Crew crew = Crew.startGivingWay("bare-graph", loaded.calls(), loop, () -> {});
    crew.close();
    double seconds = (System.nanoTime() - started) / 1e9;
    crew.check();
    return OptionalDouble.of(seconds);
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
