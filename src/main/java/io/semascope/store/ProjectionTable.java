package io.semascope.store;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.semascope.neighbour.GraphRecall;
import io.semascope.neighbour.GraphSearch;
import io.semascope.projection.Pca;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The table `projection`.
final class ProjectionTable {
  private static final String GRAPH_SEARCH = "graphSearch";
  private static final String RECALL = "recall";
  private static final String REPULSION = "repulsion";

  /// Behind the method key of a frame that was stored while a run was on its way; the finished picture of the method stands beside it.
  private static final String RUNNING = "/running";

  private final Database database;

  ProjectionTable(Database database) {
    this.database = database;
  }

  /// Keeps a picture in place of the last one of its method and of what was stored while it was on its way.
  void put(Connection connection, List<Long> spaceIds, long revision, Projection projection)
      throws SQLException {
    dropRunning(connection, spaceIds, projection.method().key());
    put(connection, spaceIds, revision, new Keyed(projection.method().key(), projection));
  }

  /// Keeps a frame of a run that is on its way, beside the last picture of its method.
  void putRunning(Connection connection, List<Long> spaceIds, long revision, Projection frame)
      throws SQLException {
    put(connection, spaceIds, revision, new Keyed(frame.method().key() + RUNNING, frame));
  }

  Optional<Projection> findRunning(
      Connection connection, List<Long> spaceIds, long revision, String methodKey)
      throws SQLException {
    return find(connection, spaceIds, revision, methodKey + RUNNING);
  }

