package io.semascope.model.registry;

import io.semascope.job.JobContext;
import io.semascope.model.ModelCatalogue;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelEntry;
import io.semascope.model.ModelEntry.Availability;
import io.semascope.model.ModelFile;
import io.semascope.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The catalogue of every model: those whose entries ship with Semascope, those fetched, and folders a person added.
///
/// Weights lie in the cache folder under `models/<id>`, and can be had again; what a person decided lies in the user folder under `models`.
/// Two programs may share both folders: a file appears whole or not at all. Safe for use from any thread.
public final class ModelRegistry implements ModelCatalogue {
  private final Path weights;
  private final UserModels userModels;
  private final List<ModelDescriptor> described;
  private final VerifiedFiles verified = new VerifiedFiles();
  private final AtomicBoolean networkUsed = new AtomicBoolean();

  /// Throws `ModelFileDamaged` when the entries that ship with Semascope are not sound.
  ///
  /// @param cacheFolder for weights; made when they are first needed
  /// @param userFolder for settings; made when the first is kept
  public ModelRegistry(Path cacheFolder, Path userFolder) {
    weights = cacheFolder.resolve("models");
    userModels = new UserModels(userFolder.resolve("models"));
    described = BundledModels.read();
  }

  @Override
  public List<ModelEntry> entries() {
    List<ModelEntry> entries = new ArrayList<>();
    for (ModelDescriptor descriptor : described) {
      entries.add(entryOf(descriptor));
    }
    for (UserModels.Added added : userModels.added()) {
      entries.add(
          new ModelEntry(added.descriptor(), Availability.ON_DISK, added.folder().toString()));
    }
    entries.sort(
        Comparator.comparing((ModelEntry entry) -> entry.availability() != Availability.BUNDLED)
            .thenComparing(entry -> entry.descriptor().id()));
    return List.copyOf(entries);
  }

  @Override
  public List<String> unreadable() {
    return userModels.unreadable();
  }

  private ModelEntry entryOf(ModelDescriptor descriptor) {
    if (descriptor.kind() != ModelDescriptor.Kind.TEXT_EMBEDDING) {
      return new ModelEntry(descriptor, Availability.NOT_RUNNABLE, reason(descriptor.kind()));
    }
    if (BundledModels.shipped(descriptor)) {
      return new ModelEntry(descriptor, Availability.BUNDLED, "bundled");
    }
    Path folder = weights.resolve(descriptor.id());
    Optional<ModelDescriptor> fetched;
    try {
      fetched = userModels.fetched(descriptor);
    } catch (ProblemException e) {
      // One record that cannot be read must not keep the other models from their work.
      return new ModelEntry(
          descriptor, Availability.TO_BE_FETCHED, "to be fetched again: " + e.report().why());
    }
    if (fetched.isPresent()
        && fetched.get().files().stream()
            .allMatch(file -> verified.present(folder.resolve(file.name()), file))) {
      return new ModelEntry(fetched.get(), Availability.ON_DISK, folder.toString());
    }
    return new ModelEntry(descriptor, Availability.TO_BE_FETCHED, "to be fetched");
  }

  private static String reason(ModelDescriptor.Kind kind) {
    return switch (kind) {
      case TEXT_EMBEDDING -> "";
      case TOKEN_EMBEDDING -> "gives one vector per token, which this version cannot compare";
      case PAIR_SCORE -> "scores pairs of texts and gives no vectors";
      case TEXT_AND_IMAGE ->
          "has a tower for texts and one for images, which this version cannot join";
    };
  }

  @Override
  public ModelEntry entry(String id) {
    Optional<ModelDescriptor> known =
        described.stream().filter(descriptor -> descriptor.id().equals(id)).findFirst();
    if (known.isPresent()) {
      return entryOf(known.get());
    }
    List<ModelEntry> entries = entries();
    return entries.stream()
        .filter(entry -> entry.descriptor().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ModelProblems.unavailable(
                    "There is no model “" + id + "”.",
                    "The catalogue holds "
                        + String.join(
                            ", ", entries.stream().map(entry -> entry.descriptor().id()).toList())
                        + ".",
                    "Name one of these, or add a model folder of your own."));
  }

