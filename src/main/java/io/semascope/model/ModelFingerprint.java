package io.semascope.model;

/// A hash of everything that changes a vector: weights, tokenizer, pooling, normalisation, prompts, maximum length, dimension. Vectors may be
/// compared only under equal fingerprints.
///
/// @param value 64 lower-case hexadecimal digits
public record ModelFingerprint(String value) {
  public ModelFingerprint {
    if (!value.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a fingerprint: " + value);
    }
  }

  /// The first eight digits, for people.
  public String shortForm() {
    return value.substring(0, 8);
  }
}
