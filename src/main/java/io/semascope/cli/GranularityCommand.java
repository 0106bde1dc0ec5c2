package io.semascope.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.semascope.cli.refusal.NumberLimits;
import io.semascope.model.Purpose;
import io.semascope.probe.LevelComparison;
import io.semascope.session.LevelAnswer;
import io.semascope.session.Session;
import io.semascope.session.TypedRequest;
import io.semascope.text.Granularity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `semascope granularity`: one query against all levels of one document.
@Command(
    name = "granularity",
    description =
        "Compare a query with a document as a whole, its paragraphs, token windows, sentences and"
            + " words, in one list.")
final class GranularityCommand extends SessionCommand {
  @Mixin private WorkspaceOption workspace = new WorkspaceOption();

  @Option(names = "--document", required = true, paramLabel = "ID", description = "The document.")
  private String document = "";

  @Option(names = "--text", required = true, paramLabel = "QUERY", description = "The query.")
  private String text = "";

  @Option(
      names = "--top",
      defaultValue = "0",
      paramLabel = "N",
      description = "Only the first N rows (default: all).")
  @NumberLimits(least = 0, leastMeans = "which shows all")
  private int top;

  GranularityCommand(Desk desk) {
    super(desk);
  }

  @Override
  Answer answer(Session session) {
    workspace.open(session, this);
    LevelAnswer answer =
        await(
            session
                .inspect()
                .levels(
                    document,
                    new TypedRequest(text, new Granularity.WholeDocument(), Purpose.QUERY)));
    LevelComparison comparison = answer.comparison();
    List<LevelComparison.LevelRow> shown =
        top > 0
            ? comparison.rows().subList(0, Math.min(top, comparison.rows().size()))
            : comparison.rows();
    JsonArray levels = new JsonArray();
    List<List<String>> rows = new ArrayList<>();
    for (LevelComparison.LevelRow row : shown) {
      JsonObject json = new JsonObject();
      json.addProperty("rank", levels.size() + 1);
      json.addProperty("granularity", row.chunk().granularity().key());
      json.addProperty("id", row.chunk().id());
      json.addProperty("start", row.chunk().span().start());
      json.addProperty("end", row.chunk().span().end());
      json.addProperty("text", row.chunk().text());
      json.addProperty("cosine", row.cosine());
      levels.add(json);
      rows.add(
          List.of(
              String.valueOf(levels.size()),
              String.format(Locale.ROOT, "%.6f", row.cosine()),
              row.chunk().granularity().key(),
              row.chunk().id(),
              row.chunk().text()));
    }
    JsonObject json = new JsonObject();
    json.addProperty("document", document);
    json.addProperty("query", text);
    json.add("levels", levels);
    return new Answer(
        json,
        List.of("“" + text + "” against all levels of " + document),
        List.of("rank", "cosine", "level", "id", "text"),
        rows,
        notes(answer, shown.size()));
  }

  private List<String> notes(LevelAnswer answer, int shown) {
    List<String> notes = new ArrayList<>();
    int all = answer.comparison().rows().size();
    if (shown < all) {
      notes.add(
          String.format(Locale.ROOT, "Showing %,d of %,d pieces; --top 0 shows all.", shown, all));
    }
    int without = answer.comparison().withoutCosine().size();
    if (without > 0) {
      notes.add(
          Answers.counted(without, "piece")
              + (without == 1 ? " has" : " have")
              + " a vector of length 0 and therefore no cosine.");
    }
    answer
        .queryTruncations()
        .forEach(truncation -> notes.add(Answers.lost("The query", text, truncation)));
    if (answer.queryUnknown()) {
      notes.add(Answers.unknown("The query"));
    }
    if (!answer.unknownIds().isEmpty()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Of %,d pieces, %,d consist of unknown tokens only, so their cosine says nothing of"
                  + " their meaning: %s.",
              all,
              answer.unknownIds().size(),
              String.join(", ", answer.unknownIds())));
    }
    if (!answer.truncatedIds().isEmpty()) {
      notes.add(
          "Longer than the model takes, so their end has no part in their cosine: "
              + String.join(", ", answer.truncatedIds())
              + ".");
    }
    return notes;
  }
}
