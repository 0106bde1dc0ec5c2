package io.semascope.text;

import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/// Finds the place of an id in a list that does not change, in some ten bytes for each: a table of places with linear probing (Knuth, “The Art of Computer
/// Programming” 3, section 6.4, algorithm L), while the ids stay in the list. A map from ids to numbers takes five times as much, which counts where there are a
/// hundred thousand texts. Immutable; safe for use from any thread when the list is.
public final class IdPlaces {
  /// Drawn anew for each program, so that no file can be made whose ids all fall on one place of the table.
  private static final int FACTOR = RandomGenerator.getDefault().nextInt() | 1;

  /// Spreads what lies in the lower bits over the upper ones: 2³² divided by the golden ratio (Knuth, section 6.4).
  private static final int SPREAD = 0x9E3779B9;

  private final IntFunction<String> idOf;
  private final int count;

  /// One more than the place; 0 where there is none.
  private final int[] table;

  private IdPlaces(int count, IntFunction<String> idOf) {
    this.idOf = idOf;
    this.count = count;
    // Half of it stays empty at least, so that few ids are looked at.
    table = new int[Math.max(2, Integer.highestOneBit(Math.max(1, count)) << 2)];
    for (int place = 0; place < count; place++) {
      String id = idOf.apply(place);
      int at = at(id);
      if (table[at] != 0) {
        throw new IllegalArgumentException("the id " + id + " stands there twice");
      }
      table[at] = place + 1;
    }
  }

  /// Throws `IllegalArgumentException` when an id stands there twice.
  ///
  /// @param count of places, from 0, at most 2²⁸
  /// @param idOf gives the id at a place, always the same
  public static IdPlaces of(int count, IntFunction<String> idOf) {
    return new IdPlaces(count, idOf);
  }

  /// How many ids there are.
  public int count() {
    return count;
  }

  /// The place of an id; empty when it is not there.
  public OptionalInt of(String id) {
    int found = table[at(id)];
    return found == 0 ? OptionalInt.empty() : OptionalInt.of(found - 1);
  }

  /// Where an id stands in the table, or the empty place where it would.
  private int at(String id) {
    int hash = 0;
    for (int i = 0; i < id.length(); i++) {
      hash = hash * FACTOR + id.charAt(i);
    }
    int at = hash * SPREAD >>> Integer.numberOfLeadingZeros(table.length - 1);
    while (table[at] != 0 && !idOf.apply(table[at] - 1).equals(id)) {
      at = at + 1 & table.length - 1;
    }
    return at;
  }
}
