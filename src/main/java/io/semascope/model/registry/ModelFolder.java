package io.semascope.model.registry;

import io.semascope.model.ModelDescriptor;
import java.nio.file.Path;
import java.util.List;

/// A model folder of the user.
final class ModelFolder {
  private final Path folder;

  ModelFolder(Path folder) {
    this.folder = folder;
  }

  ModelDescriptor describe(List<String> takenIds) {
    throw ModelProblems.unavailable(
        "The folder was not added.",
        "Folders are not read yet: " + folder + takenIds + ".",
        "Wait.");
  }
}
