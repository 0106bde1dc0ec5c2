package io.semascope.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
    String most = "%,d MiB".formatted(Runtime.getRuntime().maxMemory() >> 20);
    assertEquals(
        "It needed more than the " + most + " that Semascope may take of this machine.",
        problem.report().why());
    assertInstanceOf(OutOfMemoryError.class, problem.getCause());
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

  @Test
  void aMistakeOfOursIsToldByItsPlaceAndOwnWordsAlone() {
    job.run(
        context -> {
          throw new IllegalStateException("two rows are one");
        },
        () -> {});
    String own = assertThrows(Job.UnexpectedFailure.class, job::await).report().why();
    assertTrue(
        own.matches(
            "It is a mistake in Semascope itself, at JobTest.java line \\d+: two rows are one\\."),
        own);
  }

  @Test
  void wordsOfJavaDoNotReachAPerson() {
    job.run(context -> String.valueOf(Integer.parseInt("x")), () -> {});
    Job.UnexpectedFailure problem = assertThrows(Job.UnexpectedFailure.class, job::await);
    String why = problem.report().why();
    assertTrue(
        why.matches("It is a mistake in Semascope itself, at JobTest.java line \\d+\\."), why);
    assertInstanceOf(NumberFormatException.class, problem.getCause());
  }
}