  @Override
  public ModelEntry addFolder(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    List<String> taken = new ArrayList<>(described.stream().map(ModelDescriptor::id).toList());
    for (UserModels.Added added : userModels.added()) {
      if (!added.folder().equals(absolute)) {
        taken.add(added.descriptor().id());
      }
    }
    ModelDescriptor descriptor = new ModelFolder(absolute).describe(taken);
    userModels.keep(new UserModels.Added(absolute, descriptor));
    return new ModelEntry(descriptor, Availability.ON_DISK, absolute.toString());
  }

  @Override
  public ModelEntry fetch(String id, boolean consent, JobContext context) {
    ModelEntry entry = entry(id);
    ModelDescriptor descriptor = entry.descriptor();
    switch (entry.availability()) {
      case BUNDLED -> {
        return entry;
      }
      case NOT_RUNNABLE ->
          throw ModelProblems.unavailable(
              "The model “" + id + "” was not fetched.",
              "It " + entry.location() + ".",
              "Choose a model that “models list” does not call “not runnable”.");
      case ON_DISK, TO_BE_FETCHED -> {}
    }
    boolean foreign = described.stream().noneMatch(known -> known.id().equals(id));
    if (foreign) {
      return entry;
    }
    if (!descriptor.requiresConsent().isEmpty() && !consent) {
      throw ModelProblems.unavailable(
          "The model “" + id + "” was not fetched.",
          "Its makers ask for consent first: " + descriptor.requiresConsent() + ".",
          "Read the terms, and fetch again with consent if you accept them.");
    }
    WeightFetch fetch = new WeightFetch(weights.resolve(id), verified, networkUsed);
    userModels.keepFetched(fetch.fetch(descriptor, context));
    return entry(id);
  }

  @Override
  public Path files(String id, JobContext context) {
    ModelEntry entry = entry(id);
    return switch (entry.availability()) {
      case BUNDLED -> unpacked(entry.descriptor(), context);
      case ON_DISK -> checked(entry, context);
      case TO_BE_FETCHED ->
          throw ModelProblems.unavailable(
              "The weights of “" + id + "” are not on this machine.",
              "They do not ship with Semascope and were not fetched yet.",
              "Fetch them (models fetch " + id + ") or choose another model.");
      case NOT_RUNNABLE ->
          throw ModelProblems.unavailable(
              "The model “" + id + "” cannot be run.",
              "It " + entry.location() + ".",
              "Choose a model that “models list” does not call “not runnable”.");
    };
  }

  private Path unpacked(ModelDescriptor descriptor, JobContext context) {
    Path folder = weights.resolve(descriptor.id());
    for (ModelFile file : descriptor.files()) {
      Path path = folder.resolve(file.name());
      if (!verified.intact(path, file, context.cancellation())) {
        BundledModels.unpack(file, path, context.cancellation());
      }
    }
    return folder;
  }

  private Path checked(ModelEntry entry, JobContext context) {
    Path folder = Path.of(entry.location());
    for (ModelFile file : entry.descriptor().files()) {
      Path path = folder.resolve(file.name());
      if (!verified.intact(path, file, context.cancellation())) {
        throw ModelProblems.damaged(
            "A file of the model “" + entry.descriptor().id() + "” is not what it was.",
            path
                + " no longer has "
                + file.bytes()
                + " bytes with the SHA-256 "
                + file.sha256()
                + ".",
            "Fetch the model again, or add its folder again if you changed it on purpose.");
      }
    }
    return folder;
  }

  @Override
  public boolean networkUsed() {
    return networkUsed.get();
  }
}
