package io.semascope.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.job.Pause;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFile;
import io.semascope.model.Pooling;
import io.semascope.model.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens at the same time: each test lets one stage wait for another, so that stages one after the other would wait for ever.
class PartPipelineTest {
  private static final int DIMENSION = 2;

  @TempDir Path folder;
  private TextTokenizer tokenizer;
  private PartInWork.Encoder encoder;

  /// One text a call.
  @BeforeEach
  void readTokenizer() throws IOException {
    Path file =
        Files.write(folder.resolve("tokenizer.json"), GoldenVectors.bytes("tokenizer.json"));
    ModelDescriptor descriptor =
        new ModelDescriptor(
            "tiny",
            "Tiny",
            "none",
            ModelDescriptor.Kind.TEXT_EMBEDDING,
            DIMENSION,
            12,
            Pooling.LAST_TOKEN,
            true,
            "last_hidden_state",
            Map.of(),
            List.of(),
            true,
            "",
            "1.23",
            List.of(),
            List.of(new ModelFile("tokenizer", "tokenizer.json", 1, "b".repeat(64), List.of())));
    tokenizer = new TextTokenizer(descriptor, file);
    encoder = new PartInWork.Encoder(descriptor, tokenizer, Purpose.DOCUMENT);
  }

  @AfterEach
  void close() {
    tokenizer.close();
  }

  /// The latch only fails a test that would otherwise never end.
  private static void awaitBeside(CountDownLatch other, String what) {
    try {
      assertTrue(other.await(60, TimeUnit.SECONDS), what);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<float[]> vectors(TokenBatch batch) {
    return Collections.nCopies(batch.count(), new float[] {1, 0});
  }

  /// Texts that tell when the first of them is tokenised.
  private static List<String> telling(CountDownLatch tokenised, String... texts) {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        tokenised.countDown();
        return texts[index];
      }

      @Override
      public int size() {
        return texts.length;
      }
    };
  }

  @Test
  void theNextPartIsTokenisedWhileTheGraphRuns() {
    CountDownLatch next = new CountDownLatch(1);
    PartPipeline.GraphCall graph =
        (batch, stop) -> {
          awaitBeside(next, "the graph ran and nobody tokenised the next part");
          return vectors(batch);
        };
    List<Integer> parts = new ArrayList<>();
    new PartPipeline(graph, 1, JobContext.direct())
        .run(
            List.of(List.of("the rain", "the mill"), telling(next, "the bank")),
            encoder,
            part -> parts.add(part.index()));
    assertEquals(List.of(0, 1), parts);
  }

  @Test
  void theGraphRunsWhileAPartIsStored() {
    CountDownLatch next = new CountDownLatch(1);
    CountDownLatch calls = new CountDownLatch(2);
    PartPipeline.GraphCall graph =
        (batch, stop) -> {
          calls.countDown();
          // Else the first part could be stored before there is a second.
          awaitBeside(next, "the graph ran and nobody tokenised the next part");
          return vectors(batch);
        };
    List<Integer> parts = new ArrayList<>();
    new PartPipeline(graph, 1, JobContext.direct())
        .run(
            List.of(List.of("the rain"), telling(next, "the bank")),
            encoder,
            part -> {
              awaitBeside(calls, "a part was stored and the graph did not begin the next");
              parts.add(part.index());
            });
    assertEquals(List.of(0, 1), parts);
  }

  @Test
  void asManyCallsRunSideBySideAsAllowed() {
    CountDownLatch together = new CountDownLatch(3);
    PartPipeline.GraphCall graph =
        (batch, stop) -> {
          together.countDown();
          awaitBeside(together, "the calls ran one after the other");
          return vectors(batch);
        };
    AtomicInteger rows = new AtomicInteger();
    new PartPipeline(graph, 3, JobContext.direct())
        .run(
            List.of(List.of("the rain", "the mill", "the bank")),
            encoder,
            part -> rows.addAndGet(part.embedded().vectors().count()));
    assertEquals(3, rows.get());
  }

  @Test
  void noCallBeginsWhileAPersonWaits() {
    AtomicInteger looks = new AtomicInteger(50);
    Pause pause =
        new Pause() {
          @Override
          public void run() {
            looks.updateAndGet(left -> Math.max(0, left - 1));
          }

          @Override
          public boolean wanted() {
            return looks.get() > 0;
          }
        };
    List<Boolean> waited = new CopyOnWriteArrayList<>();
    PartPipeline.GraphCall graph =
        (batch, stop) -> {
          waited.add(pause.wanted());
          return vectors(batch);
        };
    new PartPipeline(
            graph, 2, new JobContext(Cancellation.never(), JobContext.direct().meter(), pause))
        .run(List.of(List.of("the rain", "the mill")), encoder, part -> {});
    assertEquals(List.of(false, false), waited);
  }

  /// The call in flight is told to stop, and nobody waits for texts that were not begun.
  @Test
  void aStopEndsTheCallInFlight() {
    Cancellation cancellation = new Cancellation();
    JobContext context =
        new JobContext(cancellation, JobContext.direct().meter(), JobContext.direct().pause());
    CountDownLatch told = new CountDownLatch(1);
    PartPipeline.GraphCall graph =
        (batch, stop) -> {
          Cancellation.Registration registration = stop.onRequest(told::countDown);
          cancellation.request();
          awaitBeside(told, "the call in flight was not told to stop");
          registration.close();
          stop.check();
          return vectors(batch);
        };
    PartPipeline pipeline = new PartPipeline(graph, 1, context);
    List<List<String>> parts = List.of(List.of("the rain", "the mill"));
    assertThrows(
        JobCancelled.class,
        () ->
            pipeline.run(
                parts,
                encoder,
                part -> {
                  throw new AssertionError("a part that was never finished");
                }));
  }
}
