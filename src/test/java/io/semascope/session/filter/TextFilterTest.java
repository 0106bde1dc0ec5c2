package io.semascope.session.filter;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextFilterTest {
  private static final List<TextUnit> UNITS =
      List.of(
          sentence("a", 1, "Rye rises slowly."),
          sentence("a", 2, "Wheat is QUICK."),
          sentence("b", 1, "A light turns."),
          sentence("c", 1, "quick as light"),
          new TypedText("typed-1", "a quick note"));

  /// Document a is of category food, b of sea, c of none; a label is the id in capitals.
  private static final UnitNames NAMES =
      new UnitNames() {
        @Override
        public String label(TextUnit unit) {
          return unit.id().toUpperCase(java.util.Locale.ROOT);
        }

        @Override
        public String category(TextUnit unit) {
          return switch (unit.id().charAt(0)) {
            case 'a' -> "food";
            case 'b' -> "sea";
            default -> "";
          };
        }
      };

  private static Chunk sentence(String document, int number, String text) {
    return new Chunk(
        document + "#s" + number,
        document,
        new Granularity.Sentence(),
        new Span(0, text.length()),
        text);
  }

  private static List<Integer> passing(TextFilter filter) {
    return IntStream.range(0, UNITS.size())
        .filter(row -> filter.passing(NAMES).test(UNITS.get(row)))
        .boxed()
        .toList();
  }

  private static TextFilter categories(NameChoice choice, boolean typed) {
    return new TextFilter(choice, NameChoice.all(), "", typed);
  }

  @Test
  void letsInWhatPassesEveryPart() {
    assertEquals(List.of(0, 1, 2, 3, 4), passing(TextFilter.none()));
    assertEquals(List.of(0, 1), passing(categories(NameChoice.only(Set.of("food")), false)));
    assertEquals(List.of(3, 4), passing(categories(NameChoice.only(Set.of("")), true)));
    assertEquals(List.of(2, 3, 4), passing(categories(NameChoice.except(Set.of("food")), true)));
    assertEquals(List.of(), passing(categories(NameChoice.only(Set.of()), false)));
    NameChoice first = NameChoice.only(Set.of("a", "c"));
    assertEquals(
        List.of(1),
        passing(new TextFilter(NameChoice.only(Set.of("food", "sea")), first, "quick", false)));
  }

  @Test
  void findsWordsInTextNameCategoryAndIdWhateverTheirCase() {
    assertEquals(List.of(1, 3, 4), passing(TextFilter.of("quick")));
    assertEquals(List.of(2), passing(TextFilter.of("SEA")));
    assertEquals(List.of(0, 2, 3), passing(TextFilter.of("#s1")));
    assertEquals(List.of(), passing(TextFilter.of("r.e")), "no pattern, but words");
  }

  @Test
  void knowsWhetherItLeavesNothingOut() {
    assertTrue(TextFilter.none().isNone());
    assertTrue(TextFilter.of("").isNone());
    assertFalse(TextFilter.of("a").isNone());
    assertFalse(categories(NameChoice.all(), false).isNone());
    assertFalse(categories(NameChoice.only(Set.of()), true).isNone());
  }

  private static UnknownName refused(TextFilter filter, int documents) {
    List<Document> known =
        IntStream.range(0, documents)
            .mapToObj(i -> new Document("doc-" + i, "title", "text", "group " + i % 3, ""))
            .toList();
    return assertThrows(UnknownName.class, () -> UnknownName.check(filter, known));
  }

  @Test
  void namesAllChoicesWhereTheyAreFewAndTheNearestWhereTheyAreMany() {
    String few =
        refused(categories(NameChoice.only(Set.of("group 7")), false), 100).report().sentences();
    assertTrue(few.contains("“group 0”, “group 1”, “group 2”."), few);
    TextFilter one = new TextFilter(NameChoice.all(), NameChoice.only(Set.of("dok-77")), "", false);
    String many = refused(one, 1_234).report().sentences();
    assertTrue(many.contains("Of the 1,234 documents"), many);
    assertTrue(many.contains("are “doc-77”, “doc-17”, "), many);
  }

  @Test
  void aNameThatIsLeftOutNeedNotBeThere() {
    assertDoesNotThrow(
        () -> UnknownName.check(categories(NameChoice.except(Set.of("gone")), true), List.of()));
  }

  @Test
  void theNearestInSpellingComesFirst() {
    List<String> names = List.of("soup", "Security", "Software engineering", "Soap");
    assertEquals(List.of("Software engineering"), Spelling.nearest("software", names, 1));
    assertEquals(List.of("soup", "Soap"), Spelling.nearest("SOUP", names, 2));
    assertEquals(List.of("Security"), Spelling.nearest("Sekurity", names, 1));
    assertEquals(List.of(), Spelling.nearest("x", List.of(), 3));
  }
}
