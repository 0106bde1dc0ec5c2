package io.semascope.session;

import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.ModelCatalogue;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelEntry;
import io.semascope.model.ModelLoader;
import io.semascope.problem.ProblemException;
import io.semascope.space.SpaceOrigin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps the loaded models: the newest, and the one a bulk job is in the middle of, because a text typed meanwhile may need another. Used on the INFERENCE
/// lane only, which therefore owns it.
final class ModelKeeper implements AutoCloseable {
  private final ModelCatalogue catalogue;
  private final ModelLoader loader;
  private final StateCell state;
  private final Map<ModelChoice, EmbeddingModel> loaded = new HashMap<>();
  private Optional<ModelChoice> held = Optional.empty();

  ModelKeeper(ModelCatalogue catalogue, ModelLoader loader, StateCell state) {
    this.catalogue = catalogue;
    this.loader = loader;
    this.state = state;
  }

  /// The model of this choice, loading it when it is not there. Models before it are closed, except one that is held. Throws `ModelUnavailable` for an
  /// unknown id.
  EmbeddingModel load(ModelChoice asked, JobContext context) {
    ModelChoice choice = plain(asked);
    EmbeddingModel known = loaded.get(choice);
    EmbeddingModel model = known == null ? loadNew(choice, context) : known;
    ModelState ready =
        new ModelState.Ready(model.descriptor(), model.fingerprint(), model.device());
    if (!state.get().model().equals(ready)) {
      state.change(old -> old.withModel(ready).withNetworkUsed(catalogue.networkUsed()));
    }
    return model;
  }

  /// A model's own dimension is the same choice however it is written. Throws `ModelUnavailable` for an unknown id.
  private ModelChoice plain(ModelChoice choice) {
    int own = catalogue.entry(choice.modelId()).descriptor().dimension();
    return choice.dimension() == own ? new ModelChoice(choice.modelId(), 0) : choice;
  }

  /// Like `load`, for work that lets other work of the lane in between; the model stays open until the hold is closed.
  Hold hold(ModelChoice choice, JobContext context) {
    EmbeddingModel model = load(choice, context);
    held = Optional.of(plain(choice));
    return new Hold(this, model);
  }

  /// A stopped load leaves everything as it was; a failed one leaves the models that are there.
  private EmbeddingModel loadNew(ModelChoice choice, JobContext context) {
    ModelState before = state.get().model();
    state.change(old -> old.withModel(new ModelState.Loading(choice.modelId())));
    try {
      EmbeddingModel model = loader.load(choice.modelId(), choice.dimension(), context);
      closeAllBut(held);
      loaded.put(choice, model);
      return model;
    } catch (JobCancelled stopped) {
      state.change(old -> old.withModel(before));
      throw stopped;
    } catch (ProblemException e) {
      state.change(old -> old.withModel(new ModelState.Failed(choice.modelId(), e.report())));
      throw e;
    } catch (RuntimeException e) {
      state.change(old -> old.withModel(before));
      throw e;
    }
  }

  private void closeAllBut(Optional<ModelChoice> kept) {
    for (ModelChoice choice : Set.copyOf(loaded.keySet())) {
      if (!kept.equals(Optional.of(choice))) {
        Optional.ofNullable(loaded.remove(choice)).ifPresent(EmbeddingModel::close);
      }
    }
  }

  /// The model that made a space. Throws `SessionProblem` when it is not known or no longer the same.
  EmbeddingModel loadFor(SpaceOrigin origin, int dimension, JobContext context) {
    return switch (origin) {
      case SpaceOrigin.Imported imported -> throw SessionProblem.noModelForSpace(imported.name());
      case SpaceOrigin.FromModel made -> {
        EmbeddingModel model = load(new ModelChoice(made.modelId(), dimension), context);
        if (!model.fingerprint().equals(made.fingerprint())) {
          throw SessionProblem.modelChanged(
              made.modelId(), made.fingerprint().shortForm(), model.fingerprint().shortForm());
        }
        yield model;
      }
    };
  }

  /// The description of the model that made vectors of this origin, without loading it. Safe for use from any thread.
  Optional<ModelDescriptor> describe(SpaceOrigin origin) {
    return switch (origin) {
      case SpaceOrigin.FromModel made ->
          catalogue.entries().stream()
              .map(ModelEntry::descriptor)
              .filter(descriptor -> descriptor.id().equals(made.modelId()))
              .findFirst();
      case SpaceOrigin.Imported imported -> Optional.empty();
    };
  }

  @Override
  public void close() {
    closeAllBut(Optional.empty());
  }

  /// A model that stays open while work that can be passed by other work uses it.
  record Hold(ModelKeeper keeper, EmbeddingModel model) implements AutoCloseable {
    @Override
    public void close() {
      keeper.held = Optional.empty();
    }
  }
}
