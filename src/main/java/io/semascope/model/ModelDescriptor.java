package io.semascope.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Everything that is known about a model before it runs, as read from its JSON entry or its folder.
///
/// @param id unique, lower case with dashes
/// @param title for people
/// @param licence short name of the weights' licence
/// @param kind what the graph computes; only `TEXT_EMBEDDING` gives one vector per text
/// @param dimension values per vector
/// @param maxTokens longest input in tokens, special tokens and prompt included
/// @param pooling how token vectors become one
/// @param normalised whether vectors are scaled to length 1
/// @param output name of the graph output to read; empty means the only or first one
/// @param prompts text put before each input by purpose; a missing purpose means none. `{task}` and `{text}` are filled in
/// @param matryoshkaSizes smaller dimensions the model was trained to be cut to, largest first; empty when none
/// @param oneTextPerCall whether batching would change the vectors, so that texts run one by one
/// @param requiresConsent terms a person must accept before the weights are fetched; empty when none
/// @param minimumRuntime lowest ONNX Runtime version that runs the graph; empty when any
/// @param cautions what a person should know when choosing it, one sentence each
/// @param files what it consists of
public record ModelDescriptor(
    String id,
    String title,
    String licence,
    Kind kind,
    int dimension,
    int maxTokens,
    Pooling pooling,
    boolean normalised,
    String output,
    Map<Purpose, String> prompts,
    List<Integer> matryoshkaSizes,
    boolean oneTextPerCall,
    String requiresConsent,
    String minimumRuntime,
    List<String> cautions,
    List<ModelFile> files) {
  /// What a graph computes.
  public enum Kind {
    TEXT_EMBEDDING,
    /// One vector per token, compared by MaxSim.
    TOKEN_EMBEDDING,
    /// One score per pair of texts.
    PAIR_SCORE,
    /// Texts and images in one space.
    TEXT_AND_IMAGE
  }

  /// `Map.copyOf` would give another order at every start.
  private static Map<Purpose, String> inOrder(Map<Purpose, String> prompts) {
    Map<Purpose, String> ordered = new EnumMap<>(Purpose.class);
    ordered.putAll(prompts);
    return Collections.unmodifiableMap(ordered);
  }

  public ModelDescriptor {
    prompts = inOrder(prompts);
    matryoshkaSizes = List.copyOf(matryoshkaSizes);
    cautions = List.copyOf(cautions);
    files = List.copyOf(files);
  }

  /// Whether other words stand before a query than before a document, so that one text gets two vectors.
  public boolean promptsDiffer() {
    return !prompts
        .getOrDefault(Purpose.QUERY, "")
        .equals(prompts.getOrDefault(Purpose.DOCUMENT, ""));
  }
}
