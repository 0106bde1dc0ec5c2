package io.semascope.model.registry;

import com.google.gson.JsonPrimitive;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFile;
import io.semascope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the user folder remembers of models: one `<id>.json` for each folder that was added, one `<id>.fetched.json` with the hashes of what was fetched.
final class UserModels {
  private static final String FETCHED = ".fetched.json";

  private final Path folder;

  UserModels(Path folder) {
    this.folder = folder;
  }

  /// A model folder of the user.
  ///
  /// @param folder absolute
  record Added(Path folder, ModelDescriptor descriptor) {}

  /// All that were added, by id. A record that is not sound is left out, see `unreadable`.
  List<Added> added() {
    List<Added> added = new ArrayList<>();
    for (Path file : records()) {
      try {
        added.add(read(file));
      } catch (ProblemException leftOut) {
        // One broken record must not keep the other models from their work; `unreadable` tells it.
      }
    }
    return added;
  }

  /// The records that are not sound, one sentence each.
  List<String> unreadable() {
    List<String> sentences = new ArrayList<>();
    for (Path file : records()) {
      try {
        read(file);
      } catch (ProblemException e) {
        sentences.add(
            "The record of an added model, %s, cannot be read; mend or remove it.".formatted(file));
      }
    }
    return sentences;
  }

  private static Added read(Path file) {
    JsonFields fields =
        JsonFields.of(file.toString(), JsonFields.parse(file.toString(), text(file)));
    ModelDescriptor descriptor = DescriptorJson.read(fields.object("model"));
    Path folder = Path.of(fields.text("folder"));
    fields.requireNothingElse();
    return new Added(folder, descriptor);
  }

  private List<Path> records() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json") && !file.toString().endsWith(FETCHED))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw ModelProblems.unreadable(folder, e);
    }
  }

  void keep(Added added) {
    String path = new JsonPrimitive(added.folder().toString()).toString();
    write(
        added.descriptor().id() + ".json",
        "{\n\"folder\": "
            + path
            + ",\n\"model\": "
            + DescriptorJson.write(added.descriptor())
            + "}\n");
  }

  /// The descriptor with the hashes found when `descriptor` was fetched; empty when it was not, or when the entry has changed since.
  Optional<ModelDescriptor> fetched(ModelDescriptor descriptor) {
    Path file = folder.resolve(descriptor.id() + FETCHED);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    ModelDescriptor fetched = DescriptorJson.read(file.toString(), text(file));
    return sameButForHashes(descriptor, fetched) ? Optional.of(fetched) : Optional.empty();
  }

  private static boolean sameButForHashes(ModelDescriptor entry, ModelDescriptor fetched) {
    if (entry.files().size() != fetched.files().size()) {
      return false;
    }
    for (int i = 0; i < entry.files().size(); i++) {
      ModelFile promised = entry.files().get(i);
      ModelFile found = fetched.files().get(i);
      boolean sameHash = promised.sha256().isEmpty() || promised.sha256().equals(found.sha256());
      if (!sameHash || !promised.name().equals(found.name())) {
        return false;
      }
    }
    return DescriptorJson.withFiles(fetched, entry.files()).equals(entry);
  }

  void keepFetched(ModelDescriptor descriptor) {
    write(descriptor.id() + FETCHED, DescriptorJson.write(descriptor));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw ModelProblems.unreadable(file, e);
    }
  }

  private void write(String name, String text) {
    Path target = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, name, ".part");
      try {
        Files.writeString(part, text);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw ModelProblems.unwritable(target, e);
    }
  }
}
