package io.semascope.model;

import java.util.List;

/// One file a model consists of.
///
/// @param role what it is: `graph`, `graph-data` or `tokenizer`
/// @param name its path inside the model's folder, with `/`
/// @param bytes its size, 0 when not known
/// @param sha256 lower-case hexadecimal, empty when not known; a file that is fetched always has one
/// @param mirrors where it can be had: `https://…` or `classpath:/…`
public record ModelFile(String role, String name, long bytes, String sha256, List<String> mirrors) {
  public ModelFile {
    mirrors = List.copyOf(mirrors);
  }
}
