package io.semascope.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.semascope.model.Truncation;
import io.semascope.probe.PairDistribution;
import io.semascope.probe.ScoreMeaning;
import io.semascope.session.ImportReport;
import io.semascope.session.ImportedVectors;
import io.semascope.session.NeighbourAnswer;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.SpaceSummary;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts results that several commands share into the forms they are printed in.
final class Answers {
  static final List<String> SPACE_HEADER =
      List.of("space", "model", "fingerprint", "dimension", "granularity", "count", "units");

  static final Set<String> SPACE_COUNTS = Set.of("count", "units");

  /// Characters of a lost end that are repeated whole; a book would flood a terminal.
  private static final int LONGEST_LOST = 120;

  private Answers() {}

  static Answer ofImport(ImportReport report) {
    JsonObject json = new JsonObject();
    json.addProperty("documentsAdded", report.documentsAdded());
    json.addProperty("documentsAlreadyThere", report.documentsKnown());
    json.addProperty("documentsRenamed", report.documentsRenamed());
    json.addProperty("textsEmbedded", report.textsEmbedded());
    json.addProperty("unitsTruncated", report.unitsTruncated());
    json.addProperty("unitsUnknown", report.unitsUnknown());
    json.addProperty("seconds", report.seconds());
    json.add("space", space(report.space()));
    String rate =
        report.seconds() >= 0.1 && report.textsEmbedded() > 0
            ? String.format(
                Locale.ROOT,
                " in %.1f s (%,.0f per second)",
                report.seconds(),
                report.textsEmbedded() / report.seconds())
            : "";
    return new Answer(
        json,
        List.of(
            String.format(
                Locale.ROOT,
                "%s%s embedded%s.",
                documents(report),
                counted(report.textsEmbedded(), "distinct text"),
                rate)),
        SPACE_HEADER,
        List.of(row(report.space())),
        report.sentences(),
        SPACE_COUNTS);
  }

