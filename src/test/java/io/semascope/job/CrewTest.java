package io.semascope.job;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrewTest {
  @Test
  void allWorkAtTheSameTimeBesideTheCaller() throws InterruptedException {
    CountDownLatch together = new CountDownLatch(4);
    Runnable meet =
        () -> {
          together.countDown();
          try {
            together.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        };
    AtomicInteger done = new AtomicInteger();
    try (Crew crew = Crew.start("three", 3, meet, done::incrementAndGet)) {
      meet.run();
      assertDoesNotThrow(crew::check);
    }
    assertEquals(3, done.get());
  }

  @Test
  void whatAMemberThrowsReachesWhoeverAsksAndNobodyElse() throws InterruptedException {
    Semaphore news = new Semaphore(0);
    IllegalStateException broken = new IllegalStateException("broken");
    try (Crew crew =
        Crew.start(
            "one",
            1,
            () -> {
              throw broken;
            },
            news::release)) {
      news.acquire();
      assertSame(broken, assertThrows(IllegalStateException.class, crew::check));
    }
  }
}
