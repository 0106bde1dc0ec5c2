package io.semascope.session;

import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFingerprint;
import io.semascope.model.Truncation;
import io.semascope.probe.CosineBreakdown;
import java.util.List;

/// Two texts under one model.
///
/// @param truncations of the two texts, index 0 and 1
/// @param unknown which of the two, 0 and 1, the model's vocabulary has nothing of
public record TextComparison(
    ModelDescriptor model,
    ModelFingerprint fingerprint,
    CosineBreakdown breakdown,
    List<Truncation> truncations,
    List<Integer> unknown) {
  public TextComparison {
    truncations = List.copyOf(truncations);
    unknown = List.copyOf(unknown);
  }
}
