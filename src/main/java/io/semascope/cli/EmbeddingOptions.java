package io.semascope.cli;

import io.semascope.cli.refusal.ArgumentRefused;
import io.semascope.cli.refusal.MayBeEmpty;
import io.semascope.cli.refusal.NumberLimits;
import io.semascope.model.ModelCatalogue;
import io.semascope.session.ModelChoice;
import io.semascope.text.Granularity;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// Which model embeds, and how finely the texts are cut.
final class EmbeddingOptions {
  @Option(
      names = {"-m", "--model"},
      defaultValue = ModelCatalogue.DEFAULT_MODEL,
      paramLabel = "MODEL",
      description = "Id of the model (default: ${DEFAULT-VALUE}); see “models list”.")
  private String model = ModelCatalogue.DEFAULT_MODEL;

  @Option(
      names = "--dimension",
      defaultValue = "0",
      paramLabel = "D",
      description = "Cut the vectors to a size the model was trained for (default: its own).")
  @NumberLimits(least = 0, leastMeans = "which is the model's own")
  private int dimension;

  @Option(
      names = "--granularity",
      defaultValue = "document",
      paramLabel = "G",
      description = "document, paragraph, sentence, word or window:N/M (default: document).")
  @MayBeEmpty
  private String granularity = "document";

  ModelChoice choice() {
    return new ModelChoice(model, dimension);
  }

  Granularity granularity(CommandSpec spec) {
    return parse(granularity, spec);
  }

  static Granularity parse(String key, CommandSpec spec) {
    try {
      return Granularity.parse(key);
    } catch (IllegalArgumentException e) {
      throw ArgumentRefused.value(
          spec,
          "--granularity",
          "document, paragraph, sentence, word or window:N/M, with N of at least 8 tokens and M"
              + " under half of that");
    }
  }
}
