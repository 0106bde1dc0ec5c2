package io.semascope.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.semascope.cli.refusal.ArgumentRefused;
import io.semascope.cli.refusal.MayBeEmpty;
import io.semascope.cli.refusal.NumberLimits;
import io.semascope.model.Purpose;
import io.semascope.session.NeighbourAnswer;
import io.semascope.session.Session;
import io.semascope.session.filter.NameChoice;
import io.semascope.session.filter.SearchedTexts;
import io.semascope.session.filter.TextFilter;
import io.semascope.session.index.NeighbourRequest;
import io.semascope.session.index.SearchMethod;
import io.semascope.text.Document;
import io.semascope.vector.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `semascope neighbours`: the nearest units of a text or a unit.
@Command(
    name = "neighbours",
    description = "Find the units nearest to a text or to a unit of the space.")
final class NeighboursCommand extends SessionCommand {
  @Mixin private WorkspaceOption workspace = new WorkspaceOption();

  @Option(names = "--text", paramLabel = "T", description = "A text to look around.")
  private Optional<String> text = Optional.empty();

  @Option(names = "--id", paramLabel = "ID", description = "A unit to look around.")
  private Optional<String> id = Optional.empty();

  @Option(
      names = "-k",
      defaultValue = "10",
      paramLabel = "K",
      description = "How many (default: 10).")
  @NumberLimits(least = 1)
  private int count = 10;

  @Option(
      names = "--metric",
      defaultValue = "cosine",
      paramLabel = "METRIC",
      description = "cosine, dot or euclidean (default: cosine).")
  private Similarity metric = Similarity.COSINE;

  @Option(
      names = "--as",
      defaultValue = "query",
      paramLabel = "PROMPT",
      description =
          "Which of the model's prompts goes before --text: query or document (default: query).")
  private Purpose purpose = Purpose.QUERY;

  @Option(
      names = "--index",
      defaultValue = "exact",
      paramLabel = "INDEX",
      description =
          "exact compares every text; hnsw follows a graph that is built once and kept beside the"
              + " workspace, binary compares a bit per value first; both may miss some:"
              + " ${COMPLETION-CANDIDATES} (default: exact).")
  private Index index = Index.exact;

  @Option(
      names = "--breadth",
      defaultValue = "100",
      paramLabel = "N",
      description =
          "Candidates that --index hnsw keeps, at least 10 and never fewer than -k: more find more"
              + " and take longer (default: 100).")
  @NumberLimits(least = SearchMethod.Hnsw.LEAST, most = SearchMethod.Hnsw.MOST)
  private int breadth = 100;

  @Option(
      names = "--oversampling",
      defaultValue = "10",
      paramLabel = "N",
      description =
          "How many times as many texts as wanted --index binary compares by their values: more"
              + " find more and take longer (default: 10).")
  @NumberLimits(least = SearchMethod.Binary.LEAST, most = SearchMethod.Binary.MOST)
  private int oversampling = 10;

  /// As on the command line.
  enum Index {
    exact,
    hnsw,
    binary
  }

  @Option(
      names = "--category",
      paramLabel = "NAME",
      description =
          "Search only the texts of this category, none for \"\"; several are searched together.")
  @MayBeEmpty
  private List<String> categories = new ArrayList<>();

  @Option(
      names = "--document",
      paramLabel = "ID",
      description =
          "Search only the pieces of this document; several are searched together, and with"
              + " --category both must hold.")
  private List<String> documents = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  NeighboursCommand(Desk desk) {
    super(desk);
  }

  @Override
  Answer answer(Session session) {
    if (text.isPresent() == id.isPresent()) {
      throw ArgumentRefused.because(
          spec,
          id.isPresent()
              ? "Both --text and --id were given."
              : "Neither --text nor --id was given.",
          "Give one of them");
    }
    NeighbourRequest request = new NeighbourRequest(count, metric, method(), true, filter());
    workspace.open(session, this);
    NeighbourAnswer answer =
        id.isPresent()
            ? await(session.inspect().neighbours(id.get(), request))
            : await(session.inspect().neighboursOfText(text.orElseThrow(), purpose, request));
    return describe(answer, session.state().documents());
  }

