package io.semascope.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {
  private final Lanes lanes = new Lanes();
  private final List<String> order = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    lanes.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Job<Integer> untilStopped(Lane lane, String name, CountDownLatch started) {
    return lanes.submit(
        lane,
        name,
        context -> {
          CountDownLatch stopped = new CountDownLatch(1);
          Cancellation.Registration registration =
              context.cancellation().onRequest(stopped::countDown);
          started.countDown();
          await(stopped);
          registration.close();
          context.cancellation().check();
          return 0;
        });
  }

  @Test
  void workHandedInWhileItClosesIsCancelledToo() throws InterruptedException {
    Lanes lanes = new Lanes();
    CountDownLatch began = new CountDownLatch(1);
    List<Job<String>> late = new CopyOnWriteArrayList<>();
    lanes.submit(
        Lane.INFERENCE,
        "first",
        context -> {
          began.countDown();
          try {
            while (true) {
              context.cancellation().check();
              Thread.onSpinWait();
            }
          } finally {
            late.add(
                lanes.submit(
                    Lane.LAYOUT,
                    "second",
                    other -> {
                      while (true) {
                        other.cancellation().check();
                        Thread.onSpinWait();
                      }
                    }));
          }
        });
    began.await();
    lanes.close();
    assertThrows(JobCancelled.class, late.getFirst()::await);
  }

  @Test
  void urgentWorkPassesBulkWorkAtItsNextPauseAndQueuedWorkWaits() {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Job<Boolean> bulk =
        lanes.submit(
            Lane.INFERENCE,
            "bulk",
            context -> {
              started.countDown();
              await(go);
              order.add("bulk 1");
              context.pause().run();
              order.add("bulk 2");
              return true;
            });
    await(started);
    Job<Boolean> queued = lanes.submit(Lane.INFERENCE, "queued", context -> order.add("queued"));
    Job<Boolean> urgent = lanes.submitUrgent("urgent", context -> order.add("urgent"));
    go.countDown();
    bulk.await();
    queued.await();
    urgent.await();
    assertEquals(List.of("bulk 1", "urgent", "bulk 2", "queued"), order);
  }

  @Test
  void urgentWorkAloneRunsAtOnceAndOnce() {
    assertTrue(lanes.submitUrgent("urgent", context -> order.add("urgent")).await());
    lanes.submit(Lane.INFERENCE, "after", context -> order.add("after")).await();
    assertEquals(List.of("urgent", "after"), order);
  }

  @Test
  void aFailureOfUrgentWorkLeavesTheBulkWorkAlone() {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Job<String> bulk =
        lanes.submit(
            Lane.INFERENCE,
            "bulk",
            context -> {
              started.countDown();
              await(go);
              context.pause().run();
              return "done";
            });
    await(started);
    Job<Object> urgent =
        lanes.submitUrgent(
            "urgent",
            context -> {
              throw new IllegalStateException("broken");
            });
    go.countDown();
    assertEquals("done", bulk.await());
    var failure = assertThrows(Job.UnexpectedFailure.class, urgent::await);
    assertEquals(ProblemKind.BUG, failure.kind());
    assertTrue(failure.report().why().contains("broken"), failure.report().why());
  }

  @Test
  void theNewestQueryCancelsTheOlderOfItsNameOnly() {
    CountDownLatch started = new CountDownLatch(1);
    Job<Integer> older = untilStopped(Lane.QUERY, "neighbours", started);
    await(started);
    Job<String> other = lanes.submit(Lane.QUERY, "quality", context -> "measured");
    Job<String> newer = lanes.submit(Lane.QUERY, "neighbours", context -> "found");
    assertEquals("found", newer.await());
    assertEquals("measured", other.await());
    assertThrows(JobCancelled.class, older::await);
    assertInstanceOf(JobStatus.Cancelled.class, older.status());
  }

  @Test
  void closingStopsWhatRunsAndWhatWaits() {
    CountDownLatch started = new CountDownLatch(2);
    List<Job<?>> jobs = new ArrayList<>();
    jobs.add(untilStopped(Lane.LAYOUT, "running", started));
    jobs.add(untilStopped(Lane.TRANSFER, "transferring", started));
    await(started);
    jobs.add(lanes.submit(Lane.LAYOUT, "waiting", context -> order.add("waiting")));
    lanes.close();
    jobs.add(lanes.submit(Lane.QUERY, "late", context -> order.add("late")));
    jobs.add(lanes.submitUrgent("late and urgent", context -> order.add("late")));
    for (Job<?> job : jobs) {
      assertThrows(JobCancelled.class, job::await, job.name());
    }
    assertEquals(List.of(), order);
  }

  @Test
  void atMostFourTransfersRunTogether() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch four = new CountDownLatch(4);
    List<Job<Integer>> jobs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      jobs.add(
          lanes.submit(
              Lane.TRANSFER,
              "transfer",
              context -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                four.countDown();
                await(four);
                return now.decrementAndGet();
              }));
    }
    jobs.forEach(Job::await);
    assertEquals(4, most.get());
  }

  @Test
  void bulkWorkSeesThatAPersonWaitsAndWhenNoLonger() {
    CountDownLatch asked = new CountDownLatch(1);
    List<Boolean> seen = new ArrayList<>();
    Job<Integer> bulk =
        lanes.submit(
            Lane.INFERENCE,
            "bulk",
            context -> {
              seen.add(context.pause().wanted());
              order.add("bulk");
              await(asked);
              seen.add(context.pause().wanted());
              context.pause().run();
              while (context.pause().wanted()) {
                Thread.onSpinWait();
              }
              return 0;
            });
    while (order.isEmpty()) {
      Thread.onSpinWait();
    }
    lanes.submitUrgent("typed", context -> order.add("typed"));
    asked.countDown();
    bulk.await();
    assertEquals(List.of(false, true), seen);
    assertEquals(List.of("bulk", "typed"), order);
  }
}
