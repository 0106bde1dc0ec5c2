package io.semascope.ui.shell;

import io.semascope.job.Job;
import io.semascope.job.JobStatus;
import io.semascope.job.Progress;
import io.semascope.model.onnx.OnnxModelLoader;
import io.semascope.model.registry.ModelRegistry;
import io.semascope.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/// Sessions with the real bundled models, and texts for them to embed.
final class RealSession {
  private static final List<String> WHO =
      List.of("The captain", "A baker", "My neighbour", "The surgeon", "Each pupil", "A farmer");
  private static final List<String> WHAT =
      List.of("repairs", "describes", "sells", "forgets", "measures", "paints", "hides");
  private static final List<String> WHICH =
      List.of("an old boat", "the long report", "a wooden clock", "some fresh bread", "the map");
  private static final List<String> WHERE =
      List.of("beside the river", "in the market", "under the bridge", "on a quiet island");

  private RealSession() {}

  static Session in(Path folder) {
    Path cache = Path.of(System.getProperty("semascope.cache", "target/cache"));
    ModelRegistry registry = new ModelRegistry(cache, folder.resolve("data"));
    return new Session(registry, new OnnxModelLoader(registry, cache));
  }

  /// Different texts of two sentences, about a hundred characters each.
  static List<String> texts(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(
            i ->
                "%s, and that takes hour %d. %s."
                    .formatted(sentence(i), i, sentence(i * 31 + i / 840)))
        .toList();
  }

  private static String sentence(int number) {
    int rest = Math.floorMod(number, WHO.size() * WHAT.size() * WHICH.size() * WHERE.size());
    String who = WHO.get(rest % WHO.size());
    rest /= WHO.size();
    String what = WHAT.get(rest % WHAT.size());
    rest /= WHAT.size();
    return who
        + " "
        + what
        + " "
        + WHICH.get(rest % WHICH.size())
        + " "
        + WHERE.get(rest / WHICH.size());
  }

  /// How many texts of a running import are embedded and stored; none before the first is and after the import's end.
  static int embedded(Job<?> importing) {
    return importing.status() instanceof JobStatus.Running running
        ? embedded(running.progress())
        : 0;
  }

  private static int embedded(Progress progress) {
    return progress.stage().equals("embedding") ? (int) progress.done() : 0;
  }

  /// Waits until some texts are embedded, or until the import ended.
  static void awaitEmbedding(Job<?> importing) {
    CountDownLatch begun = new CountDownLatch(1);
    importing.onChange(
        status -> {
          if (status.ended()
              || Optional.of(status)
                  .filter(JobStatus.Running.class::isInstance)
                  .map(JobStatus.Running.class::cast)
                  .filter(running -> embedded(running.progress()) > 0)
                  .isPresent()) {
            begun.countDown();
          }
        });
    try {
      begun.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a test", e);
    }
  }
}
