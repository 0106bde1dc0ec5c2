package io.semascope.model.registry;

import io.semascope.job.Cancellation;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Reads the entries under `/models` on the class path and unpacks the weights that ship with Semascope.
final class BundledModels {
  private static final String INDEX = "/models/index.json";
  private static final int BUFFER_BYTES = 1 << 16;

  private BundledModels() {}

  /// All entries of `index.json`, which names them because a folder inside a jar cannot be listed.
  static List<ModelDescriptor> read() {
    List<ModelDescriptor> descriptors = new ArrayList<>();
    for (var id : JsonFields.parse(INDEX, resourceText(INDEX)).getAsJsonArray()) {
      String name = "/models/" + id.getAsString() + ".json";
      descriptors.add(DescriptorJson.read(name, resourceText(name)));
    }
    return List.copyOf(descriptors);
  }

  private static String resourceText(String name) {
    try (InputStream stream = BundledModels.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw ModelProblems.damaged(
            "Semascope is incomplete.",
            "Its own file " + name + " is missing.",
            "Install Semascope again.");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw ModelProblems.unreadable(Path.of(name), e);
    }
  }

  /// Whether every file of the model ships with this Semascope.
  static boolean shipped(ModelDescriptor descriptor) {
    return descriptor.files().stream().allMatch(file -> resource(file).isPresent());
  }

  private static Optional<String> resource(ModelFile file) {
    for (String text : file.mirrors()) {
      if (Mirror.parse(text).orElse(null) instanceof Mirror.ClassPath place
          && BundledModels.class.getResource(place.resource()) != null) {
        return Optional.of(place.resource());
      }
    }
    return Optional.empty();
  }

  /// Writes a shipped file to `target`, which appears whole or not at all. Two programs may do so at once: both write the same bytes.
  static void unpack(ModelFile file, Path target, Cancellation cancellation) {
    String resource = resource(file).orElseThrow();
    Path folder = target.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, target.getFileName().toString(), ".part");
      try {
        String sha256 = copy(resource, part, cancellation);
        if (!sha256.equals(file.sha256())) {
          throw ModelProblems.damaged(
              "The weights that ship with Semascope are not the ones its entry promises.",
              resource + " has the SHA-256 " + sha256 + ", promised was " + file.sha256() + ".",
              "Install Semascope again.");
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw ModelProblems.unwritable(target, e);
    }
  }

  private static String copy(String resource, Path part, Cancellation cancellation)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream stream = BundledModels.class.getResourceAsStream(resource);
        var target = new DigestOutputStream(Files.newOutputStream(part), digest)) {
      if (stream == null) {
        throw new IOException(resource + " is gone from the class path");
      }
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        cancellation.check();
        target.write(buffer, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
