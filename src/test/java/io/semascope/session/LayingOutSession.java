package io.semascope.session;

import io.semascope.model.FakeEmbeddingModel;
import io.semascope.projection.LayoutFrame;
import io.semascope.session.layout.LiveFrame;
import java.nio.file.Path;

/// A process that computes a t-SNE without an end as a person would, and says how far it is. `KilledLayoutTest` stops it at any moment.
final class LayingOutSession {
  private LayingOutSession() {}

  /// Takes the workspace; prints `opened`, then `iteration N` for frames that are stored by then. With a second argument it goes on with what is stored.
  public static void main(String[] arguments) {
    try (Session session = new Session(new FakeCatalogue(), FakeEmbeddingModel.loader())) {
      session.openWorkspace(Path.of(arguments[0])).await();
      say("opened");
      var job =
          arguments.length > 1
              ? session.resumeLayout()
              : session.startLayout(SessionFixture.tsne(100_000_000));
      int said = 0;
      while (!job.status().ended()) {
        if (iteration(session, said) > said) {
          // A run that is paused is stored.
          session.pauseLayout();
          job.await();
          said = iteration(session, said);
          say("iteration " + said);
          job = session.resumeLayout();
        }
        Thread.onSpinWait();
      }
    }
  }

  private static int iteration(Session session, int before) {
    return session.liveFrame().map(LiveFrame::frame).map(LayoutFrame::iteration).orElse(before);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
