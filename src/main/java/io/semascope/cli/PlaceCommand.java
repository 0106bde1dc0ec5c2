package io.semascope.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.semascope.cli.refusal.NumberLimits;
import io.semascope.model.Purpose;
import io.semascope.problem.ProblemReport;
import io.semascope.projection.Pca;
import io.semascope.projection.Placement;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.session.Inspection;
import io.semascope.session.NeighbourAnswer;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.session.TypedRequest;
import io.semascope.session.index.NeighbourRequest;
import io.semascope.text.Granularity;
import io.semascope.text.TextUnit;
import io.semascope.vector.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `semascope place`: where texts stand on a map that was made without them.
@Command(
    name = "place",
    description =
        "Place texts on a map that is kept in the workspace, which does not move, and find the"
            + " texts nearest to them. Nothing is stored without --store.")
final class PlaceCommand extends SessionCommand {
  private static final String EXACT = "exact";
  private static final String ESTIMATED = "estimated";

  @Mixin private WorkspaceOption workspace = new WorkspaceOption();

  @Option(
      names = "--text",
      required = true,
      paramLabel = "T",
      description = "A text to place; several are placed one by one.")
  private List<String> texts = new ArrayList<>();

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description =
          "The kept map to place on: ${COMPLETION-CANDIDATES}; default: the one kept last.")
  private Optional<MapCommand.Method> method = Optional.empty();

  @Option(
      names = "-k",
      defaultValue = "5",
      paramLabel = "K",
      description = "How many nearest texts of each, by cosine (default: 5).")
  @NumberLimits(least = 1)
  private int count = 5;

  @Option(
      names = "--as",
      defaultValue = "query",
      paramLabel = "PROMPT",
      description =
          "Which of the model's prompts goes before the texts: query or document (default: query,"
              + " as in the window).")
  private Purpose purpose = Purpose.QUERY;

  @Option(
      names = "--store",
      description = "Store the texts in the space, as the window does with what is typed there.")
  private boolean store;

  /// The typed texts that were there when the first of ours was to be stored; empty before.
  private volatile Optional<Set<String>> typedBefore = Optional.empty();

  PlaceCommand(Desk desk) {
    super(desk);
  }

  @Override
  Answer answer(Session session) {
    workspace.open(session, this);
    Optional<ProjectionMethod> wanted = method.map(PlaceCommand::anyOf);
    wanted.ifPresent(one -> await(session.showKeptLayout(one)));
    NeighbourRequest request = NeighbourRequest.exact(count, Similarity.COSINE);
    List<Inspection.PlaceOnMap> places = new ArrayList<>();
    for (String text : texts) {
      places.add(await(session.inspect().placeOfText(text, purpose, request, wanted)));
    }
    // Only when every one has a place: a refusal leaves nothing behind.
    List<String> ids = new ArrayList<>();
    if (store) {
      typedBefore = Optional.of(typed(session.state()).collect(Collectors.toSet()));
      for (String text : texts) {
        TypedRequest typed = new TypedRequest(text, new Granularity.WholeDocument(), purpose);
        ids.add(await(session.placeText(typed)).unitIds().getFirst());
      }
    }
    return describe(places, ids, session);
  }

  /// What the workspace has of the texts is seen from the state: one may have been stored by work that was stopped behind that.
  @Override
  ProblemReport stopped(SessionState last) {
    if (!store) {
      return super.stopped(last);
    }
    List<String> stored =
        typedBefore
            .map(before -> typed(last).filter(id -> !before.contains(id)).toList())
            .orElse(List.of());
    return stored.isEmpty()
        ? stopped("None of the texts was stored by then.", "Start it again.")
        : stopped(
            "Of the %s these were stored by then: %s."
                .formatted(Answers.counted(texts.size(), "text"), String.join(", ", stored)),
            "Place only the others now, or take those away in the window and start again.");
  }

  private static Stream<String> typed(SessionState state) {
    return state.space().stream()
        .flatMap(space -> space.units().subList(space.chunkCount(), space.count()).stream())
        .map(TextUnit::id);
  }

  /// A method by its name; its parameters mean nothing to a map that is there.
  private static ProjectionMethod anyOf(MapCommand.Method method) {
    return switch (method) {
      case pca -> new Pca();
      case tsne -> Tsne.standard();
      case umap -> Umap.standard();
    };
  }

  private Answer describe(List<Inspection.PlaceOnMap> places, List<String> ids, Session session) {
    Projection map = places.getFirst().map();
    MapWords words = new MapWords(map, Optional.empty());
    JsonArray all = new JsonArray();
    List<String> headline = new ArrayList<>(words.sentences());
    List<List<String>> rows = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Inspection.PlaceOnMap place = places.get(i);
      Optional<String> id = store ? Optional.of(ids.get(i)) : Optional.empty();
      List<Answers.Near> near = Answers.near(place.neighbours(), session.state().documents());
      all.add(json(texts.get(i), id, place, near));
      headline.add(sentence(i, id, place.placement()));
      for (Answers.Near one : near) {
        rows.add(cells(i, place.placement(), one));
      }
      notes.addAll(notes(i, place.neighbours()));
    }
    JsonObject ground = new JsonObject();
    ground.addProperty("method", map.method().key());
    ground.addProperty("count", map.layout().count());
    words.addTo(ground);
    JsonObject json = new JsonObject();
    json.add("map", ground);
    json.addProperty("kept", store);
    json.add("places", all);
    return new Answer(json, headline, header(), rows, notes);
  }

  private static JsonObject json(
      String text, Optional<String> id, Inspection.PlaceOnMap place, List<Answers.Near> near) {
    JsonObject json = new JsonObject();
    json.addProperty("text", text);
    id.ifPresent(kept -> json.addProperty("id", kept));
    json.addProperty("x", place.placement().x());
    json.addProperty("y", place.placement().y());
    switch (place.placement()) {
      case Placement.Exact exact -> json.addProperty("placed", EXACT);
      case Placement.Estimated estimated -> {
        json.addProperty("placed", ESTIMATED);
        json.add(
            "anchors",
            Answers.strings(
                estimated.anchors().stream()
                    .map(row -> place.neighbours().space().unit(row).id())
                    .toList()));
      }
    }
    json.addProperty("pairs", place.neighbours().pairs().pairs());
    json.addProperty("unknown", place.neighbours().unknown());
    JsonArray neighbours = new JsonArray();
    near.forEach(one -> neighbours.add(one.json()));
    json.add("neighbours", neighbours);
    return json;
  }

  private String sentence(int index, Optional<String> id, Placement placement) {
    return String.format(
        Locale.ROOT,
        "%s: x %s, y %s, %s; %s.",
        name(index),
        coordinate(placement.x()),
        coordinate(placement.y()),
        switch (placement) {
          case Placement.Exact exact -> "where the formula of the map puts it";
          case Placement.Estimated estimated ->
              "an estimate from its " + Answers.counted(estimated.anchors().size(), "nearest text");
        },
        id.map(kept -> "kept as " + kept).orElse("not kept"));
  }

  private String name(int index) {
    return texts.size() == 1 ? "The text" : "Text " + (index + 1);
  }

  private static List<String> header() {
    return Stream.concat(
            Stream.of("asked", "x", "y", "placed"), Answers.Near.header("cosine").stream())
        .toList();
  }

  private static List<String> cells(int index, Placement placement, Answers.Near near) {
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(index + 1));
    cells.add(coordinate(placement.x()));
    cells.add(coordinate(placement.y()));
    cells.add(
        switch (placement) {
          case Placement.Exact exact -> EXACT;
          case Placement.Estimated estimated -> ESTIMATED;
        });
    cells.addAll(near.cells());
    return cells;
  }

  /// As the table of `map` has it, so that the two go together.
  private static String coordinate(float value) {
    return String.valueOf(value);
  }

  private List<String> notes(int index, NeighbourAnswer found) {
    List<String> notes = new ArrayList<>();
    found.truncations().forEach(cut -> notes.add(Answers.lost(name(index), texts.get(index), cut)));
    if (found.unknown()) {
      notes.add(Answers.unknown(name(index)));
    }
    int offered = found.list().neighbours().size();
    if (index == 0 && offered < count) {
      notes.add(Answers.fewer(offered, found.searched().all(), false));
    }
    return notes;
  }
}
