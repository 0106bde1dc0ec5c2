package io.semascope.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {
  private final Cancellation cancellation = new Cancellation();
  private final List<String> heard = new ArrayList<>();

  @Test
  void tellsEachListenerOnce() {
    cancellation.onRequest(() -> heard.add("one"));
    cancellation.onRequest(() -> heard.add("two"));
    cancellation.check();
    cancellation.request();
    cancellation.request();
    assertEquals(List.of("one", "two"), heard);
    assertThrows(JobCancelled.class, cancellation::check);
  }

  @Test
  void tellsALateListenerAtOnceAndAClosedOneNever() {
    cancellation.onRequest(() -> heard.add("closed")).close();
    cancellation.request();
    cancellation.onRequest(() -> heard.add("late"));
    assertEquals(List.of("late"), heard);
  }
}
