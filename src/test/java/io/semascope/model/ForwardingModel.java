package io.semascope.model;

import io.semascope.job.JobContext;
import java.util.List;

/// Passes everything on to another model; a test changes what it is about.
public abstract class ForwardingModel implements EmbeddingModel {
  private final EmbeddingModel model;

  protected ForwardingModel(EmbeddingModel model) {
    this.model = model;
  }

  @Override
  public ModelDescriptor descriptor() {
    return model.descriptor();
  }

  @Override
  public ModelFingerprint fingerprint() {
    return model.fingerprint();
  }

  @Override
  public Device device() {
    return model.device();
  }

  @Override
  public EmbeddedTexts embed(List<String> texts, Purpose purpose, JobContext context) {
    return model.embed(texts, purpose, context);
  }

  @Override
  public Tokenization tokenize(String text, Purpose purpose) {
    return model.tokenize(text, purpose);
  }

  @Override
  public void close() {
    model.close();
  }
}
