package io.semascope.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.semascope.projection.Pca;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import java.nio.file.Path;
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
      comesBack(
          new Tsne(
              2 + random.nextDouble() * 1e-9,
              random.nextLong(),
              Tsne.Engine.values()[round % 2],
              random.nextInt(1000),
              1 + random.nextInt(Integer.MAX_VALUE - 1),
              1 + random.nextDouble(),
              Math.abs(random.nextGaussian())),
          new ProjectionFacts.OfTsne(
              random.nextDouble(), random.nextInt(), random.nextInt(), random.nextGaussian()),
          Samples.vector("seed " + seed + " round " + round, 2 * random.nextInt(50)));
      double spread = Umap.SMALLEST + random.nextDouble();
      comesBack(
          new Umap(
              2 + random.nextInt(1000),
              spread * random.nextDouble(),
              spread,
              random.nextDouble(),
              random.nextInt(Umap.MOST_EPOCHS),
              Umap.Start.values()[round % 2],
              random.nextLong()),
          new ProjectionFacts.OfUmap(
              random.nextInt(),
              random.nextInt(),
              random.nextInt(),
              random.nextDouble(),
              random.nextDouble(),
              random.nextInt(),
              random.nextBoolean(),
              java.util.Optional.empty()),
          Samples.vector("umap " + round, 2 * random.nextInt(50)));
      comesBack(
          new Pca(),
          new ProjectionFacts.OfPca(random.nextDouble(), random.nextDouble()),
          Samples.vector("pca " + round, 2 * random.nextInt(50)));
    }
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
            new ProjectionSummary(List.of(1L, 3L), "pca", 3, 9),
            new ProjectionSummary(List.of(1L), "pca", 4, 2)),
        workspace.projections());
    assertEquals(Optional.empty(), workspace.projection(List.of(1L), 1, "pca"));
    assertEquals(Optional.empty(), workspace.projection(List.of(3L, 1L), 9, "pca"));
    assertEquals(Optional.empty(), workspace.projection(List.of(1L), 2, "tsne"));
    assertEquals(4, workspace.projection(List.of(1L), 2, "pca").orElseThrow().layout().count());
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