  /// Typed texts have neither category nor document.
  private TextFilter filter() {
    return categories.isEmpty() && documents.isEmpty()
        ? TextFilter.none()
        : new TextFilter(chosen(categories), chosen(documents), "", false);
  }

  private static NameChoice chosen(List<String> names) {
    return names.isEmpty() ? NameChoice.all() : NameChoice.only(Set.copyOf(names));
  }

  private SearchMethod method() {
    requireFor(Index.hnsw, "--breadth");
    requireFor(Index.binary, "--oversampling");
    return switch (index) {
      case exact -> new SearchMethod.Exact();
      case hnsw -> SearchMethod.Hnsw.usual().withDial(breadth);
      case binary -> SearchMethod.Binary.usual().withDial(oversampling);
    };
  }

  /// An option that would change nothing is a mistake that should be told.
  private void requireFor(Index wanted, String option) {
    if (index != wanted && spec.commandLine().getParseResult().hasMatchedOption(option)) {
      throw ArgumentRefused.because(
          spec,
          "%s belongs to --index %s, and the index asked for is %s."
              .formatted(option, wanted, index),
          "Leave it out or ask for that index");
    }
  }

  private static String dialName(SearchMethod method) {
    return switch (method) {
      case SearchMethod.Exact exact -> "";
      case SearchMethod.Hnsw hnsw -> "breadth";
      case SearchMethod.Binary binary -> "oversampling";
    };
  }

  private static String trust(NeighbourAnswer answer) {
    if (answer.list().exact()) {
      return "Exact search.";
    }
    return answer
        .report()
        .recall()
        .map(
            recall ->
                String.format(
                    Locale.ROOT,
                    "Approximate: recall@%d %.3f%s, measured on %,d queries at %s %,d%s.%s",
                    recall.nearest(),
                    Math.floor(recall.value() * 1000) / 1000,
                    answer.recallSampled()
                        ? String.format(
                            Locale.ROOT,
                            " (95 %% interval %.3f to %.3f)",
                            Math.floor(recall.low() * 1000) / 1000,
                            Math.ceil(recall.high() * 1000) / 1000)
                        : "",
                    recall.queries(),
                    dialName(answer.report().asked()),
                    recall.dial(),
                    isFiltered(answer) ? ", without the filter" : "",
                    ofAnotherLength(recall.nearest(), answer.list().neighbours().size())))
        .orElse("Approximate search; too few texts to measure its recall.");
  }

