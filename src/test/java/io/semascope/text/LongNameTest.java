package io.semascope.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LongNameTest {
  private static final LongName BREMEN = new LongName("Yearly report on bridges for Bremen");

  @Test
  void aNameThatFitsIsWhole() {
    assertEquals(BREMEN.whole(), BREMEN.cut(BREMEN.whole().length()));
    assertEquals(BREMEN.whole(), BREMEN.cut(text -> true));
  }

  @Test
  void startAndEndStay() {
    assertEquals("Yearly repor…r Bremen", BREMEN.cut(21));
    assertEquals("Yearly repor…r Bremen", BREMEN.cut(text -> text.length() <= 21));
  }

  @Test
  void namesThatBeginAlikeAreToldApart() {
    LongName riga = new LongName("Yearly report on bridges for Riga");
    IntStream.rangeClosed(4, BREMEN.whole().length())
        .forEach(longest -> assertFalse(BREMEN.cut(longest).equals(riga.cut(longest))));
  }

  @Test
  void noCharacterIsCutInTwo() {
    LongName lamps = new LongName("a" + "💡".repeat(20) + "b");
    for (int longest = 1; longest < lamps.whole().length(); longest++) {
      String cut = lamps.cut(longest);
      assertTrue(cut.length() <= longest, cut);
      assertEquals(
          cut,
          cut.codePoints()
              .filter(point -> !Character.isBmpCodePoint(point) || !isHalf(point))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString());
    }
  }

  private static boolean isHalf(int point) {
    return Character.isSurrogate((char) point);
  }

  @Test
  void whereNothingFitsTheGapAloneStands() {
    assertEquals("…", BREMEN.cut(text -> false));
    assertEquals("…", BREMEN.cut(1));
  }

  @Test
  void noBlankStandsAtTheGap() {
    LongName name = new LongName("one  or  two three");
    assertEquals("one  or…three", name.cut(15));
    assertEquals("one  or  t…three", name.cut(17));
  }
}
