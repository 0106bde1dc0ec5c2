package io.semascope.job;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

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

  @Test
  @EnabledOnOs(OS.LINUX)
  void bulkWorkGivesWayAndTheCallerDoesNot() {
    int own = niceness();
    AtomicInteger bulk = new AtomicInteger();
    AtomicInteger usual = new AtomicInteger();
    try (Crew crew = Crew.startGivingWay("bulk", 1, () -> bulk.set(niceness()), () -> {})) {
      assertDoesNotThrow(crew::check);
    }
    try (Crew crew = Crew.start("usual", 1, () -> usual.set(niceness()), () -> {})) {
      assertDoesNotThrow(crew::check);
    }
    assertEquals(List.of(own, own), List.of(niceness(), usual.get()));
    // A program that was started to give way to others may do so already.
    assertEquals(Math.max(own, GivingWay.NICE), bulk.get());
  }

  /// Of the calling thread, as the kernel has it: field 19, counted behind the name, which may hold spaces.
  private static int niceness() {
    try {
      String stat = Files.readString(Path.of("/proc/thread-self/stat"));
      return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
