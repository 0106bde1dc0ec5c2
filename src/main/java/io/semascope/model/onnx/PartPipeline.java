package io.semascope.model.onnx;

import io.semascope.job.Cancellation;
import io.semascope.job.Crew;
import io.semascope.job.JobContext;
import io.semascope.model.PartReceiver;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Tokenising, running the graph and storing at the same time. The calling thread tokenises ahead, hands finished parts on in their order and lets urgent
/// work in; as many threads as the device likes run the graph, each taking the next call when it is done with its last.
///
/// Which thread runs a call changes nothing about its vectors: calls are planned before, and each writes rows of its own.
final class PartPipeline {
  /// Parts tokenised and not yet handed on: one that is finishing, one that is running, one that waits while the caller stores.
  private static final int PARTS_AHEAD = 3;

  /// How long urgent work may wait while nothing is finished.
  private static final int WAKE_MILLIS = 4;

  /// How often a member of the crew that holds back looks again.
  private static final int LOOK_MILLIS = 2;

  /// So long it holds back at most: a stream of urgent work slows an import and does not stop it.
  private static final long MOST_HELD_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final GraphCall graph;
  private final int callsAtOnce;
  private final JobContext context;
  private final Cancellation stop = new Cancellation();
  private final BlockingQueue<Optional<PartInWork.Call>> waiting = new LinkedBlockingQueue<>();
  private final Semaphore news = new Semaphore(0);
  private final Queue<PartInWork> inWork = new ArrayDeque<>();

  /// One run of the graph, on any thread: a vector for each text of the batch.
  @FunctionalInterface
  interface GraphCall {
    List<float[]> run(TokenBatch batch, Cancellation stop);
  }

  /// @param callsAtOnce how many threads run the graph, at least 1
  PartPipeline(GraphCall graph, int callsAtOnce, JobContext context) {
    this.graph = graph;
    this.callsAtOnce = callsAtOnce;
    this.context = context;
  }

  /// Throws what the graph or the receiver throws, `JobCancelled` when asked to stop; nothing of it runs any more when this returns.
  void run(List<List<String>> parts, PartInWork.Encoder encoder, PartReceiver receiver) {
    Cancellation.Registration registration = context.cancellation().onRequest(stop::request);
    try (Crew crew = Crew.startGivingWay("graph", callsAtOnce, this::work, news::release)) {
      try {
        direct(parts, encoder, receiver, crew);
      } finally {
        dismiss();
      }
    } finally {
      registration.close();
    }
  }

  private void direct(
      List<List<String>> parts, PartInWork.Encoder encoder, PartReceiver receiver, Crew crew) {
    int prepared = 0;
    while (prepared < parts.size() || !inWork.isEmpty()) {
      context.cancellation().check();
      crew.check();
      if (prepared < parts.size() && inWork.size() < PARTS_AHEAD) {
        PartInWork part = PartInWork.of(prepared, parts.get(prepared), encoder, context);
        prepared++;
        inWork.add(part);
        part.calls().forEach(call -> waiting.add(Optional.of(call)));
      } else {
        awaitNews();
      }
      while (!inWork.isEmpty() && inWork.element().finished()) {
        receiver.accept(inWork.remove().result());
        context.pause().run();
      }
      context.pause().run();
    }
  }

  private void awaitNews() {
    try {
      if (news.tryAcquire(WAKE_MILLIS, TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      // Nobody interrupts a lane to stop it; the wish to stop comes as a cancellation.
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the crew: what waits is dropped, what runs is stopped.
  private void dismiss() {
    stop.request();
    waiting.clear();
    for (int i = 0; i < callsAtOnce; i++) {
      waiting.add(Optional.empty());
    }
  }

  /// What each thread of the crew does.
  private void work() {
    for (Optional<PartInWork.Call> next = take(); next.isPresent(); next = take()) {
      PartInWork.Call call = next.get();
      if (call.part().finish(call.batch(), graph.run(call.batch(), stop))) {
        news.release();
      }
    }
  }

  private Optional<PartInWork.Call> take() {
    try {
      Optional<PartInWork.Call> next = waiting.take();
      // A call holds a core for up to a tenth of a second; none begins while a person waits.
      long held = System.nanoTime();
      while (next.isPresent()
          && context.pause().wanted()
          && System.nanoTime() - held < MOST_HELD_NANOS) {
        if (stop.requested()) {
          return Optional.empty();
        }
        Thread.sleep(LOOK_MILLIS);
      }
      return next;
    } catch (InterruptedException e) {
      return Optional.empty();
    }
  }
}
