package io.semascope.model.onnx;

import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFile;
import io.semascope.model.ModelFingerprint;
import io.semascope.model.Purpose;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Hashes everything that changes a vector. Titles, file names, mirrors and the device do not: a model added under two names gives the same vectors.
final class Fingerprints {
  private Fingerprints() {}

  /// @param dimension the size vectors are cut to
  static ModelFingerprint of(ModelDescriptor descriptor, int dimension) {
    StringBuilder text = new StringBuilder("semascope-vectors-1");
    List<ModelFile> files =
        descriptor.files().stream()
            .sorted(Comparator.comparing(ModelFile::role).thenComparing(ModelFile::sha256))
            .toList();
    for (ModelFile file : files) {
      if (file.sha256().isEmpty()) {
        throw new IllegalArgumentException("a loaded file has a hash: " + file.name());
      }
      add(text, file.role(), file.sha256());
    }
    add(text, "pooling", descriptor.pooling().name());
    add(text, "normalised", Boolean.toString(descriptor.normalised()));
    add(text, "output", descriptor.output());
    add(text, "maxTokens", Integer.toString(descriptor.maxTokens()));
    add(text, "dimension", Integer.toString(dimension));
    if (descriptor.oneTextPerCall()) {
      // Graphs that round while they run give other vectors under another runtime or processor
      // family (cosine 0.988 at the lowest between two versions).
      add(text, "runtime", NativeLibraries.RUNTIME_VERSION);
      String processor = System.getProperty("os.arch", "");
      add(text, "processor", processor);
      CpuTuning.entries(processor).forEach((name, value) -> add(text, name, value));
    }
    for (Purpose purpose : Purpose.values()) {
      Prompt prompt = Prompt.of(descriptor, purpose);
      String name = purpose.name().toLowerCase(Locale.ROOT);
      add(text, name + "-before", prompt.before());
      add(text, name + "-after", prompt.after());
    }
    return new ModelFingerprint(sha256(text.toString()));
  }

  /// The length in front keeps two fields from running into each other.
  private static void add(StringBuilder text, String name, String value) {
    text.append('\n').append(name).append(' ').append(value.length()).append(' ').append(value);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
