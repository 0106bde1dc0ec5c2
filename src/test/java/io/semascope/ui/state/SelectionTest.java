package io.semascope.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
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

  @Test
  void togglingTakesAwayWhatIsSelected() {
    selection.select(List.of("a", "b"));
    selection.toggle(List.of("a", "c"));
    assertEquals(List.of("b", "c"), selection.selected().get());
  }
}
