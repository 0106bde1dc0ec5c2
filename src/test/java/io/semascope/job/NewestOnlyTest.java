package io.semascope.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class NewestOnlyTest {
  @Test
  void whatWasBegunIsFinishedAndOfTheRestTheNewestIsServed() throws Exception {
    List<Integer> served = new CopyOnWriteArrayList<>();
    List<String> threads = new CopyOnWriteArrayList<>();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch last = new CountDownLatch(1);
    NewestOnly<Integer> newest =
        new NewestOnly<>(
            "under test",
            request -> {
              served.add(request);
              threads.add(Thread.currentThread().getName());
              begun.countDown();
              try {
                assertTrue(gate.await(60, TimeUnit.SECONDS));
              } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
              }
              if (request == 99) {
                last.countDown();
              }
            });
    newest.ask(1);
    assertTrue(begun.await(60, TimeUnit.SECONDS));
    for (int request = 2; request < 100; request++) {
      newest.ask(request);
    }
    gate.countDown();
    assertTrue(last.await(60, TimeUnit.SECONDS));
    assertEquals(List.of(1, 99), served);
    assertEquals(List.of("under test", "under test"), threads);
    assertNotEquals("under test", Thread.currentThread().getName());
  }
}
