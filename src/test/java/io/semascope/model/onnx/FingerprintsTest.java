package io.semascope.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFile;
import io.semascope.model.ModelFingerprint;
import io.semascope.model.Pooling;
import io.semascope.model.Purpose;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  /// One variation of a descriptor.
  private record Variation(
      String title, String sha256, Pooling pooling, boolean normalised, String output) {
    ModelDescriptor descriptor(int maxTokens, Map<Purpose, String> prompts, boolean one) {
      return new ModelDescriptor(
          "id",
          title,
          "",
          ModelDescriptor.Kind.TEXT_EMBEDDING,
          8,
          maxTokens,
          pooling,
          normalised,
          output,
          prompts,
          List.of(),
          one,
          "",
          "",
          List.of(),
          List.of(
              new ModelFile("graph", title, 1, sha256, List.of()),
              new ModelFile("tokenizer", "t", 1, "c".repeat(64), List.of())));
    }
  }

  private static final Variation PLAIN = new Variation("A", "a".repeat(64), Pooling.MEAN, true, "");

  @Test
  void everythingThatChangesAVectorChangesTheFingerprint() {
    Set<ModelFingerprint> seen = new HashSet<>();
    Map<Purpose, String> none = Map.of();
    List<Variation> variations =
        List.of(
            PLAIN,
            new Variation("A", "b".repeat(64), Pooling.MEAN, true, ""),
            new Variation("A", "a".repeat(64), Pooling.CLS, true, ""),
            new Variation("A", "a".repeat(64), Pooling.MEAN, false, ""),
            new Variation("A", "a".repeat(64), Pooling.MEAN, true, "other"));
    for (Variation variation : variations) {
      assertTrue(seen.add(Fingerprints.of(variation.descriptor(256, none, false), 8)));
    }
    assertTrue(seen.add(Fingerprints.of(PLAIN.descriptor(512, none, false), 8)));
    assertTrue(seen.add(Fingerprints.of(PLAIN.descriptor(256, none, false), 4)));
    assertTrue(seen.add(Fingerprints.of(PLAIN.descriptor(256, none, true), 8)));
    for (Purpose purpose : Purpose.values()) {
      for (String prompt : List.of("a ", "b ", "{text} a ")) {
        ModelDescriptor prompted = PLAIN.descriptor(256, Map.of(purpose, prompt), false);
        assertTrue(seen.add(Fingerprints.of(prompted, 8)), purpose + prompt);
      }
    }
  }

  @Test
  void aNameDoesNot() {
    Variation renamed = new Variation("B", "a".repeat(64), Pooling.MEAN, true, "");
    assertEquals(
        Fingerprints.of(PLAIN.descriptor(256, Map.of(), false), 8),
        Fingerprints.of(renamed.descriptor(256, Map.of(), false), 8));
  }
}
