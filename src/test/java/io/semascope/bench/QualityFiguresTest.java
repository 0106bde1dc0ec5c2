package io.semascope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.job.JobContext;
import io.semascope.neighbour.GraphRecall;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Umap;
import io.semascope.projection.quality.ClassAgreement;
import io.semascope.projection.quality.DistanceAgreement;
import io.semascope.projection.quality.MapQuality;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.vector.Estimate;
import io.semascope.vector.VectorBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class QualityFiguresTest {
  private static Projection umap(Optional<GraphRecall> recall) {
    return new Projection(
        Umap.standard(),
        PlanarLayout.copyOf(new float[2 * 5_000]),
        new ProjectionFacts.OfUmap(15, 200, 200, 1.5, 0.9, 1, 1, false, recall));
  }

  @Test
  void approximateNeighboursAreTold() {
    Projection projection = umap(Optional.of(new GraphRecall(0.9534, 0.0042, 300)));
    assertEquals(
        List.of(
            new EngineFigure("graphRecall", "true nearest in the graph", "0 to 1", 0.9534),
            new EngineFigure(
                "graphRecallMargin", "half the 95 % interval of that", "0 to 1", 0.0042),
            new EngineFigure("graphRecallRows", "measured for that", "rows", 300)),
        QualityFigures.ofGraph(projection.facts()));
    assertEquals(
        List.of(
            "umap: the neighbours were approximate, recall 0.953 ± 0.004, measured on 300 of 5,000"
                + " rows."),
        QualityFigures.graphNotes(BenchedEngine.UMAP, projection));
  }

  @Test
  void ofExactOnesNothingIsTold() {
    Projection projection = umap(Optional.empty());
    assertEquals(List.of(), QualityFigures.ofGraph(projection.facts()));
    assertEquals(List.of(), QualityFigures.graphNotes(BenchedEngine.UMAP, projection));
  }

  private static double value(Map<String, Double> figures, String name) {
    return figures.getOrDefault(name, Double.NaN);
  }

  private static Map<String, Double> byName(List<EngineFigure> figures) {
    return figures.stream().collect(Collectors.toMap(EngineFigure::name, EngineFigure::value));
  }

  @Test
  void everyShareHasItsMargin() {
    MapQuality quality =
        new MapQuality(
            10,
            new Estimate(0.91, 0.011),
            new Estimate(0.92, 0.012),
            new Estimate(0.41, 0.013),
            new DistanceAgreement(new Estimate(0.5, 0.014), 2_500, 12_497_500),
            Optional.of(
                new ClassAgreement(new Estimate(0.7, 0.015), new Estimate(0.8, 0.016), 1_900, 7)),
            2_000,
            5_000);
    Map<String, Double> figures = byName(QualityFigures.of(quality));
    assertEquals(0.011, value(figures, "trustworthinessMargin"));
    assertEquals(0.012, value(figures, "continuityMargin"));
    assertEquals(0.013, value(figures, "neighboursKeptMargin"));
    assertEquals(0.014, value(figures, "rankCorrelationMargin"));
    assertEquals(0.7, value(figures, "classAgreementOnMap"));
    assertEquals(0.015, value(figures, "classAgreementOnMapMargin"));
    assertEquals(0.8, value(figures, "classAgreementInSpace"));
    assertEquals(0.016, value(figures, "classAgreementInSpaceMargin"));
    assertEquals(7, value(figures, "classes"));
    assertEquals(1_900, value(figures, "classRows"));
  }

  /// Two heaps of three far apart, each of one category; of two texts besides, one has an empty category and one was typed.
  private static BenchInput heaps() {
    List<float[]> rows = new ArrayList<>();
    List<TextUnit> units = new ArrayList<>();
    List<Document> documents = new ArrayList<>();
    for (int row = 0; row < 7; row++) {
      String id = "d" + row;
      String category = row < 3 ? "near" : row < 6 ? "far" : "";
      String text = "text " + row;
      documents.add(new Document(id, id, text, category, ""));
      units.add(
          new Chunk(id, id, new Granularity.WholeDocument(), new Span(0, text.length()), text));
      rows.add(new float[] {row < 3 ? row : 100 + row, row * row, 1});
    }
    units.add(new TypedText("typed-1", "typed"));
    rows.add(new float[] {50, 3, 1});
    return new BenchInput(VectorBlock.copyOf(rows, 3), units, documents, List.of());
  }

  @Test
  void tsneAndUmapAreJudgedByTheCategoriesOfTheUnits() {
    BenchPlan plan =
        new BenchPlan(
            Path.of("in.npy"),
            Path.of("in.tsv"),
            List.of(BenchedEngine.UMAP, BenchedEngine.TSNE),
            1,
            Set.of(),
            new BenchPlan.Drawing(List.of(500), 90, 70, Optional.empty()));
    BenchReport report = new Bench(heaps(), Optional.empty()).run(plan, JobContext.direct());
    for (EngineMeasure engine : report.engines()) {
      Map<String, Double> figures = byName(engine.figures());
      assertEquals(2, value(figures, "classes"), engine.engine().key());
      assertEquals(6, value(figures, "classRows"), engine.engine().key());
      assertEquals(1, value(figures, "classAgreementInSpace"), 0.34, engine.engine().key());
    }
  }
}
