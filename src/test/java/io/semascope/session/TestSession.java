package io.semascope.session;

import io.semascope.corpus.ReadOptions;
import io.semascope.model.FakeEmbeddingModel;
import io.semascope.model.ModelLoader;
import io.semascope.model.registry.ModelRegistry;
import io.semascope.projection.LiveChange;
import io.semascope.projection.Projection;
import io.semascope.session.layout.RunningLayout;
import io.semascope.text.Granularity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Sessions with a model that has no weights, in a folder of the test.
public final class TestSession {
  private TestSession() {}

  /// A session whose models are all fakes of 32 dimensions.
  public static Session in(Path folder) {
    return with(folder, FakeEmbeddingModel.loader());
  }

  /// The same with models of one's own.
  public static Session with(Path folder, ModelLoader models) {
    return new Session(new ModelRegistry(folder.resolve("cache"), folder.resolve("data")), models);
  }

  /// Empties the file of a workspace as soon as a layout moves, so that it can be read and written no more, as when a stick is pulled out.
  public static Session losing(Path workspace, Session session) {
    AtomicBoolean lost = new AtomicBoolean();
    session.listen(
        state -> {
          if (state.running().isPresent() && !lost.getAndSet(true)) {
            try {
              Files.write(workspace, new byte[0]);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });
    return session;
  }

  /// Turns the learning rate so far up when the points of a t-SNE have moved that they fly apart.
  public static Session flyingApart(Session session) {
    AtomicBoolean begun = new AtomicBoolean();
    session.listen(
        state -> {
          if (state.running().isPresent() && !begun.getAndSet(true)) {
            Thread.ofPlatform().daemon().start(() -> turnWhenMoved(session));
          }
        });
    return session;
  }

  private static void turnWhenMoved(Session session) {
    while (session.liveFrame().isEmpty()) {
      Thread.onSpinWait();
    }
    session.changeLayout(LiveChange.learningRate(Double.MAX_VALUE));
  }

  /// The state with a layout that moves.
  public static SessionState running(SessionState state, RunningLayout layout) {
    return state.withRunning(Optional.of(layout));
  }

  /// The state with the frame of a t-SNE that came to no end.
  public static SessionState interrupted(SessionState state, Projection frame) {
    return state.withInterrupted(Optional.of(frame));
  }

  /// The state with this picture.
  public static SessionState showing(SessionState state, Projection projection) {
    return state.withProjection(Optional.of(projection));
  }

  /// Twelve short documents in three categories, as a table.
  public static Path table(Path folder) throws IOException {
    String[] animals = {"cat", "dog", "horse", "sheep"};
    String[] tools = {"hammer", "saw", "drill", "plane"};
    String[] dishes = {"soup", "bread", "salad", "pie"};
    StringBuilder text = new StringBuilder("id,name,category,text\n");
    for (int i = 0; i < 4; i++) {
      text.append(row("animal-" + i, animals[i], "animals", "eats grass. It sleeps in the barn"));
      text.append(row("tool-" + i, tools[i], "tools", "hangs in the workshop. It cuts wood"));
      text.append(row("dish-" + i, dishes[i], "dishes", "is served warm. It fills the kitchen"));
    }
    return Files.writeString(folder.resolve("things.csv"), text);
  }

  /// Opens `work.semascope` in the folder and imports the table into it, each document whole.
  public static void openTable(Session session, Path folder) throws IOException {
    session.openOrCreateWorkspace(folder.resolve("work.semascope")).await();
    importTable(session, table(folder), new Granularity.WholeDocument());
  }

  private static String row(String id, String name, String category, String text) {
    return id + "," + name + "," + category + ",\"The " + name + " " + text + ".\"\n";
  }

  /// Imports the table at a granularity and waits.
  public static ImportReport importTable(Session session, Path table, Granularity granularity) {
    return session
        .importCorpus(
            new ImportRequest(
                List.of(table), ReadOptions.standard(), ModelChoice.standard(), granularity))
        .await();
  }
}
