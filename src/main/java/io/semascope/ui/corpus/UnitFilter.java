package io.semascope.ui.corpus;

import io.semascope.session.SessionState;
import io.semascope.session.filter.TextFilter;
import io.semascope.space.VectorSpace;
import io.semascope.text.TextUnit;
import io.semascope.ui.state.FixedList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Which units hold some words. Immutable; without words no unit is looked at and nothing is copied, however many there are.
final class UnitFilter {
  private final Question question;
  private final List<TextUnit> all;
  private final boolean whole;
  private final int[] rows;

  private UnitFilter(Question question, boolean whole, int[] rows) {
    this.question = question;
    this.all = question.units();
    this.whole = whole;
    this.rows = rows;
  }

  static UnitFilter nothing() {
    return of(new Question(SessionState.empty(), ""));
  }

  /// Reads every unit when there are words to be found.
  static UnitFilter of(Question question) {
    List<TextUnit> all = question.units();
    if (question.words().isEmpty()) {
      return new UnitFilter(question, true, new int[0]);
    }
    Predicate<TextUnit> passing = question.state().passing(TextFilter.of(question.words()));
    int[] rows = IntStream.range(0, all.size()).filter(row -> passing.test(all.get(row))).toArray();
    return new UnitFilter(question, false, rows);
  }

  Question question() {
    return question;
  }

  /// Those that match, in their order.
  FixedList<TextUnit> units() {
    return new Units();
  }

  /// The place of a unit among those that match, −1 when it is not one of them.
  int indexOf(String unitId) {
    OptionalInt row =
        question.state().space().map(space -> space.rowOf(unitId)).orElse(OptionalInt.empty());
    if (row.isEmpty() || whole) {
      return row.orElse(-1);
    }
    return Math.max(-1, Arrays.binarySearch(rows, row.getAsInt()));
  }

  /// @param words as they were typed, without blanks around them; empty for all units
  record Question(SessionState state, String words) {
    List<TextUnit> units() {
      return state.space().map(VectorSpace::units).orElse(List.of());
    }

    /// Whether an answer to this one is an answer to the other.
    boolean isSame(Question other) {
      return state.version() == other.state.version() && words.equals(other.words);
    }
  }

  /// The units that match, without a copy of them.
  private final class Units extends FixedList<TextUnit> {
    @Override
    public TextUnit get(int index) {
      return all.get(whole ? index : rows[index]);
    }

    @Override
    public int size() {
      return whole ? all.size() : rows.length;
    }

    @Override
    public int indexOf(Object sought) {
      int index = sought instanceof TextUnit unit ? UnitFilter.this.indexOf(unit.id()) : -1;
      return index >= 0 && get(index).equals(sought) ? index : -1;
    }
  }
}
