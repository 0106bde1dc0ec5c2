package io.semascope.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextBoundaryTest {
  private static final String LAMP = "a💡b";

  @Test
  void neverCutsASurrogatePair() {
    assertEquals(0, new TextBoundary(LAMP).at(0));
    assertEquals(1, new TextBoundary(LAMP).at(1));
    assertEquals(1, new TextBoundary(LAMP).at(2));
    assertEquals(3, new TextBoundary(LAMP).at(3));
    assertEquals(4, new TextBoundary(LAMP).at(4));
    assertEquals("a", new TextBoundary(LAMP).beginning(2));
    assertEquals("a💡", new TextBoundary(LAMP).beginning(3));
    assertEquals(LAMP, new TextBoundary(LAMP).beginning(99));
  }

  @Test
  void neverCutsWhatPeopleSeeAsOneCharacter() {
    String family = "👨‍👩‍👧‍👦";
    String flags = "🇱🇻🇩🇪🇫🇮";
    String marked = "e\u0301\u0323";
    for (String one : List.of(family, "🇱🇻", marked, "👍🏽", "\r\n", "각")) {
      String text = "a" + one + "b";
      for (int offset = 1; offset <= one.length(); offset++) {
        assertEquals(1, new TextBoundary(text).at(offset), one + " at " + offset);
        assertEquals(1 + one.length(), new TextBoundary(text).after(1 + offset), one);
      }
      assertEquals(1, new TextBoundary(text).after(1));
      assertEquals(1 + one.length(), new TextBoundary(text).at(1 + one.length()));
    }
    for (int offset = 0; offset <= flags.length(); offset++) {
      assertEquals(offset / 4 * 4, new TextBoundary(flags).at(offset), "at " + offset);
      assertEquals((offset + 3) / 4 * 4, new TextBoundary(flags).after(offset), "after " + offset);
    }
  }

  @Test
  void aCharacterWithoutEndIsCutBetweenCodePoints() {
    String endless = "a" + "\u0301".repeat(1_000);
    assertEquals(500, new TextBoundary(endless).at(500));
    assertEquals(500, new TextBoundary(endless).after(500));
  }

  @Test
  void cutsBesideHalfAPairThatStandsAlone() {
    assertEquals(1, new TextBoundary("\ud83d!").at(1));
  }
}
