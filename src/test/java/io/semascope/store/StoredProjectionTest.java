package io.semascope.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.neighbour.GraphRecall;
import io.semascope.neighbour.GraphSearch;
import io.semascope.projection.Pca;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredProjectionTest {
  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void create() {
    workspace = Workspace.create(folder.resolve("a.semascope"));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private void comesBack(ProjectionMethod method, ProjectionFacts facts, float[] coordinates) {
    workspace.putProjection(
        List.of(1L), 5, new Projection(method, PlanarLayout.copyOf(coordinates), facts));
    Projection read = workspace.projection(List.of(1L), 5, method.key()).orElseThrow();
    assertEquals(method, read.method());
    assertEquals(facts, read.facts());
    assertArrayEquals(coordinates, read.layout().toArray());
  }

  @Test
  void everyParameterAndFactComesBackExactly() {
    long seed = 7;
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      GraphSearch ofTsne = graphSearch(random);
      GraphSearch ofUmap = graphSearch(random);
      comesBack(
          new Tsne(
              2 + random.nextDouble() * 1e-9,
              random.nextLong(),
              Tsne.Engine.values()[round % 2],
              random.nextInt(1000),
              1 + random.nextInt(Integer.MAX_VALUE - 1),
              1 + random.nextDouble(),
              Math.abs(random.nextGaussian()),
              random.nextBoolean(),
              ofTsne),
          new ProjectionFacts.OfTsne(
              random.nextDouble(),
              random.nextInt(),
              random.nextInt(),
              random.nextGaussian(),
              random.nextBoolean(),
              recall(ofTsne, random)),
          Samples.vector("seed " + seed + " round " + round, 2 * (50 + random.nextInt(50))));
      double spread = Umap.SMALLEST + random.nextDouble();
      comesBack(
          new Umap(
              2 + random.nextInt(1000),
              spread * random.nextDouble(),
              spread,
              random.nextDouble(),
              random.nextInt(Umap.MOST_EPOCHS),
              Umap.Start.values()[round % 2],
              random.nextLong(),
              ofUmap),
          new ProjectionFacts.OfUmap(
              random.nextInt(),
              random.nextInt(),
              random.nextInt(),
              random.nextDouble(),
              random.nextDouble(),
              Umap.LARGEST * random.nextDouble(),
              random.nextInt(),
              random.nextBoolean(),
              recall(ofUmap, random)),
          Samples.vector("umap " + round, 2 * (50 + random.nextInt(50))));
      comesBack(
          new Pca(),
          new ProjectionFacts.OfPca(random.nextDouble(), random.nextDouble()),
          Samples.vector("pca " + round, 2 * random.nextInt(50)));
    }
  }

  private static GraphSearch graphSearch(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> new GraphSearch.Automatic();
      case 1 -> new GraphSearch.Exact();
      default -> new GraphSearch.Approximate(0.5 + Math.max(1e-9, random.nextDouble() / 2));
    };
  }

  /// On up to fifty rows; exact neighbours have none.
  private static Optional<GraphRecall> recall(GraphSearch asked, Random random) {
    return asked instanceof GraphSearch.Exact || random.nextInt(4) == 0
        ? Optional.empty()
        : Optional.of(
            new GraphRecall(random.nextDouble(), random.nextDouble(), 1 + random.nextInt(50)));
  }

  @Test
  void theEndsOfTheRangesComeBack() {
    comesBack(
        new Tsne(
            Double.POSITIVE_INFINITY,
            Long.MIN_VALUE,
            Tsne.Engine.LIBRARY,
            0,
            1,
            Double.MAX_VALUE,
            -0.0),
        new ProjectionFacts.OfTsne(Double.MIN_VALUE, 0, 0, Double.NaN),
        new float[] {-0.0f, Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE});
    comesBack(new Pca(), new ProjectionFacts.OfPca(1e-300, Double.NaN), new float[0]);
    for (double most : new double[] {0, 1}) {
      comesBack(
          new Tsne(
              2,
              0,
              Tsne.Engine.FFT,
              0,
              1,
              1,
              0,
              false,
              new GraphSearch.Approximate(most == 0 ? Math.nextUp(0.5) : Math.nextDown(1.0))),
          new ProjectionFacts.OfTsne(
              2, 1, 1, 1, false, Optional.of(new GraphRecall(most, most, 1))),
          new float[2]);
    }
  }

  @Test
  void whatAnEarlierProgramKeptWasMadeFromExactNeighboursWithTheRepulsionAskedFor()
      throws SQLException {
    Optional<GraphRecall> recall = Optional.of(new GraphRecall(0.953, 0.004, 2));
    Projection tsne =
        new Projection(
            Tsne.standard(),
            Samples.layout(3),
            new ProjectionFacts.OfTsne(30, 200, 750, 1.5, true, recall));
    Projection umap =
        new Projection(
            Umap.standard(),
            Samples.layout(3),
            new ProjectionFacts.OfUmap(15, 200, 500, 1.5, 0.9, 7, 1, true, recall));
    workspace.putProjection(List.of(1L), 5, tsne);
    workspace.putProjection(List.of(1L), 5, umap);
    workspace.close();
    Path file = folder.resolve("a.semascope");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      String forget =
          "UPDATE projection SET method = json_remove(method, '$.graphSearch'),"
              + " facts = json_remove(facts, '$.recall', '$.repulsion')"
              + " WHERE json_extract(method, '$.graphSearch') = 'automatic'"
              + " AND json_extract(facts, '$.recall.rows') = 2";
      assertEquals(2, statement.executeUpdate(forget));
    }
    workspace = Workspace.open(file);
    Projection oldTsne = workspace.projection(List.of(1L), 5, "tsne").orElseThrow();
    Projection oldUmap = workspace.projection(List.of(1L), 5, "umap").orElseThrow();
    assertEquals(new GraphSearch.Exact(), ((Tsne) oldTsne.method()).graphSearch());
    assertEquals(new GraphSearch.Exact(), ((Umap) oldUmap.method()).graphSearch());
    assertEquals(Optional.empty(), oldTsne.facts().recall());
    assertEquals(Optional.empty(), oldUmap.facts().recall());
    assertEquals(
        Umap.standard().repulsion(), ((ProjectionFacts.OfUmap) oldUmap.facts()).repulsion());
  }

  @Test
  void onlyTheNewestOfAMethodAndItsSpacesIsKept() {
    ProjectionFacts facts = new ProjectionFacts.OfPca(0.5, 0.25);
    Projection small = new Projection(new Pca(), Samples.layout(3), facts);
    Projection large = new Projection(new Pca(), Samples.layout(4), facts);
    workspace.putProjection(List.of(1L), 1, small);
    workspace.putProjection(List.of(1L, 3L), 9, small);
    workspace.putProjection(List.of(1L), 2, large);
    assertEquals(
        List.of(
            new ProjectionSummary(List.of(1L, 3L), new Pca(), facts, 3, 9, false),
            new ProjectionSummary(List.of(1L), new Pca(), facts, 4, 2, false)),
        workspace.projections());
    assertEquals(Optional.empty(), workspace.projection(List.of(1L), 1, "pca"));
    assertEquals(Optional.empty(), workspace.projection(List.of(3L, 1L), 9, "pca"));
    assertEquals(Optional.empty(), workspace.projection(List.of(1L), 2, "tsne"));
    assertEquals(4, workspace.projection(List.of(1L), 2, "pca").orElseThrow().layout().count());
  }

  @Test
  void aFrameOfARunStandsBesideThePictureUntilTheRunHasOne() {
    List<Long> spaces = List.of(1L);
    Projection finished =
        new Projection(
            Tsne.standard(), Samples.layout(3), new ProjectionFacts.OfTsne(30, 750, 750, 1.5));
    Projection moving =
        new Projection(
            Tsne.standard(), Samples.layout(3), new ProjectionFacts.OfTsne(30, 90, 750, 4.5));
    workspace.putProjection(spaces, 5, finished);
    workspace.putRunningProjection(List.of(1L, 3L), 5, moving);
    workspace.putRunningProjection(spaces, 5, moving);
    assertEquals(
        List.of(
            summary(spaces, finished, false),
            summary(List.of(1L, 3L), moving, true),
            summary(spaces, moving, true)),
        workspace.projections());
    assertEquals(finished.facts(), workspace.projection(spaces, 5, "tsne").orElseThrow().facts());
    assertEquals(
        moving.facts(), workspace.runningProjection(spaces, 5, "tsne").orElseThrow().facts());
    assertEquals(Optional.empty(), workspace.runningProjection(spaces, 6, "tsne"));
    assertEquals(Optional.empty(), workspace.runningProjection(spaces, 5, "umap"));
    workspace.putProjection(spaces, 5, moving);
    assertEquals(
        List.of(summary(List.of(1L, 3L), moving, true), summary(spaces, moving, false)),
        workspace.projections());
    assertEquals(moving.facts(), workspace.projection(spaces, 5, "tsne").orElseThrow().facts());
    assertEquals(Optional.empty(), workspace.runningProjection(spaces, 5, "tsne"));
    assertTrue(workspace.runningProjection(List.of(1L, 3L), 5, "tsne").isPresent());
    workspace.dropRunningProjection(List.of(1L, 3L), "tsne");
    assertEquals(Optional.empty(), workspace.runningProjection(List.of(1L, 3L), 5, "tsne"));
  }

  private static ProjectionSummary summary(List<Long> spaces, Projection of, boolean frame) {
    return new ProjectionSummary(spaces, of.method(), of.facts(), 3, 5, frame);
  }

  private static Projection tsne(int iterations, float... coordinates) {
    return new Projection(
        Tsne.standard(),
        PlanarLayout.copyOf(coordinates),
        new ProjectionFacts.OfTsne(30, iterations, 750, 1.5));
  }

  /// The second write fails: what the first one did, a kill between the two would leave.
  @Test
  void aPictureAndTheFrameBesideItAreKeptTogetherOrNotAtAll() {
    List<Long> spaces = List.of(1L);
    Projection older = tsne(90, 1, 2);
    Projection newer = tsne(120, 3, 4);
    Projection finished = tsne(750, 5, 6);
    workspace.putProjection(spaces, 5, older);
    workspace.putRunningProjection(spaces, 5, newer);
    assertThrows(
        IllegalArgumentException.class,
        () -> workspace.putProjection(spaces, 5, finished, tsne(120, Float.NaN, 4)));
    assertEquals(older.facts(), workspace.projection(spaces, 5, "tsne").orElseThrow().facts());
    assertEquals(
        newer.facts(), workspace.runningProjection(spaces, 5, "tsne").orElseThrow().facts());
    workspace.putProjection(spaces, 5, finished, newer);
    assertEquals(finished.facts(), workspace.projection(spaces, 5, "tsne").orElseThrow().facts());
    assertEquals(
        newer.facts(), workspace.runningProjection(spaces, 5, "tsne").orElseThrow().facts());
  }

  @Test
  void positionsThatAreNotFiniteAreRefused() {
    Projection broken =
        new Projection(
            new Pca(),
            PlanarLayout.copyOf(new float[] {0, Float.NaN}),
            new ProjectionFacts.OfPca(0, 0));
    assertThrows(
        IllegalArgumentException.class, () -> workspace.putProjection(List.of(1L), 1, broken));
    assertEquals(List.of(), workspace.projections());
  }
}
