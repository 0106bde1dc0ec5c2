package io.semascope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.semascope.job.Job;
import io.semascope.neighbour.ExactIndex;
import io.semascope.problem.ProblemException;
import io.semascope.space.SpaceMismatch;
import io.semascope.space.VectorSpace;
import io.semascope.text.Granularity;
import io.semascope.vector.Kernel;
import io.semascope.vector.Similarity;
import io.semascope.wronghouse.cli.Command;
import io.semascope.wronghouse.retrieval.Choice;
import io.semascope.wronghouse.ui.compose.ComposeView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the plan of the house: the floor table of `Room` and the rules of `FloorPlan`.
class FloorPlanTest {
  private static final FloorPlan PLAN = new FloorPlan("io.semascope");
  private static final FloorPlan WRONG_PLAN = new FloorPlan("io.semascope.wronghouse");
  private static final JavaClasses HOUSE = importFrom(Main.class, "io/semascope");
  private static final JavaClasses WRONG_HOUSE =
      importFrom(Command.class, "io/semascope/wronghouse");
  private static final Path SOURCES =
      Path.of(System.getProperty("semascope.basedir", "")).resolve("src");

  private static JavaClasses importFrom(Class<?> resident, String folder) {
    try {
      Path place = Path.of(resident.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new ClassFileImporter().importPath(place.resolve(folder));
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> theHouseKeepsEveryRule() {
    return PLAN.rules().stream()
        .map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(HOUSE)));
  }

  /// The floors of rooms that the wrong house has not are left out; the table itself is tested below.
  @TestFactory
  Stream<DynamicTest> everyRuleCatchesItsBreach() {
    Stream<ArchRule> floors =
        Stream.of("vector", "text", "ui.map", "cli").map(this::room).map(WRONG_PLAN::floor);
    Stream<ArchRule> others = WRONG_PLAN.rules().stream().skip(Room.ALL.size());
    return Stream.concat(floors, others)
        .map(
            rule ->
                dynamicTest(
                    rule.getDescription(),
                    () -> assertTrue(rule.evaluate(WRONG_HOUSE).hasViolation())));
  }

  @Test
  void everyWayToMakeAThreadIsCaught() {
    String breaches =
        WRONG_PLAN.rules().stream()
            .filter(rule -> rule.getDescription().contains("make no threads"))
            .map(rule -> rule.evaluate(WRONG_HOUSE).getFailureReport().toString())
            .collect(Collectors.joining());
    for (String way : List.of("parallelStream", "ExecutorService", "ofVirtual", "runAsync")) {
      assertTrue(breaches.contains(way), way + " in " + breaches);
    }
  }

  @Test
  void aPanelThatShowsValuesBreaksNoFloor() {
    assertTrue(WRONG_HOUSE.contain(ComposeView.class));
    assertFalse(WRONG_PLAN.floor(room("ui.compose")).evaluate(WRONG_HOUSE).hasViolation());
  }

  private Room room(String name) {
    return Room.named(name).orElseThrow();
  }

  @Test
  void theTestLooksAtTheWholeHouse() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES.resolve("main/java"))) {
      long sources = files.filter(FloorPlanTest::isType).count();
      long types =
          HOUSE.stream()
              .filter(JavaClass::isTopLevelClass)
              .filter(type -> !type.getSimpleName().equals("package-info"))
              .count();
      assertTrue(types >= sources, types + " classes of " + sources + " sources");
    }
  }

  @Test
  void theTableHasNoRings() {
    for (Room room : Room.ALL) {
      for (String below : room.mayUse()) {
        Room used = room(below);
        assertTrue(
            Room.ALL.indexOf(used) < Room.ALL.indexOf(room),
            room.title() + " may use " + below + ", which is not below it");
      }
    }
  }

  @Test
  void theTableSaysWhatThePlanSays() {
    assertFalse(room("vector").mayUse("text", true));
    assertFalse(room("text").mayUse("projection", true));
    assertFalse(room("probe").mayUse("retrieval", true));
    assertFalse(room("projection").mayUse("projection.pca", true));
    assertFalse(room("projection.tsne").mayUse("projection.umap", true));
    assertFalse(room("session").mayUse("model.onnx", true));
    assertFalse(room("ui.map").mayUse("ui.compose", false));
    assertFalse(room("cli").mayUse("neighbour", false));
    assertTrue(room("cli").mayUse("neighbour", true));
    assertTrue(room("session").mayUse("store", false));
    assertTrue(room("").mayUse("model.onnx", false));
  }

  @Test
  void valueTypesAreDataAndNothingElse() {
    Map<Class<?>, Boolean> expected =
        Map.of(
            Similarity.class, true,
            Granularity.class, true,
            SpaceMismatch.class, true,
            ProblemException.class, true,
            VectorSpace.class, true,
            Job.class, true,
            Kernel.class, false,
            ExactIndex.class, false);
    expected.forEach(
        (type, value) -> assertEquals(value, PLAN.isValueType(HOUSE.get(type)), type.getName()));
    assertTrue(WRONG_PLAN.isValueType(WRONG_HOUSE.get(Choice.class)));
  }

  @Test
  void noSourceIsLongerThan400Lines() throws IOException {
    Map<Path, Long> tooLong = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          long count = lines.count();
          if (count > 400) {
            tooLong.put(file, count);
          }
        }
      }
    }
    assertEquals(Map.of(), tooLong, "a longer class does more than one thing");
  }

  @Test
  void noPackageHasMoreThan20Types() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES.resolve("main/java"))) {
      Map<Path, Long> crowded =
          files
              .filter(FloorPlanTest::isType)
              .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
      crowded.entrySet().removeIf(room -> room.getValue() <= mostTypes(room.getKey()));
      assertEquals(Map.of(), crowded, "a fuller room cannot be taken in at a glance");
    }
  }

  /// Rooms that hold one class for each action, command or desk are lists to be searched by name; decision 3 says why.
  private static long mostTypes(Path room) {
    return switch (SOURCES.resolve("main/java/io/semascope").relativize(room).toString()) {
      case "session" -> 45;
      case "cli", "ui/shell" -> 30;
      default -> 20;
    };
  }

  private static boolean isType(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java") && !name.equals("package-info.java");
  }
}
