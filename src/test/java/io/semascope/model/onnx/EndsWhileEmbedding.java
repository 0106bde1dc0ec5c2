package io.semascope.model.onnx;

import io.semascope.job.Crew;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.Purpose;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A program that is asked to end while two threads embed, and that takes its time to end: as the window does when it writes its start archive.
final class EndsWhileEmbedding {
  private static final String TEXT = "The river burst its banks and the delivery is late. ";
  private static final int TEXTS = 8;
  private static final int END_MILLIS = 1_000;

  private EndsWhileEmbedding() {}

  public static void main(String[] arguments) throws InterruptedException {
    EmbeddingModel model = RealModels.load("all-minilm-l6-v2-q");
    CountDownLatch embedding = new CountDownLatch(2 * TEXTS);
    try (var _ = Crew.start("embedding", 2, () -> embedForEver(model, embedding), () -> {})) {
      embedding.await();
      Runtime.getRuntime().addShutdownHook(new Thread(EndsWhileEmbedding::takeTime));
      System.exit(0);
    }
  }

  private static void embedForEver(EmbeddingModel model, CountDownLatch embedding) {
    try {
      while (true) {
        for (int i = 1; i <= TEXTS; i++) {
          var unused = model.embed(List.of(TEXT.repeat(i)), Purpose.DOCUMENT, JobContext.direct());
          embedding.countDown();
        }
      }
    } catch (JobCancelled ending) {
      return;
    }
  }

  private static void takeTime() {
    try {
      Thread.sleep(END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
