package io.semascope.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.model.Purpose;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.space.VectorSpace;
import io.semascope.text.Granularity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a window is told of a typed text, and what waits for it.
@SuppressWarnings("NullAway.Init")
final class PlaceTextTest {
  @TempDir private Path folder = Path.of("");
  private Session session;

  @BeforeEach
  void open() throws Exception {
    session = TestSession.in(folder);
    session.openOrCreateWorkspace(folder.resolve("work.semascope")).await();
    TestSession.importTable(session, TestSession.table(folder), new Granularity.WholeDocument());
    session.startLayout(new Pca()).await();
  }

  @AfterEach
  void close() {
    session.close();
  }

  private String place(String text) {
    return session
        .placeText(new TypedRequest(text, new Granularity.WholeDocument(), Purpose.QUERY))
        .await()
        .unitIds()
        .getFirst();
  }

  private static boolean has(SessionState state, String id) {
    return state.space().filter(space -> space.rowOf(id).isPresent()).isPresent();
  }

  @Test
  void aTextAndItsPlaceComeWithOneState() {
    place("the first loads the model");
    List<SessionState> states = new CopyOnWriteArrayList<>();
    session.listen(states::add);
    String id = place("a hen sleeps in the barn");
    assertEquals(List.of(false, true), states.stream().map(state -> has(state, id)).toList());
    assertEquals(
        List.of(false, true),
        states.stream().map(state -> state.placements().containsKey(id)).toList());
  }

  @Test
  void theAxesOfAPictureAreKeptForTheFirstTextThatIsTyped() {
    VectorSpace space = session.state().space().orElseThrow();
    Placers placers = new Placers();
    Projection picture = placers.pca(space, space.chunkCount(), Cancellation.never());
    Cancellation stopped = new Cancellation();
    stopped.request();
    assertThrows(
        JobCancelled.class, () -> new Placers().forProjection(space, picture, stopped), "fits");
    assertDoesNotThrow(() -> placers.forProjection(space, picture, stopped));
  }

  @Test
  void aTextThatIsStoredIsShownThoughItsPlaceWasNotFound() {
    String id = place("a hen sleeps in the barn");
    SessionState with = session.state();
    StateCell cell = new StateCell();
    cell.change(old -> RemoveText.from(with, id));
    Cancellation stopped = new Cancellation();
    stopped.request();
    PlaceMissing places = new PlaceMissing(cell, new Placers());
    assertThrows(JobCancelled.class, () -> places.run(old -> old.withSpace(with.space()), stopped));
    assertTrue(has(cell.get(), id));
    assertEquals(Map.of(), cell.get().placements());
  }
}
