package io.semascope.session;

import io.semascope.job.JobContext;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.FakeEmbeddingModel;
import io.semascope.model.ForwardingModel;
import io.semascope.model.ModelLoader;
import io.semascope.model.ModelUnavailable;
import io.semascope.model.Purpose;
import io.semascope.model.Tokenization;
import io.semascope.problem.ProblemReport;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Fakes that write down what they were asked to embed, let a test act before each call, and refuse to work once closed, as native ones do.
final class WatchedModels implements ModelLoader {
  /// The first text of every call to `embed`, and `close ID`, in order.
  final List<String> calls = new CopyOnWriteArrayList<>();

  /// Called with the texts on the INFERENCE lane before they are embedded.
  volatile Consumer<List<String>> before = texts -> {};

  @Override
  public EmbeddingModel load(String id, int dimension, JobContext context) {
    if (id.equals(FakeCatalogue.BROKEN)) {
      throw new ModelUnavailable(
          new ProblemReport("The model is broken.", "It is called " + id + ".", "Take another."),
          null);
    }
    return new Watched(new FakeEmbeddingModel(id, dimension == 0 ? 32 : dimension, 64));
  }

  private final class Watched extends ForwardingModel {
    private boolean closed;

    Watched(FakeEmbeddingModel model) {
      super(model);
    }

    @Override
    public EmbeddedTexts embed(List<String> texts, Purpose purpose, JobContext context) {
      calls.add(texts.getFirst());
      before.accept(texts);
      EmbeddedTexts embedded = super.embed(texts, purpose, context);
      requireOpen();
      return embedded;
    }

    @Override
    public Tokenization tokenize(String text, Purpose purpose) {
      requireOpen();
      return super.tokenize(text, purpose);
    }

    private void requireOpen() {
      if (closed) {
        throw new IllegalStateException(descriptor().id() + " is closed");
      }
    }

    @Override
    public void close() {
      closed = true;
      calls.add("close " + descriptor().id());
    }
  }
}