  void dropRunning(Connection connection, List<Long> spaceIds, String methodKey)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM projection WHERE spaces = ? AND method_key = ?")) {
      delete.setString(1, joined(spaceIds));
      delete.setString(2, methodKey + RUNNING);
      delete.executeUpdate();
    }
  }

  private record Keyed(String key, Projection projection) {}

  private static void put(Connection connection, List<Long> spaceIds, long revision, Keyed keyed)
      throws SQLException {
    Projection projection = keyed.projection();
    if (!projection.layout().isFinite()) {
      throw new IllegalArgumentException("a projection with positions that are not finite");
    }
    String sql =
        """
        INSERT OR REPLACE INTO projection (spaces, method_key, revision, method, facts, count, positions)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, joined(spaceIds));
      insert.setString(2, keyed.key());
      insert.setLong(3, revision);
      insert.setString(4, json(projection.method()).toString());
      insert.setString(5, json(projection.facts()).toString());
      insert.setInt(6, projection.layout().count());
      insert.setBytes(7, bytes(projection.layout()));
      insert.executeUpdate();
    }
  }

  Optional<Projection> find(
      Connection connection, List<Long> spaceIds, long revision, String methodKey)
      throws SQLException {
    String sql =
        "SELECT method, facts, count, positions FROM projection"
            + " WHERE spaces = ? AND method_key = ? AND revision = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, joined(spaceIds));
      select.setString(2, methodKey);
      select.setLong(3, revision);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(projection(row)) : Optional.empty();
      }
    }
  }

  private Projection projection(ResultSet row) throws SQLException {
    String method = row.getString(1);
    String facts = row.getString(2);
    int count = row.getInt(3);
    byte[] positions = row.getBytes(4);
    return database.readBack(
        () -> {
          ProjectionMethod asked = method(parse(method));
          PlanarLayout layout = layout(positions, count);
          return consistent(new Projection(asked, layout, facts(asked, parse(facts), count)));
        });
  }

  private static ProjectionFacts facts(ProjectionMethod method, JsonObject facts, int count) {
    // Files of earlier programs kept the repulsion that was asked for, not the one a run ended
    // with.
    if (method instanceof Umap umap && !facts.has(REPULSION)) {
      facts.add(REPULSION, number(umap.repulsion()));
    }
    return facts(facts, count);
  }

  private static Projection consistent(Projection projection) {
    boolean mayMiss =
        projection.graphSearch().map(asked -> !(asked instanceof GraphSearch.Exact)).orElse(false);
    if (projection.facts().recall().isPresent() && !mayMiss) {
      throw new IllegalArgumentException(
          "a recall of neighbours that are exact, not told or not needed: " + projection.method());
    }
    return projection;
  }

  /// Of the pictures and of frames of runs that came to no end.
  List<ProjectionSummary> all(Connection connection) throws SQLException {
    List<ProjectionSummary> summaries = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT spaces, method_key, count, revision, method, facts FROM projection"
                    + " ORDER BY number");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        summaries.add(summary(row));
      }
    }
    return summaries;
  }

  private ProjectionSummary summary(ResultSet row) throws SQLException {
    String spaces = row.getString(1);
    boolean frame = row.getString(2).endsWith(RUNNING);
    int count = row.getInt(3);
    long revision = row.getLong(4);
    String json = row.getString(5);
    String facts = row.getString(6);
    return database.readBack(
        () -> {
          List<Long> ids = Arrays.stream(spaces.split(",")).map(Long::valueOf).toList();
          ProjectionMethod method = method(parse(json));
          return new ProjectionSummary(
              ids, method, facts(method, parse(facts), count), count, revision, frame);
        });
  }

  private static String joined(List<Long> spaceIds) {
    if (spaceIds.isEmpty()) {
      throw new IllegalArgumentException("a projection shows at least one space");
    }
    return spaceIds.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static byte[] bytes(PlanarLayout layout) {
    float[] coordinates = layout.toArray();
    ByteBuffer bytes =
        ByteBuffer.allocate(coordinates.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(coordinates);
    return bytes.array();
  }

  private static PlanarLayout layout(byte[] positions, int count) {
    if (positions.length != (long) count * 2 * Float.BYTES) {
      throw new IllegalArgumentException(
          "a projection of %d points has %d bytes of positions".formatted(count, positions.length));
    }
    UnitTable.requireFinite(positions, "a projection");
    float[] coordinates = new float[2 * count];
    ByteBuffer.wrap(positions).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(coordinates);
    return PlanarLayout.copyOf(coordinates);
  }

  private static JsonObject json(ProjectionMethod method) {
    JsonObject json = new JsonObject();
    json.addProperty("key", method.key());
    switch (method) {
      case Pca pca -> {}
      case Tsne tsne -> {
        json.add("perplexity", number(tsne.perplexity()));
        json.addProperty("seed", tsne.seed());
        json.addProperty("engine", tsne.engine().name());
        json.addProperty("earlyIterations", tsne.earlyIterations());
        json.addProperty("iterations", tsne.iterations());
        json.add("exaggeration", number(tsne.exaggeration()));
        json.add("learningRate", number(tsne.learningRate()));
        json.addProperty("stopsWhenSettled", tsne.stopsWhenSettled());
        json.addProperty(GRAPH_SEARCH, tsne.graphSearch().text());
      }
      case Umap umap -> {
        json.addProperty("neighbours", umap.neighbours());
        json.add("minDist", number(umap.minDist()));
        json.add("spread", number(umap.spread()));
        json.add(REPULSION, number(umap.repulsion()));
        json.addProperty("epochs", umap.epochs());
        json.addProperty("start", umap.start().name());
        json.addProperty("seed", umap.seed());
        json.addProperty(GRAPH_SEARCH, umap.graphSearch().text());
      }
    }
    return json;
  }

  private static ProjectionMethod method(JsonObject json) {
    String key = member(json, "key").getAsString();
    return switch (key) {
      case "pca" -> new Pca();
      case "tsne" ->
          new Tsne(
              member(json, "perplexity").getAsDouble(),
              member(json, "seed").getAsLong(),
              Tsne.Engine.valueOf(member(json, "engine").getAsString()),
              member(json, "earlyIterations").getAsInt(),
              member(json, "iterations").getAsInt(),
              member(json, "exaggeration").getAsDouble(),
              member(json, "learningRate").getAsDouble(),
              isTrue(json, "stopsWhenSettled"),
              graphSearch(json));
      case "umap" ->
          new Umap(
              member(json, "neighbours").getAsInt(),
              member(json, "minDist").getAsDouble(),
              member(json, "spread").getAsDouble(),
              member(json, REPULSION).getAsDouble(),
              member(json, "epochs").getAsInt(),
              Umap.Start.valueOf(member(json, "start").getAsString()),
              member(json, "seed").getAsLong(),
              graphSearch(json));
      default -> throw new IllegalArgumentException("no projection method is called " + key);
    };
  }

  private static JsonObject json(ProjectionFacts facts) {
    JsonObject json = new JsonObject();
    switch (facts) {
      case ProjectionFacts.OfPca pca -> {
        json.addProperty("of", "pca");
        json.add("firstShare", number(pca.firstShare()));
        json.add("secondShare", number(pca.secondShare()));
      }
      case ProjectionFacts.OfTsne tsne -> {
        json.addProperty("of", "tsne");
        json.add("perplexity", number(tsne.perplexity()));
        json.addProperty("iterations", tsne.iterations());
        json.addProperty("plannedIterations", tsne.plannedIterations());
        json.add("divergence", number(tsne.divergence()));
        json.addProperty("settled", tsne.settled());
      }
      case ProjectionFacts.OfUmap umap -> {
        json.addProperty("of", "umap");
        json.addProperty("neighbours", umap.neighbours());
        json.addProperty("epochs", umap.epochs());
        json.addProperty("plannedEpochs", umap.plannedEpochs());
        json.add("a", number(umap.a()));
        json.add("b", number(umap.b()));
        json.add(REPULSION, number(umap.repulsion()));
        json.addProperty("components", umap.components());
        json.addProperty("turned", umap.turned());
      }
    }
    facts.recall().ifPresent(recall -> json.add(RECALL, json(recall)));
    return json;
  }

  private static JsonObject json(GraphRecall recall) {
    JsonObject json = new JsonObject();
    json.addProperty("value", recall.value());
    json.addProperty("margin", recall.margin());
    json.addProperty("rows", recall.rows());
    return json;
  }

  private static ProjectionFacts facts(JsonObject json, int count) {
    String of = member(json, "of").getAsString();
    return switch (of) {
      case "pca" ->
          new ProjectionFacts.OfPca(
              member(json, "firstShare").getAsDouble(), member(json, "secondShare").getAsDouble());
      case "tsne" ->
          new ProjectionFacts.OfTsne(
              member(json, "perplexity").getAsDouble(),
              member(json, "iterations").getAsInt(),
              member(json, "plannedIterations").getAsInt(),
              member(json, "divergence").getAsDouble(),
              isTrue(json, "settled"),
              recall(json, count));
      case "umap" ->
          new ProjectionFacts.OfUmap(
              member(json, "neighbours").getAsInt(),
              member(json, "epochs").getAsInt(),
              member(json, "plannedEpochs").getAsInt(),
              member(json, "a").getAsDouble(),
              member(json, "b").getAsDouble(),
              repulsion(json),
              member(json, "components").getAsInt(),
              member(json, "turned").getAsBoolean(),
              recall(json, count));
      default -> throw new IllegalArgumentException("no projection facts are of " + of);
    };
  }

  private static double repulsion(JsonObject json) {
    double repulsion = member(json, REPULSION).getAsDouble();
    if (!Umap.isRepulsion(repulsion)) {
      throw new IllegalArgumentException("a repulsion of " + repulsion);
    }
    return repulsion;
  }

  /// Files of earlier programs do not have the value: their neighbours were exact.
  private static GraphSearch graphSearch(JsonObject json) {
    return json.has(GRAPH_SEARCH)
        ? GraphSearch.of(member(json, GRAPH_SEARCH).getAsString())
        : new GraphSearch.Exact();
  }

  /// Exact neighbours have none, and neither do those in files of earlier programs.
  private static Optional<GraphRecall> recall(JsonObject json, int count) {
    if (!json.has(RECALL)) {
      return Optional.empty();
    }
    if (!(json.get(RECALL) instanceof JsonObject told)) {
      throw new IllegalArgumentException("a recall is three values, not " + json.get(RECALL));
    }
    GraphRecall recall =
        new GraphRecall(
            member(told, "value").getAsDouble(),
            member(told, "margin").getAsDouble(),
            member(told, "rows").getAsInt());
    if (recall.rows() > count) {
      throw new IllegalArgumentException(
          "a recall measured on %d rows of %d".formatted(recall.rows(), count));
    }
    return Optional.of(recall);
  }

  /// JSON knows no NaN and no infinity: they are written as the strings that `Double.parseDouble` reads.
  private static JsonPrimitive number(double value) {
    return Double.isFinite(value)
        ? new JsonPrimitive(value)
        : new JsonPrimitive(String.valueOf(value));
  }

  private static JsonObject parse(String json) {
    try {
      return JsonParser.parseString(json).getAsJsonObject();
    } catch (JsonParseException e) {
      throw new IllegalArgumentException("not JSON: " + json, e);
    }
  }

  /// Files of earlier programs do not have the value: false.
  private static boolean isTrue(JsonObject json, String name) {
    return json.has(name) && member(json, name).getAsBoolean();
  }

  private static JsonPrimitive member(JsonObject json, String name) {
    if (json.get(name) instanceof JsonPrimitive value) {
      return value;
    }
    throw new IllegalArgumentException("the value " + name + " is missing in " + json);
  }
}
