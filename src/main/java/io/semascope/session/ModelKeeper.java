package io.semascope.session;

import io.semascope.job.JobContext;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.ModelCatalogue;
import io.semascope.model.ModelLoader;
import io.semascope.problem.ProblemException;
import io.semascope.space.SpaceOrigin;
import java.util.Optional;

/// Keeps the one loaded model. Used on the INFERENCE lane only, which therefore owns it.
final class ModelKeeper implements AutoCloseable {
  private final ModelCatalogue catalogue;
  private final ModelLoader loader;
  private final StateCell state;
  private Optional<Loaded> loaded = Optional.empty();

  ModelKeeper(ModelCatalogue catalogue, ModelLoader loader, StateCell state) {
    this.catalogue = catalogue;
    this.loader = loader;
    this.state = state;
  }

  /// The model of this choice, loading it and closing the one before when they differ. Throws `ModelUnavailable` for an unknown id.
  EmbeddingModel load(ModelChoice choice, JobContext context) {
    if (loaded.isPresent() && loaded.get().choice().equals(choice)) {
      return loaded.get().model();
    }
    catalogue.entry(choice.modelId());
    state.change(old -> old.withModel(new ModelState.Loading(choice.modelId())));
    try {
      EmbeddingModel model = loader.load(choice.modelId(), choice.dimension(), context);
      loaded.ifPresent(before -> before.model().close());
      loaded = Optional.of(new Loaded(choice, model));
      state.change(
          old ->
              old.withModel(
                      new ModelState.Ready(model.descriptor(), model.fingerprint(), model.device()))
                  .withNetworkUsed(catalogue.networkUsed()));
      return model;
    } catch (ProblemException e) {
      loaded = Optional.empty();
      state.change(old -> old.withModel(new ModelState.Failed(choice.modelId(), e.report())));
      throw e;
    }
  }

  /// The model that made a space. Throws `SessionProblem` when it is not known or no longer the same.
  EmbeddingModel loadFor(SpaceOrigin origin, int dimension, JobContext context) {
    return switch (origin) {
      case SpaceOrigin.Imported imported -> throw SessionProblem.noModelForSpace(imported.name());
      case SpaceOrigin.FromModel made -> {
        int own = catalogue.entry(made.modelId()).descriptor().dimension();
        EmbeddingModel model =
            load(new ModelChoice(made.modelId(), dimension == own ? 0 : dimension), context);
        if (!model.fingerprint().equals(made.fingerprint())) {
          throw SessionProblem.modelChanged(
              made.modelId(), made.fingerprint().shortForm(), model.fingerprint().shortForm());
        }
        yield model;
      }
    };
  }

  @Override
  public void close() {
    loaded.ifPresent(before -> before.model().close());
    loaded = Optional.empty();
  }

  private record Loaded(ModelChoice choice, EmbeddingModel model) {}
}