  /// A list that is longer or shorter than those the recall was measured on has another one.
  private static String ofAnotherLength(int measured, int listed) {
    if (listed == measured) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        " The recall is that of the %,d nearest%s.",
        measured,
        listed > measured
            ? String.format(Locale.ROOT, "; a list of %,d may miss more", listed)
            : String.format(Locale.ROOT, ", not that of a list of %,d", listed));
  }

  private static boolean isFiltered(NeighbourAnswer answer) {
    return !answer.searched().filter().isNone();
  }

  private static void addRecall(JsonObject json, NeighbourAnswer answer) {
    answer
        .report()
        .recall()
        .ifPresent(
            recall -> {
              JsonObject one = new JsonObject();
              one.addProperty("index", indexName(answer.report().asked()));
              one.addProperty(dialName(answer.report().asked()), recall.dial());
              one.addProperty("nearest", recall.nearest());
              one.addProperty("queries", recall.queries());
              one.addProperty("recall", recall.value());
              if (answer.recallSampled()) {
                one.addProperty("recallLow", recall.low());
                one.addProperty("recallHigh", recall.high());
              }
              if (isFiltered(answer)) {
                one.addProperty("measuredWithFilter", false);
              }
              json.add("approximate", one);
            });
  }

  private static void addFilter(JsonObject json, NeighbourAnswer answer) {
    SearchedTexts searched = answer.searched();
    if (isFiltered(answer)) {
      JsonObject one = new JsonObject();
      one.add("categories", names(searched.filter().categories()));
      one.add("documents", names(searched.filter().documents()));
      one.addProperty("letIn", searched.letIn());
      one.addProperty("of", searched.all());
      json.add("filter", one);
    }
  }

  private static JsonArray names(NameChoice choice) {
    JsonArray names = new JsonArray();
    choice.names().stream().sorted().forEach(names::add);
    return names;
  }

  private static String indexName(SearchMethod method) {
    return switch (method) {
      case SearchMethod.Exact exact -> "exact";
      case SearchMethod.Approximate some -> some.name();
    };
  }

  private Answer describe(NeighbourAnswer answer, Map<String, Document> documents) {
    List<Answers.Near> near = Answers.near(answer, documents);
    JsonArray neighbours = new JsonArray();
    near.forEach(one -> neighbours.add(one.json()));
    String measure = metric.name().toLowerCase(Locale.ROOT);
    JsonObject json = new JsonObject();
    json.add(
        "space",
        Answers.origin(
            answer.space().origin(), answer.space().dimension(), answer.space().chunkCount()));
    json.addProperty("metric", measure);
    json.addProperty("exact", answer.list().exact());
    addFilter(json, answer);
    addRecall(json, answer);
    json.addProperty("pairs", answer.hasOnlyItsOwnPair() ? 0 : answer.pairs().pairs());
    json.add("neighbours", neighbours);
    return new Answer(
        json,
        List.of(trust(answer)),
        Answers.Near.header(measure),
        near.stream().map(Answers.Near::cells).toList(),
        notes(answer));
  }

  private List<String> notes(NeighbourAnswer answer) {
    List<String> notes = new ArrayList<>(answer.report().notes());
    int found = answer.list().neighbours().size();
    if (isFiltered(answer)) {
      notes.addAll(filterNotes(answer.searched(), found));
    } else if (found < count) {
      notes.add(Answers.fewer(found, answer.searched().all(), id.isPresent()));
    }
    answer
        .truncations()
        .forEach(truncation -> notes.add(Answers.lost("The text", text.orElseThrow(), truncation)));
    if (answer.unknown()) {
      notes.add(Answers.unknown("The text"));
    }
    return notes;
  }

  private List<String> filterNotes(SearchedTexts searched, int found) {
    String others =
        String.format(
            Locale.ROOT, id.isPresent() ? "%,d other texts" : "%,d texts", searched.all());
    String kind = kind(searched.filter());
    if (searched.letIn() == 0) {
      return List.of("The filter lets in none of the %s: %s.".formatted(others, kind));
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(Locale.ROOT, "Searched %,d of the %s: %s.", searched.letIn(), others, kind));
    if (found < count) {
      notes.add(
          String.format(
              Locale.ROOT,
              found == searched.letIn()
                  ? "The filter leaves only %,d to be found."
                  : "Only %,d of these were found.",
              found));
    }
    notes.add(
        "The percentages compare with random pairs of the whole space, whichever texts are"
            + " searched.");
    return notes;
  }

  private static String kind(TextFilter filter) {
    List<String> parts = new ArrayList<>();
    if (!filter.categories().isAll()) {
      parts.add("category " + quoted(filter.categories()));
    }
    if (!filter.documents().isAll()) {
      parts.add("document " + quoted(filter.documents()));
    }
    return String.join(", ", parts);
  }

  private static String quoted(NameChoice choice) {
    return choice.names().stream()
        .sorted()
        .map(name -> "“" + name + "”")
        .collect(Collectors.joining(" or "));
  }
}
