package io.semascope.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobTest {
  private final Job<String> job = new Job<>("work", Lane.QUERY);
  private final List<JobStatus> seen = new ArrayList<>();

  @Test
  void goesFromWaitingThroughRunningToItsEnd() {
    List<String> results = new ArrayList<>();
    job.onChange(seen::add);
    job.onSuccess(results::add);
    job.run(
        context -> {
          context.meter().begin(0, 2);
          context.meter().advance(2);
          return "result";
        },
        () -> {});
    assertEquals(
        List.of("Waiting", "Running", "Running", "Succeeded"),
        seen.stream().map(status -> status.getClass().getSimpleName()).toList());
    assertEquals(List.of("result"), results);
    assertEquals("result", job.await());
    assertTrue(job.status().ended());
  }

  @Test
  void theResultIsThereBeforeAnybodyHearsOfTheEnd() {
    List<String> results = new ArrayList<>();
    job.onChange(
        status -> {
          if (status.ended()) {
            results.add(job.await());
          }
        });
    job.run(context -> "result", () -> {});
    assertEquals(List.of("result"), results);
  }

  @Test
  void whoeverSubscribesAtTheEndHearsOfItOnceAndOfNothingAfterIt() throws InterruptedException {
    for (int round = 0; round < 2_000; round++) {
      Job<String> quick = new Job<>("work", Lane.QUERY);
      List<JobStatus> heard = Collections.synchronizedList(new ArrayList<>());
      Thread worker =
          new Thread(
              () ->
                  quick.run(
                      context -> {
                        context.meter().begin(0, 1);
                        return "result";
                      },
                      () -> {}));
      worker.start();
      quick.onChange(heard::add);
      worker.join();
      assertEquals(1, heard.stream().filter(JobStatus::ended).count(), "round " + round);
      assertTrue(heard.getLast().ended(), "round " + round);
    }
  }

  @Test
  void cancelledBeforeItsBeginningItNeverRuns() {
    job.onChange(seen::add);
    job.cancel();
    job.run(
        context -> {
          throw new AssertionError("ran");
        },
        () -> {});
    assertEquals(List.of(new JobStatus.Waiting(), new JobStatus.Cancelled()), seen);
    assertThrows(JobCancelled.class, job::await);
  }

  @Test
  void wantOfMemoryIsNoMistakeOfOurs() {
    job.run(
        context -> {
          throw new OutOfMemoryError("no room");
        },
        () -> {});
    Job.NotEnoughMemory problem = assertThrows(Job.NotEnoughMemory.class, job::await);
    assertTrue(problem.report().why().contains("(no room)"), problem.report().why());
    assertFalse(job.status() instanceof JobStatus.Succeeded);
  }

  @Test
  void anErrorOfTheMachineIsAFailureToo() {
    job.run(
        context -> {
          throw new StackOverflowError();
        },
        () -> {});
    assertThrows(Job.UnexpectedFailure.class, job::await);
    assertFalse(job.status() instanceof JobStatus.Succeeded);
  }
}