  /// Nothing for an embedding of documents that are there.
  private static String documents(ImportReport report) {
    return report.documentsAdded() + report.documentsKnown() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "%s, %,d already there; ",
            counted(report.documentsAdded(), "new document"),
            report.documentsKnown());
  }

  static Answer ofVectors(ImportedVectors imported) {
    JsonArray spaces = new JsonArray();
    imported.spaces().forEach(space -> spaces.add(space(space)));
    JsonObject json = new JsonObject();
    json.add("spaces", spaces);
    return new Answer(
        json,
        List.of("Imported vectors; without their model nothing can be typed into this space."),
        SPACE_HEADER,
        imported.spaces().stream().map(Answers::row).toList(),
        imported.notes(),
        SPACE_COUNTS);
  }

  static JsonObject space(SpaceSummary space) {
    JsonObject json = origin(space.origin(), space.dimension(), space.vectors());
    json.addProperty("id", space.id());
    json.addProperty("granularity", space.granularity().key());
    json.addProperty("units", space.units());
    return json;
  }

  static JsonObject origin(SpaceOrigin origin, int dimension, long count) {
    JsonObject json = new JsonObject();
    json.addProperty("model", origin.modelName());
    json.addProperty("fingerprint", origin.fingerprint().value());
    json.addProperty("dimension", dimension);
    json.addProperty("count", count);
    return json;
  }

  static List<String> row(SpaceSummary space) {
    return List.of(
        String.valueOf(space.id()),
        space.origin().modelName(),
        space.origin().fingerprint().shortForm(),
        String.valueOf(space.dimension()),
        space.granularity().key(),
        String.valueOf(space.vectors()),
        String.valueOf(space.units()));
  }

  /// What of a text the model never saw, in words.
  ///
  /// @param name what the text is called in the sentence, for instance “Text A”
  static String lost(String name, String text, Truncation truncation) {
    String lost = truncation.lost().of(text).strip();
    String shown =
        lost.length() <= LONGEST_LOST
            ? "“" + lost + "”"
            : String.format(
                Locale.ROOT,
                "“%s…”, %,d characters",
                lost.substring(0, lost.offsetByCodePoints(0, LONGEST_LOST / 2)),
                lost.length());
    return "%s has %,d tokens, the model took %,d; it never saw %s."
        .formatted(name, truncation.tokens(), truncation.keptTokens(), shown);
  }

  /// That the model saw nothing of a text but unknown tokens, in words.
  ///
  /// @param name as in `lost`
  static String unknown(String name) {
    return name
        + " consists of unknown tokens only: the model's vocabulary has nothing of it, so its"
        + " vector says nothing of its meaning.";
  }

  /// What a search found, nearest first, in the forms it is printed in.
  static List<Near> near(NeighbourAnswer answer, Map<String, Document> documents) {
    List<Near> all = new ArrayList<>();
    for (ScoreMeaning meaning : answer.meanings()) {
      TextUnit unit = answer.space().unit(meaning.neighbour().row());
      String compared = compared(meaning, answer.pairs());
      all.add(new Near(all.size() + 1, meaning, compared, unit, documentOf(unit, documents)));
    }
    return all;
  }

  private static String compared(ScoreMeaning meaning, PairDistribution pairs) {
    return meaning
        .comparison(pairs)
        .map(words -> ScoreMeaning.few(pairs) ? words : meaning.percent())
        .orElse("–");
  }

  /// Typed texts belong to none.
  private static Optional<Document> documentOf(TextUnit unit, Map<String, Document> documents) {
    return switch (unit) {
      case Chunk chunk -> Optional.ofNullable(documents.get(chunk.documentId()));
      case TypedText typed -> Optional.empty();
    };
  }

  /// A neighbour with what is known of it.
  ///
  /// @param rank from 1
  /// @param compared how its value stands to random pairs, for people
  record Near(
      int rank, ScoreMeaning meaning, String compared, TextUnit unit, Optional<Document> document) {
    /// @param measure what the value is called
    static List<String> header(String measure) {
      return List.of(
          "rank", measure, "nearer than random pairs", "id", "label", "category", "text");
    }

    List<String> cells() {
      return List.of(
          String.valueOf(rank),
          number(meaning.neighbour().value()),
          compared,
          unit.id(),
          label(),
          category(),
          unit.text());
    }

    JsonObject json() {
      JsonObject one = new JsonObject();
      one.addProperty("rank", rank);
      one.addProperty("id", unit.id());
      one.addProperty("label", label());
      one.addProperty("category", category());
      one.addProperty("text", unit.text());
      one.addProperty("value", meaning.neighbour().value());
      one.addProperty("percentile", meaning.percentile());
      return one;
    }

    private String label() {
      return document.map(Document::title).orElse("");
    }

    private String category() {
      return document.map(Document::category).orElse("");
    }
  }

  static JsonArray strings(List<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return array;
  }

  /// Why a list is shorter than was asked for.
  ///
  /// @param all how many texts were searched
  /// @param others whether one of the space's own texts was looked around, which is not among these
  static String fewer(int found, int all, boolean others) {
    String texts = counted(all, others ? "other text" : "text");
    if (all == 0) {
      return "The space has no " + (others ? "other text." : "text to compare with.");
    }
    return found == all
        ? "The space has only " + texts + "."
        : String.format(Locale.ROOT, "Only %,d of the %s were found.", found, texts);
  }

  /// A number and what it counts, in the singular or the plural.
  static String counted(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  /// A score for people: enough digits to tell neighbours apart, and never minus zero.
  static String number(double value) {
    return withoutMinusZero(String.format(Locale.ROOT, "%.6f", value));
  }

  /// What was rounded to nothing has no sign.
  static String withoutMinusZero(String number) {
    return number.matches("[-+]0(\\.0+)?") ? number.substring(1) : number;
  }
}
