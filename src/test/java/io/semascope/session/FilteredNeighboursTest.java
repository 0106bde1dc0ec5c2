package io.semascope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.semascope.model.Purpose;
import io.semascope.session.filter.NameChoice;
import io.semascope.session.filter.SearchedTexts;
import io.semascope.session.filter.TextFilter;
import io.semascope.session.filter.UnknownName;
import io.semascope.session.index.NeighbourRequest;
import io.semascope.text.Granularity;
import io.semascope.vector.Similarity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class FilteredNeighboursTest {
  private static final TextFilter ANIMALS = categories("animals");

  @TempDir private Path folder = Path.of("");
  private Session session;

  @BeforeEach
  void open() throws IOException {
    session = TestSession.in(folder);
    TestSession.openTable(session, folder);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private static TextFilter categories(String name) {
    return new TextFilter(NameChoice.only(Set.of(name)), NameChoice.all(), "", true);
  }

  private NeighbourAnswer among(TextFilter filter) {
    return session
        .inspect()
        .neighbours("animal-0", NeighbourRequest.exact(50, Similarity.COSINE).among(filter))
        .await();
  }

  private static List<String> ids(NeighbourAnswer answer) {
    return answer.list().neighbours().stream()
        .map(neighbour -> answer.space().unit(neighbour.row()).id())
        .sorted()
        .toList();
  }

  @Test
  void theFilterIsPartOfTheQuestionAndOfItsAnswer() {
    NeighbourAnswer animals = among(ANIMALS);
    assertEquals(List.of("animal-1", "animal-2", "animal-3"), ids(animals));
    assertEquals(new SearchedTexts(ANIMALS, 3, 11), animals.searched());
    TextFilter sheep = TextFilter.of("SHEEP");
    assertEquals(List.of("animal-3"), ids(among(sheep)));
    assertEquals(new SearchedTexts(sheep, 1, 11), among(sheep).searched());
    NeighbourAnswer all = among(TextFilter.none());
    assertEquals(11, all.list().neighbours().size(), "no filter is left behind");
    assertSame(all.pairs(), animals.pairs(), "a score means the same with a filter");
  }

  @Test
  void aTextTypedSinceIsSearchedToo() {
    among(ANIMALS);
    session
        .placeText(new TypedRequest("a mouse", new Granularity.WholeDocument(), Purpose.DOCUMENT))
        .await();
    assertEquals(new SearchedTexts(ANIMALS, 4, 12), among(ANIMALS).searched());
    TextFilter chunks = new TextFilter(ANIMALS.categories(), NameChoice.all(), "", false);
    assertEquals(new SearchedTexts(chunks, 3, 12), among(chunks).searched());
  }

  @Test
  void whatThereIsNotIsAProblem() {
    assertThrows(UnknownName.class, () -> among(categories("cars")));
  }
}
