package io.semascope.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.semascope.cli.refusal.NumberLimits;
import io.semascope.model.ModelCatalogue;
import io.semascope.model.Truncation;
import io.semascope.probe.CosineBreakdown;
import io.semascope.session.ModelChoice;
import io.semascope.session.Session;
import io.semascope.session.TextComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `semascope compare`: how the cosine of two texts comes about.
@Command(
    name = "compare",
    description =
        "Compare two texts under one model: norms, dot product, cosine, angle, and the dimensions"
            + " that make it.")
final class CompareCommand extends SessionCommand {
  @Parameters(index = "0", paramLabel = "A", description = "One text.")
  private String one = "";

  @Parameters(index = "1", paramLabel = "B", description = "The other text.")
  private String other = "";

  @Option(
      names = {"-m", "--model"},
      defaultValue = ModelCatalogue.DEFAULT_MODEL,
      paramLabel = "MODEL",
      description = "Id of the model (default: ${DEFAULT-VALUE}).")
  private String model = ModelCatalogue.DEFAULT_MODEL;

  @Option(
      names = "--dimension",
      defaultValue = "0",
      paramLabel = "D",
      description = "Cut the vectors to a size the model was trained for (default: its own).")
  @NumberLimits(least = 0, leastMeans = "which is the model's own")
  private int dimension;

  @Option(
      names = "--top",
      defaultValue = "20",
      paramLabel = "N",
      description = "How many contributions (default: 20).")
  @NumberLimits(least = 0)
  private int top = 20;

  CompareCommand(Desk desk) {
    super(desk);
  }

  @Override
  Answer answer(Session session) {
    TextComparison comparison =
        await(session.inspect().compareTexts(one, other, new ModelChoice(model, dimension)));
    CosineBreakdown breakdown = comparison.breakdown();
    CosineBreakdown.Top largest = breakdown.top(top);
    JsonArray contributions = new JsonArray();
    List<List<String>> rows = new ArrayList<>();
    for (CosineBreakdown.Contribution part : largest.largest()) {
      JsonObject json = new JsonObject();
      json.addProperty("dimension", part.dimension());
      json.addProperty("a", part.a());
      json.addProperty("b", part.b());
      json.addProperty("value", part.value());
      contributions.add(json);
      rows.add(
          List.of(
              String.valueOf(part.dimension()),
              Answers.number(part.a()),
              Answers.number(part.b()),
              Answers.number(part.value())));
    }
    rows.add(List.of("other " + largest.restCount(), "", "", Answers.number(largest.rest())));
    return new Answer(
        json(comparison, contributions, largest),
        headline(comparison),
        List.of("dimension", "a", "b", "a·b / (|a||b|)"),
        rows,
        Stream.concat(
                comparison.truncations().stream().map(this::lost),
                comparison.unknown().stream()
                    .map(index -> Answers.unknown(index == 0 ? "Text A" : "Text B")))
            .toList());
  }

  private static JsonObject json(
      TextComparison comparison, JsonArray contributions, CosineBreakdown.Top largest) {
    CosineBreakdown breakdown = comparison.breakdown();
    JsonArray norms = new JsonArray();
    norms.add(breakdown.normA());
    norms.add(breakdown.normB());
    JsonObject json = new JsonObject();
    json.addProperty("model", comparison.model().id());
    json.addProperty("cosine", breakdown.cosine());
    json.addProperty("dot", breakdown.dot());
    json.add("norms", norms);
    json.addProperty("angleDegrees", breakdown.angleDegrees());
    json.add("contributions", contributions);
    json.addProperty("otherContributions", largest.rest());
    json.addProperty("fingerprint", comparison.fingerprint().value());
    return json;
  }

  private static List<String> headline(TextComparison comparison) {
    CosineBreakdown breakdown = comparison.breakdown();
    return List.of(
        comparison.model().id() + " · fingerprint " + comparison.fingerprint().shortForm(),
        String.format(
            Locale.ROOT,
            "cosine %.6f · dot %.6f · norms %.6f and %.6f · angle %.2f°",
            breakdown.cosine(),
            breakdown.dot(),
            breakdown.normA(),
            breakdown.normB(),
            breakdown.angleDegrees()));
  }

  private String lost(Truncation truncation) {
    boolean first = truncation.index() == 0;
    return Answers.lost(first ? "Text A" : "Text B", first ? one : other, truncation);
  }
}
