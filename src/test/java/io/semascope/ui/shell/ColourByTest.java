package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.semascope.session.SessionState;
import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.ui.PanelSamples;
import io.semascope.ui.state.ShownTexts;
import io.semascope.ui.theme.CategoryColours;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the legend dims is what a search among the shown texts leaves out.
final class ColourByTest {
  private static SessionState session(int count, IntFunction<String> category) {
    Map<String, Document> documents = new LinkedHashMap<>();
    List<TextUnit> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = "d" + i;
      documents.put(id, new Document(id, "Title " + i / 2, "word " + i, category.apply(i), ""));
      units.add(new Chunk(id + "#s1", id, new Granularity.Sentence(), new Span(0, 4), "word " + i));
    }
    units.add(new TypedText("typed-1", "a word typed"));
    return PanelSamples.session(
        documents,
        new VectorSpace(PanelSamples.MADE, units, PanelSamples.vectors(units.size()), 1));
  }

  /// Hides each entry of the legend alone, and all.
  private static void agrees(SessionState state, int entries) {
    ColourBy by = ColourBy.of(state);
    CategoryColours colours = by.colours(state);
    assertEquals(entries, colours.names().size());
    List<Set<Integer>> all = new ArrayList<>();
    IntStream.range(0, entries).forEach(entry -> all.add(Set.of(entry)));
    all.add(Set.of());
    all.add(Set.copyOf(IntStream.range(0, entries).boxed().toList()));
    for (Set<Integer> hidden : all) {
      List<String> lit = new ArrayList<>();
      List<String> found = new ArrayList<>();
      for (TextUnit unit : state.space().orElseThrow().units()) {
        boolean typed = unit instanceof TypedText;
        if (typed || !hidden.contains(colours.indexOf(by.group(unit, state)))) {
          lit.add(unit.id());
        }
        if (state.passing(by.only(new ShownTexts(hidden, ""), state, colours)).test(unit)) {
          found.add(unit.id());
        }
      }
      assertEquals(lit, found, "hidden: " + hidden);
    }
  }

  @Test
  void categoriesThatShareAnEntryGoTogether() {
    agrees(session(120, i -> i % 40 == 0 ? "" : "group " + i % 40), 26);
    agrees(session(30, i -> i % 3 == 0 ? "" : "group " + i % 3), 3);
  }

  @Test
  void documentsOfOneTitleGoTogetherWhereThereAreNoCategories() {
    agrees(session(10, i -> ""), 5);
    agrees(session(40, i -> ""), 0);
  }

  @Test
  void wordsAreWantedAsWell() {
    SessionState state = session(30, i -> "group " + i % 3);
    ColourBy by = ColourBy.of(state);
    var passing =
        state.passing(by.only(new ShownTexts(Set.of(), "WORD 7"), state, by.colours(state)));
    assertEquals(
        List.of("d7#s1"),
        state.space().orElseThrow().units().stream().filter(passing).map(TextUnit::id).toList());
  }
}
