package io.semascope.session;

import io.semascope.corpus.ReadOptions;
import io.semascope.model.ModelCatalogue;
import io.semascope.model.Purpose;
import io.semascope.projection.Tsne;
import io.semascope.text.Granularity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/// Sessions, corpora and requests that several tests share.
final class SessionFixture {
  static final Granularity WHOLE = new Granularity.WholeDocument();
  private static final String[] THINGS = {
    "boat", "river", "bread", "oven", "violin", "orchestra", "atom", "galaxy", "tax", "invoice"
  };

  private SessionFixture() {}

  /// A table of `rows` different short texts about ten things.
  static Path corpus(Path folder, int rows) {
    StringBuilder csv = new StringBuilder("id,text,category\n");
    for (int i = 0; i < rows; i++) {
      String thing = THINGS[i % THINGS.length];
      csv.append(
          "row-%d,the %s number%d near a %s. It is old.,%s\n"
              .formatted(i, thing, i, THINGS[(i / 3) % THINGS.length], thing));
    }
    try {
      return Files.writeString(folder.resolve("corpus-" + rows + ".csv"), csv);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// A session whose model and catalogue are made up.
  static Session session() {
    return new Session(new FakeCatalogue(), new WatchedModels());
  }

  /// A workspace of forty documents.
  static Path workspace(Path folder) {
    Path file = folder.resolve("one.semascope");
    try (Session session = session()) {
      session.openOrCreateWorkspace(file).await();
      session.importCorpus(request(corpus(folder, 40))).await();
    }
    return file;
  }

  static Session reopened(Path file) {
    Session session = session();
    session.openWorkspace(file).await();
    return session;
  }

  static ImportRequest request(Path input) {
    return request(input, ModelCatalogue.DEFAULT_MODEL, WHOLE);
  }

  static ImportRequest request(Path input, String model, Granularity granularity) {
    return new ImportRequest(
        List.of(input), ReadOptions.standard(), new ModelChoice(model, 0), granularity);
  }

  static TypedRequest typed(String text) {
    return new TypedRequest(text, WHOLE, Purpose.QUERY);
  }

  static Tsne tsne(int iterations) {
    return new Tsne(5, 42, Tsne.Engine.BARNES_HUT, 20, iterations, 12, 0);
  }

  /// Waits, however long it takes, for a state that is wanted.
  static SessionState await(Session session, Predicate<SessionState> wanted) {
    java.util.concurrent.CompletableFuture<SessionState> seen =
        new java.util.concurrent.CompletableFuture<>();
    session.listen(
        state -> {
          if (wanted.test(state)) {
            seen.complete(state);
          }
        });
    return seen.join();
  }
}
