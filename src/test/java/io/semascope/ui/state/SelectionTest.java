package io.semascope.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private final Selection selection = new Selection();

  @Test
  void twoTextsPickedOneAfterTheOtherCanBeJoined() {
    selection.select(List.of("a"));
    selection.select(List.of("b"));
    selection.joinPrevious();
    assertEquals(List.of("a", "b"), selection.selected().get());
    assertEquals(Optional.of("b"), selection.inspected());
    selection.undo();
    assertEquals(List.of("b"), selection.selected().get());
  }

  @Test
  void joiningWithNothingBeforeChangesNothing() {
    selection.joinPrevious();
    assertEquals(List.of(), selection.selected().get());
  }

  /// With a look at one selection for each text of the other, this would take many minutes.
  @Test
  void twoLassosAroundVeryManyTextsAreJoinedAndTakenApart() {
    List<String> first = ids(0, 400_000);
    List<String> second = ids(200_000, 600_000);
    selection.select(first);
    selection.select(second);
    selection.joinPrevious();
    List<String> joined = new ArrayList<>(ids(0, 200_000));
    joined.addAll(second);
    assertEquals(joined, selection.selected().get());
    selection.toggle(first);
    assertEquals(ids(400_000, 600_000), selection.selected().get());
  }

  private static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(row -> "text " + row).toList();
  }

  @Test
  void togglingTakesAwayWhatIsSelected() {
    selection.select(List.of("a", "b"));
    selection.toggle(List.of("a", "c"));
    assertEquals(List.of("b", "c"), selection.selected().get());
  }

  @Test
  void legendAndWordsHideTogetherAndApart() {
    List<ShownTexts> seen = new ArrayList<>();
    selection.shown().addListener((observed, before, now) -> seen.add(now));
    selection.hideEntries(Set.of(2));
    selection.filterBy("light");
    selection.filterBy("light");
    selection.hideEntries(Set.of());
    assertEquals(
        List.of(
            new ShownTexts(Set.of(2), ""),
            new ShownTexts(Set.of(2), "light"),
            new ShownTexts(Set.of(), "light")),
        seen);
  }
}
