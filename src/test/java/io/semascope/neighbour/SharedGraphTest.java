package io.semascope.neighbour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.semascope.job.JobContext;
import io.semascope.projection.Golden;
import io.semascope.projection.LayoutRun;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.projection.tsne.TsneRun;
import io.semascope.projection.umap.UmapRun;
import io.semascope.vector.VectorBlock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedGraphTest {
  private static final GraphSearch EXACT = new GraphSearch.Exact();

  private final SharedGraph shared = new SharedGraph();
  private final VectorBlock block = Golden.noise(150, 9, 5);

  private NeighbourGraph ask(VectorBlock rows, int neighbours, GraphSearch search) {
    return shared.of(rows, neighbours, search, JobContext.direct());
  }

  @Test
  void asManyOrFewerNeighboursOfTheSameRowsAreNotLookedForAgain() {
    NeighbourGraph found = ask(block, 20, EXACT);
    assertSame(found, ask(block, 20, EXACT));
    assertSame(found, ask(block, 5, new GraphSearch.Automatic()), "exact among so few");
    assertSame(found, ask(block.firstRows(150), 20, EXACT));
    VectorBlock longer = block.append(Golden.noise(3, 9, 6));
    assertNotSame(found, ask(longer, 20, EXACT), "three rows more");
    assertEquals(2, shared.timesFound());
  }

  @Test
  void aTextThatIsTypedLeavesTheRowsBeforeItWhatTheyWere() {
    VectorBlock roomy = VectorBlock.copyOf(List.of(), 9).append(block);
    NeighbourGraph found = ask(roomy, 20, EXACT);
    VectorBlock typed = roomy.append(Golden.noise(1, 9, 6));
    assertSame(found, ask(typed.firstRows(150), 20, EXACT));
  }

  @Test
  void anythingElseIsLookedFor() {
    NeighbourGraph found = ask(block, 20, EXACT);
    assertNotSame(found, ask(block, 21, EXACT));
    assertNotSame(found, ask(block.firstRows(149), 20, EXACT));
    assertNotSame(found, ask(Golden.noise(150, 9, 5), 20, EXACT), "equal, but another memory");
    assertEquals(4, shared.timesFound());
  }

  /// How many are asked for decides which pairs it looks at.
  @Test
  void anApproximateGraphServesOnlyWhoAskedTheSame() {
    GraphSearch search = new GraphSearch.Approximate(0.9);
    NeighbourGraph found = ask(block, 20, search);
    assertSame(found, ask(block, 20, search));
    assertNotSame(found, ask(block, 19, search));
    assertNotSame(found, ask(block, 19, new GraphSearch.Approximate(0.8)));
    assertNotSame(found, ask(block, 19, EXACT));
    assertEquals(4, shared.timesFound());
  }

  @Test
  void whatIsNotShownAnyMoreIsLetGo() {
    NeighbourGraph found = ask(block, 20, EXACT);
    shared.keepOnly(Optional.of(block.append(Golden.noise(1, 9, 6)).firstRows(150)));
    assertNotSame(found, ask(block, 20, EXACT), "moved, since there was no room");
    found = ask(block, 20, EXACT);
    shared.keepOnly(Optional.of(block.firstRows(30)));
    assertSame(found, ask(block, 20, EXACT));
    shared.keepOnly(Optional.empty());
    assertNotSame(found, ask(block, 20, EXACT));
  }

  private static float[] places(LayoutRun run) {
    return run.step(20, JobContext.direct().cancellation()).positions().toArray();
  }

  @Test
  void aPictureIsTheSameWhateverWasAskedBefore() {
    SearchedRows rows = new SearchedRows(block, shared);
    Umap umap = Umap.standard();
    Tsne tsne = Tsne.standard();
    var unusedLarger = ask(block, 120, EXACT);
    assertArrayEquals(
        places(UmapRun.start(SearchedRows.alone(block), umap, JobContext.direct())),
        places(UmapRun.start(rows, umap, JobContext.direct())));
    assertArrayEquals(
        places(TsneRun.start(SearchedRows.alone(block), tsne, JobContext.direct())),
        places(TsneRun.start(rows, tsne, JobContext.direct())));
    assertEquals(1, shared.timesFound());
  }
}
