package io.semascope.model;

import io.semascope.job.JobContext;
import java.util.List;
import java.util.OptionalDouble;

/// A loaded model: turns texts into vectors under one contract. Used by one thread at a time.
public interface EmbeddingModel extends AutoCloseable {
  ModelDescriptor descriptor();

  ModelFingerprint fingerprint();

  Device device();

  /// Embeds texts in any number. The vector of a text is the same alone and in any company. Progress counts texts in the meter's current stage; the
  /// context's pause is called between native batches. Throws `InputUnusable` for an empty or blank text, `JobCancelled` when asked to stop.
  EmbeddedTexts embed(List<String> texts, Purpose purpose, JobContext context);

  /// Embeds parts of a long request one behind the other and hands each to the receiver, on the calling thread, while later parts are still being worked
  /// on. A text that can get no vector is named in its part and keeps nobody else from theirs. The context's meter is not moved: the receiver knows what
  /// is done. Its pause is called all the time, so that urgent work need not wait for a part. Throws `JobCancelled` when asked to stop.
  ///
  /// @param parts texts that share native batches, best of about the same length
  default void embedParts(
      List<List<String>> parts, Purpose purpose, JobContext context, PartReceiver receiver) {
    PartAfterPart.embed(this, parts, purpose, context, receiver);
  }

  /// How many seconds the graph alone takes for these texts, everything around it left out: they are tokenised and put into batches before the clock
  /// starts, and the output is thrown away. What `embed` takes more is the price of everything else. Empty where there is no graph in this process.
  default OptionalDouble graphSeconds(List<String> texts, Purpose purpose, JobContext context) {
    return OptionalDouble.empty();
  }

  /// How the model would cut this text into tokens, without limit.
  Tokenization tokenize(String text, Purpose purpose);

  @Override
  void close();
}
