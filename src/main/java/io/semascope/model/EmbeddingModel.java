package io.semascope.model;

import io.semascope.job.JobContext;
import java.util.List;

/// A loaded model: turns texts into vectors under one contract. Used by one thread at a time.
public interface EmbeddingModel extends AutoCloseable {
  ModelDescriptor descriptor();

  ModelFingerprint fingerprint();

  Device device();

  /// Embeds texts in any number. The vector of a text is the same alone and in any company. Progress counts texts in the meter's current stage; the
  /// context's pause is called between native batches. Throws `InputUnusable` for an empty or blank text, `JobCancelled` when asked to stop.
  EmbeddedTexts embed(List<String> texts, Purpose purpose, JobContext context);

  /// How the model would cut this text into tokens, without limit.
  Tokenization tokenize(String text, Purpose purpose);

  @Override
  void close();
}
