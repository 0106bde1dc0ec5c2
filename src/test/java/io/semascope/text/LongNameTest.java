package io.semascope.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
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

  @Test
  void noFlagIsCutInTwo() {
    LongName flags = new LongName("🇱🇻".repeat(20));
    for (int longest = 9; longest < flags.whole().length(); longest++) {
      String cut = flags.cut(longest);
      assertTrue(cut.matches("(🇱🇻)+…(🇱🇻)*"), cut);
    }
  }

  @Test
  void ofAnEndlessNameLittleIsMeasured() {
    LongName endless = new LongName("lights of the harbour ".repeat(50_000) + "of Riga");
    List<Integer> asked = new ArrayList<>();
    String cut =
        endless.cut(
            text -> {
              asked.add(text.length());
              return text.length() <= 30;
            });
    assertTrue(cut.matches("lights of the .*….*of Riga"), cut);
    assertTrue(asked.stream().mapToInt(Integer::intValue).sum() <= 14 * 400, asked.toString());
    assertEquals(endless.longest(), endless.cut(text -> true));
    assertTrue(endless.longest().length() <= 400);
  }

  @Test
  void noGapOfAnEarlierCutStandsAtTheGap() {
    assertEquals("abcde…hij", new LongName("abcde…fghij").cut(10));
    assertEquals("abcdef…ij", new LongName("abcdefgh…ij").cut(10));
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
