package io.semascope.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Places of ids against a map.
final class IdPlacesTest {
  private static IdPlaces of(List<String> ids) {
    return IdPlaces.of(ids.size(), ids::get);
  }

  @Test
  void everyIdIsFoundAndNoOther() {
    Random random = new Random(5);
    for (int count : new int[] {0, 1, 2, 3, 4, 7, 8, 9, 1_000, 4_097}) {
      Map<String, Integer> expected = new HashMap<>();
      List<String> ids = new ArrayList<>();
      while (ids.size() < count) {
        String id = Integer.toString(random.nextInt(3 * count), 36);
        if (expected.putIfAbsent(id, ids.size()) == null) {
          ids.add(id);
        }
      }
      IdPlaces places = of(ids);
      assertEquals(count, places.count());
      for (int number = 0; number < 3 * count; number++) {
        String id = Integer.toString(number, 36);
        OptionalInt wanted =
            expected.containsKey(id) ? OptionalInt.of(expected.get(id)) : OptionalInt.empty();
        assertEquals(wanted, places.of(id), id + " of " + count);
      }
      assertEquals(OptionalInt.empty(), places.of(""));
    }
  }

  @Test
  void anIdThatStandsThereTwiceIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> of(List.of("a", "b", "a")));
  }

  /// Java gives “Aa” and “BB” the same hash, and so all words made of them.
  @Test
  void idsThatAFileMadeAlikeAreToldApartAtOnce() {
    List<String> ids = new ArrayList<>(List.of(""));
    for (int length = 0; length < 12; length++) {
      ids = ids.stream().flatMap(id -> List.of(id + "Aa", id + "BB").stream()).toList();
    }
    AtomicLong asked = new AtomicLong();
    List<String> all = ids;
    IdPlaces places =
        IdPlaces.of(
            all.size(),
            place -> {
              asked.incrementAndGet();
              return all.get(place);
            });
    assertEquals(OptionalInt.of(77), places.of(all.get(77)));
    assertEquals(true, asked.get() < 100L * all.size(), asked + " of " + all.size());
  }
}
