package io.semascope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.JobContext;
import io.semascope.model.ModelFingerprint;
import io.semascope.neighbour.Neighbour;
import io.semascope.session.index.IndexedSpace;
import io.semascope.session.index.NeighbourRequest;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.text.TypedText;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindNeighboursTest {
  private final StateCell state = new StateCell();
  private final FindNeighbours find = new FindNeighbours(state);

  private static VectorSpace space(float... lastRow) {
    return new VectorSpace(
        new SpaceOrigin.FromModel("fake", new ModelFingerprint("a".repeat(64))),
        List.of(new TypedText("a", "a"), new TypedText("b", "b"), new TypedText("c", "c")),
        VectorBlock.copyOf(List.of(new float[] {1, 0}, new float[] {1, 1}, lastRow), 2),
        0);
  }

  private void show(VectorSpace space) {
    state.change(old -> old.withSpace(Optional.of(space)));
  }

  private NeighbourAnswer ask(VectorSpace space) {
    return find.in(new IndexedSpace(Path.of("a.semascope"), List.of(1L), space), state.get())
        .ofUnit("a", NeighbourRequest.exact(2, Similarity.DOT), JobContext.direct());
  }

  private static List<Integer> rows(NeighbourAnswer answer) {
    return answer.list().neighbours().stream().map(Neighbour::row).toList();
  }

  @Test
  void questionsAboutTheShownVectorsShareWhatIsKnownOfThem() {
    VectorSpace shown = space(9, 0);
    show(shown);
    NeighbourAnswer first = ask(shown);
    assertTrue(find.keeps(shown.vectors()));
    NeighbourAnswer second = ask(shown);
    assertEquals(List.of(2, 1), rows(second));
    assertSame(first.pairs(), second.pairs());
  }

  @Test
  void whatIsKnownGoesWithTheVectorsItIsOf() {
    VectorSpace before = space(9, 0);
    VectorSpace after = space(-9, 0);
    show(before);
    ask(before);
    show(after);
    assertFalse(find.keeps(before.vectors()));
    assertEquals(List.of(1, 2), rows(ask(after)));
    assertEquals(List.of(2, 1), rows(ask(before)));
    assertFalse(find.keeps(before.vectors()), "a late question about what is not shown any more");
  }
}
