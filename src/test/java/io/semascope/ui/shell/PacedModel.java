package io.semascope.ui.shell;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.FakeEmbeddingModel;
import io.semascope.model.ForwardingModel;
import io.semascope.model.Purpose;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A fake that embeds a batch only when the test lets it, so that an import lasts exactly as long as what is measured beside it.
final class PacedModel extends ForwardingModel {
  private final Pace pace;

  PacedModel(String id, Pace pace) {
    super(new FakeEmbeddingModel(id, 32, 64));
    this.pace = pace;
  }

  @Override
  public EmbeddedTexts embed(List<String> texts, Purpose purpose, JobContext context) {
    pace.awaitTurn(context.cancellation());
    return super.embed(texts, purpose, context);
  }

  /// How many batches may be embedded. Safe for use from any thread.
  static final class Pace {
    private static final long LISTEN_MILLIS = 20;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final Semaphore batches = new Semaphore(0);

    void letOneBatchThrough() {
      batches.release();
    }

    /// Waits until the first batch is to be embedded.
    void awaitBegin() {
      try {
        begun.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts a test", e);
      }
    }

    private void awaitTurn(Cancellation cancellation) {
      begun.countDown();
      try {
        do {
          cancellation.check();
        } while (!batches.tryAcquire(LISTEN_MILLIS, TimeUnit.MILLISECONDS));
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts a lane", e);
      }
    }
  }
}
