package io.semascope.model;

import io.semascope.job.JobContext;
import java.nio.file.Path;
import java.util.List;

/// Every model the program knows. Safe for use from any thread.
public interface ModelCatalogue {
  /// The model taken when none is named.
  String DEFAULT_MODEL = "all-minilm-l6-v2";

  /// Sorted: bundled first, then by id.
  List<ModelEntry> entries();

  /// Throws `ModelUnavailable` when no entry has this id; the report names the ids there are.
  ModelEntry entry(String id);

  /// Takes a sentence-transformers style folder into the catalogue and remembers it. Throws `ModelUnavailable` when the folder is incomplete;
  /// the report says which file or field is missing.
  ModelEntry addFolder(Path folder);

  /// Fetches the weights of an entry from its mirrors, resuming a part that is already there, and checks their hashes. The network is used only here.
  ///
  /// @param consent whether the person accepted the entry's terms
  ModelEntry fetch(String id, boolean consent, JobContext context);

  /// The folder with the model's files, unpacked and verified. Throws `ModelUnavailable` when the weights are not on this machine.
  Path files(String id, JobContext context);

  /// What of the person's own models could not be read, one sentence each; those models are missing from `entries`.
  default List<String> unreadable() {
    return List.of();
  }

  /// Whether anything was fetched since the program started.
  boolean networkUsed();
}
