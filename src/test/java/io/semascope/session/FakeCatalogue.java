package io.semascope.session;

import io.semascope.job.JobContext;
import io.semascope.model.FakeEmbeddingModel;
import io.semascope.model.ModelCatalogue;
import io.semascope.model.ModelEntry;
import io.semascope.model.ModelUnavailable;
import io.semascope.problem.ProblemReport;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Models without weights, all of 32 dimensions.
public final class FakeCatalogue implements ModelCatalogue {
  public static final String OTHER = "other";

  /// Known, but it cannot be loaded.
  public static final String BROKEN = "broken";

  @Override
  public List<ModelEntry> entries() {
    return List.of(of(DEFAULT_MODEL), of(OTHER), of(BROKEN));
  }

  private static ModelEntry of(String id) {
    return new ModelEntry(
        new FakeEmbeddingModel(id, 32, 64).descriptor(),
        ModelEntry.Availability.BUNDLED,
        "bundled");
  }

  @Override
  public ModelEntry entry(String id) {
    return entries().stream()
        .filter(entry -> entry.descriptor().id().equals(id))
        .findFirst()
        .orElseThrow(() -> unavailable("There is no model “" + id + "”.", null));
  }

  private static ModelUnavailable unavailable(String what, @Nullable Throwable cause) {
    return new ModelUnavailable(
        new ProblemReport(what, "The catalogue holds three fakes.", "Name one of them."), cause);
  }

  @Override
  public ModelEntry addFolder(Path folder) {
    throw unavailable("The folder " + folder + " holds no model.", null);
  }

  @Override
  public ModelEntry fetch(String id, boolean consent, JobContext context) {
    return entry(id);
  }

  @Override
  public Path files(String id, JobContext context) {
    throw unavailable("A fake has no files.", null);
  }

  @Override
  public boolean networkUsed() {
    return false;
  }
}
