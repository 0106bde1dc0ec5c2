package io.semascope.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextBoundaryTest {
  private static final String LAMP = "a💡b";

  @Test
  void neverCutsASurrogatePair() {
    assertEquals(0, TextBoundary.at(LAMP, 0));
    assertEquals(1, TextBoundary.at(LAMP, 1));
    assertEquals(1, TextBoundary.at(LAMP, 2));
    assertEquals(3, TextBoundary.at(LAMP, 3));
    assertEquals(4, TextBoundary.at(LAMP, 4));
    assertEquals("a", TextBoundary.beginning(LAMP, 2));
    assertEquals("a💡", TextBoundary.beginning(LAMP, 3));
    assertEquals(LAMP, TextBoundary.beginning(LAMP, 99));
  }

  @Test
  void cutsBesideHalfAPairThatStandsAlone() {
    assertEquals(1, TextBoundary.at("\ud83d!", 1));
  }
}
