package io.semascope.model.onnx;

import io.semascope.model.ModelDescriptor;
import io.semascope.model.Purpose;

/// What a model wants around a text.
///
/// @param before put in front of the text
/// @param after put behind it
record Prompt(String before, String after) {
  /// What `{task}` stands for: the default of the Qwen3-Embedding model card.
  static final String DEFAULT_TASK =
      "Given a web search query, retrieve relevant passages that answer the query";

  private static final String TEXT = "{text}";

  static Prompt of(ModelDescriptor descriptor, Purpose purpose) {
    String template =
        descriptor.prompts().getOrDefault(purpose, "").replace("{task}", DEFAULT_TASK);
    int place = template.indexOf(TEXT);
    return place < 0
        ? new Prompt(template, "")
        : new Prompt(template.substring(0, place), template.substring(place + TEXT.length()));
  }

  String around(String text) {
    return before + text + after;
  }
}
