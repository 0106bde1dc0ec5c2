package io.semascope.corpus.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.ExportFailed;
import io.semascope.neighbour.GraphRecall;
import io.semascope.projection.Pca;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapExportTest {
  @TempDir Path folder;

  @Test
  void theTableIsRfc4180WhateverTheLocale() throws IOException {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
    try {
      Path file = folder.resolve("map.csv");
      MapExport.write(
          file,
          picture(
              List.of("a", "b,\"c\"\nd", "=1+1", "-5", "-x", "@y"),
              0.5f,
              -1.5f,
              1e-9f,
              2e10f,
              1,
              2,
              3,
              4,
              5,
              6,
              7,
              8),
          800,
          600);
      assertEquals(
          "id,x,y,label,category\r\n"
              + "a,0.5,-1.5,a,\r\n"
              + "\"b,\"\"c\"\"\nd\",1.0E-9,2.0E10,\"b,\"\"c\"\"\nd\",\r\n"
              + "'=1+1,1.0,2.0,'=1+1,\r\n"
              + "-5,3.0,4.0,-5,\r\n"
              + "'-x,5.0,6.0,'-x,\r\n"
              + "'@y,7.0,8.0,'@y,\r\n",
          Files.readString(file));
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }

  @Test
  void theTableHasLabelAndCategoryOfEachPointAndTheyAreNoFormulasEither() throws IOException {
    Path file = folder.resolve("map.csv");
    MapPicture picture =
        new MapPicture(
            "map",
            PlanarLayout.copyOf(new float[] {1, 2, 3, 4}),
            List.of("a", "b"),
            List.of("=cmd()", "a river, wide"),
            List.of("", "@home"),
            "");
    MapExport.write(file, picture, 800, 600);
    assertEquals(
        "id,x,y,label,category\r\na,1.0,2.0,'=cmd(),\r\nb,3.0,4.0,\"a river, wide\",'@home\r\n",
        Files.readString(file));
  }

  @Test
  void numbersStayNumbersAndFormulasBecomeText() {
    for (String number : List.of("-5", "+3.25", "-1e-7", "12", "-.5")) {
      assertEquals(number, MapExport.cell(number));
    }
    for (String formula : List.of("=A1", "+a", "-5+cmd", "@sum", "\tx", "\rx", "\n=x", "-")) {
      assertEquals("'" + formula, MapExport.cell(formula));
    }
    assertEquals("plain = text", MapExport.cell("plain = text"));
  }

  @Test
  void thePngShowsEveryCategoryInItsColour() throws IOException {
    Path file = folder.resolve("map.png");
    MapPicture picture = random(300, 5);
    MapExport.write(file, picture, 900, 640);
    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(900, image.getWidth());
    assertEquals(640, image.getHeight());
    for (var entry : CategoryPalette.of(picture.categories()).entries()) {
      long pixels = 0;
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          pixels += (image.getRGB(x, y) & 0xFFFFFF) == entry.rgb() ? 1 : 0;
        }
      }
      assertTrue(pixels > entry.count() * 4L, entry.name() + " covers " + pixels + " pixels");
    }
  }

  @Test
  void theSvgIsSoundXmlWithTitleDescriptionAndEveryPoint() throws Exception {
    Path file = folder.resolve("map.svg");
    MapPicture plain = random(40, 3);
    List<String> labels = new ArrayList<>(Collections.nCopies(40, ""));
    labels.set(0, "<script>&\"'\u0007😀");
    MapExport.write(
        file,
        new MapPicture(
            "A < B & C", plain.layout(), plain.ids(), labels, plain.categories(), "n > 3"),
        700,
        500);
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    assertEquals("svg", root.getLocalName());
    assertEquals("A < B & C", root.getElementsByTagName("title").item(0).getTextContent());
    assertEquals("n > 3", root.getElementsByTagName("desc").item(0).getTextContent());
    int marks =
        root.getElementsByTagName("circle").getLength()
            + root.getElementsByTagName("polygon").getLength();
    assertEquals(40 + 3, marks);
    assertEquals(
        "<script>&\"'\uFFFD😀", root.getElementsByTagName("title").item(1).getTextContent());
    assertEquals(0, root.getElementsByTagName("script").getLength());
  }

  @Test
  void labelsMeetNoLabelAndStayInside() {
    for (long seed = 0; seed < 20; seed++) {
      MapPicture picture = random(50 + (int) seed * 30, 4);
      MapScene scene = MapScene.of(picture, 800, 600, SvgPainter::estimatedWidth);
      List<MapScene.Words> labels =
          scene.words().stream().filter(w -> w.role() == MapScene.Role.LABEL).toList();
      assertTrue(labels.size() > 5, "seed " + seed);
      for (int i = 0; i < labels.size(); i++) {
        assertTrue(scene.frame().holds(labels.get(i).box()));
        for (int j = 0; j < i; j++) {
          assertFalse(labels.get(i).box().wider(3).meets(labels.get(j).box()), "seed " + seed);
        }
      }
      for (MapScene.Mark mark : scene.marks()) {
        boolean inside =
            scene.frame().holds(new MapScene.Box(mark.x(), mark.y(), 0, 0)) || mark.row() < 0;
        assertTrue(inside, "seed " + seed);
      }
      assertTrue(
          scene.words().stream().anyMatch(w -> w.text().contains("labels found room")),
          "what was left out is said");
    }
  }

  @Test
  void labelsAndCategoriesThatBeginAlikeAreToldApart() throws IOException {
    String beginning = "The same long beginning that no label and no legend can hold, whatever the";
    List<String> names = List.of(beginning + " north", beginning + " south");
    List<String> categories = List.of(names.get(0), names.get(1), names.get(0), names.get(1));
    List<String> labels = List.of(names.get(0), names.get(1), "", "");
    PlanarLayout corners = PlanarLayout.copyOf(new float[] {0, 0, 0, 9, 9, 0, 9, 9});
    Path file = folder.resolve("alike.svg");
    MapExport.write(file, new MapPicture("Map", corners, labels, labels, categories, ""), 800, 600);
    String drawn = Files.readString(file);
    for (String end : List.of("north</text>", "south</text>", "north (2)", "south (2)")) {
      assertTrue(drawn.contains(end), drawn);
    }
  }

  @Test
  void onePointAndNoCategoryCanBeDrawn() throws IOException {
    Path file = folder.resolve("one.png");
    MapExport.write(file, picture(List.of("a"), 3, 3), 200, 200);
    assertNotNull(ImageIO.read(file.toFile()));
  }

  @Test
  void unknownEndingsAndSizesAreRefused() {
    MapPicture picture = picture(List.of("a"), 0, 0);
    assertThrows(
        ExportFailed.class, () -> MapExport.write(folder.resolve("a.gif"), picture, 800, 600));
    assertThrows(
        ExportFailed.class, () -> MapExport.write(folder.resolve("a.png"), picture, 10, 600));
    assertThrows(
        ExportFailed.class, () -> MapExport.write(folder.resolve("a.svg"), picture, 800, 100_000));
  }

  @Test
  void brokenUnicodeIsRefusedRatherThanReplaced() {
    Path file = folder.resolve("a.csv");
    assertThrows(
        ExportFailed.class, () -> MapExport.writeCsv(file, picture(List.of("a\uD83D"), 0, 0)));
    assertFalse(Files.exists(file));
  }

  @Test
  void captionsTellMethodSizeAndFacts() {
    PlanarLayout layout = PlanarLayout.copyOf(new float[] {0, 0});
    assertEquals(
        "PCA of 1,205 vectors × 384 dimensions by a-model (12345678). The two axes carry 12.3 % and"
            + " 4.5 % of the variance; the rest is not shown.",
        MapPicture.caption(
            new Projection(new Pca(), layout, new ProjectionFacts.OfPca(0.1234, 0.045)),
            "a-model (12345678)",
            1205,
            384));
  }

  @Test
  void captionsTellApproximateNeighbours() {
    PlanarLayout layout = PlanarLayout.copyOf(new float[] {0, 0});
    Optional<GraphRecall> recall = Optional.of(new GraphRecall(0.9534, 0.0042, 300));
    assertEquals(
        "t-SNE of 50,000 vectors × 384 dimensions by a-model. Perplexity 30.00, settled after 350"
            + " iterations, divergence 2.500 nats, made from approximate neighbours (recall 0.953 ±"
            + " 0.004). Distances between groups and their sizes mean little.",
        MapPicture.caption(
            new Projection(
                Tsne.standard(),
                layout,
                new ProjectionFacts.OfTsne(30, 350, 750, 2.5, true, recall)),
            "a-model",
            50_000,
            384));
    assertEquals(
        "UMAP of 50,000 vectors × 384 dimensions by a-model. 15 neighbours, 200 of 200 epochs, made"
            + " from approximate neighbours (recall 0.953 ± 0.004). Distances between groups and"
            + " their sizes mean little.",
        MapPicture.caption(
            new Projection(
                Umap.standard(),
                layout,
                new ProjectionFacts.OfUmap(15, 200, 200, 1.5, 0.9, 1, 1, false, recall)),
            "a-model",
            50_000,
            384));
  }

  private static MapPicture picture(List<String> ids, float... coordinates) {
    List<String> none = Collections.nCopies(ids.size(), "");
    return new MapPicture("Map", PlanarLayout.copyOf(coordinates), ids, ids, none, "");
  }

  private static MapPicture random(int count, int categories) {
    Random random = new Random(count);
    float[] coordinates = new float[2 * count];
    List<String> ids = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      coordinates[2 * i] = (float) random.nextGaussian() * 40;
      coordinates[2 * i + 1] = (float) random.nextGaussian() * 10;
      ids.add("point number " + i);
      groups.add("group " + i % categories);
    }
    return new MapPicture(
        "Random", PlanarLayout.copyOf(coordinates), ids, ids, groups, "PCA of nothing.");
  }
}
