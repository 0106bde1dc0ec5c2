package io.semascope;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// The rules of the house below one root package.
///
/// The root is a parameter so that the same rules can be tried on a house that breaks each of them.
final class FloorPlan {
  /// Final classes that are data and nothing else; for the faces they are as good as records, which cannot hold arrays or memory.
  private static final Set<String> DATA_CLASSES =
      Set.of(
          "space.VectorSpace",
          "text.IdPlaces",
          "vector.VectorBlock",
          "vector.DenseVector",
          "probe.PairDistribution",
          "projection.PlanarLayout",
          "corpus.picture.CategoryPalette",
          "job.AtExit",
          "job.Job");

  private static final Set<String> THREAD_MAKERS =
      Set.of("ofVirtual", "ofPlatform", "startVirtualThread", "start");

  private final String root;

  FloorPlan(String root) {
    this.root = root;
  }

  /// Every rule with its reason.
  List<ArchRule> rules() {
    List<ArchRule> rules = new ArrayList<>();
    Room.ALL.forEach(room -> rules.add(floor(room)));
    rules.addAll(libraries());
    rules.addAll(threads());
    rules.addAll(shapes());
    return rules.stream().map(rule -> rule.allowEmptyShould(true)).toList();
  }

  ArchRule floor(Room room) {
    return classes()
        .that(resideIn(room))
        .should(
            condition(
                "use only " + room.mayUse() + (room.seesValues() ? " and value types" : ""),
                (user, breach) -> {
                  for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    JavaClass used = dependency.getTargetClass().getBaseComponentType();
                    if (inHouse(used) && !room.mayUse(roomName(used), isValueType(used))) {
                      breach.accept(user, dependency.getDescription());
                    }
                  }
                }))
        .because("in " + room.title() + ": " + room.reason());
  }

  private List<ArchRule> libraries() {
    return List.of(
        noClasses()
            .that()
            .resideOutsideOfPackage(room("model.onnx"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.djl..", "ai.onnxruntime..")
            .because("a runtime library is exchanged in one room (model.onnx)"),
        noClasses()
            .that()
            .resideOutsideOfPackage(room("neighbour.approximate"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.jbellis..", "org.agrona..")
            .because("a graph library is exchanged in one room (neighbour.approximate)"),
        noClasses()
            .that()
            .resideOutsideOfPackages(room("store"), room("store.twin"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
            .because("only the store knows that a workspace is a database"),
        noClasses()
            .that()
            .resideOutsideOfPackage(room("ui") + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp..")
            .because("the engine and the command line run where there is no JavaFX"),
        noClasses()
            .that()
            .resideOutsideOfPackages(room("cli"), room("cli.refusal"), room("cli.projection"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..")
            .because("options are read in one room (cli), and refused in the one below it"),
        noClasses()
            .that()
            .resideOutsideOfPackages(room("model.registry"), room("model.remote"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..")
            .because("the status line must know whether the network was used"),
        noClasses()
            .that()
            .resideOutsideOfPackage(room("cli"))
            .should(accessField(System.class, "out"))
            .because("results on the standard output belong to the command line alone"));
  }

  private List<ArchRule> threads() {
    return List.of(
        classes()
            .that()
            .resideOutsideOfPackage(room("job"))
            .should(condition("make no threads", FloorPlan::reportThreads))
            .because("work off the caller's thread is seen, stopped and awaited in one room (job)"),
        classes()
            .that(not("FxBridge", type -> type.getName().equals(root + ".ui.state.FxBridge")))
            .should(
                condition(
                    "not call Platform.runLater",
                    (user, breach) -> {
                      for (JavaCodeUnitAccess<?> access : user.getCodeUnitAccessesFromSelf()) {
                        if (access.getTargetOwner().getName().equals("javafx.application.Platform")
                            && access.getName().equals("runLater")) {
                          breach.accept(user, access.getDescription());
                        }
                      }
                    }))
            .because("there is one hop to the FX thread, where updates are merged (FxBridge)"));
  }

  private static void reportThreads(JavaClass user, BiConsumer<JavaClass, String> breach) {
    for (JavaCodeUnitAccess<?> access : user.getCodeUnitAccessesFromSelf()) {
      JavaClass owner = access.getTargetOwner();
      String name = access.getName();
      boolean thread =
          owner.isAssignableTo(Thread.class)
              && (name.equals("<init>") || THREAD_MAKERS.contains(name));
      boolean parallel =
          name.equals("parallelStream")
              || (owner.isAssignableTo(java.util.stream.BaseStream.class)
                  && name.equals("parallel"));
      boolean async =
          owner.isEquivalentTo(java.util.concurrent.CompletableFuture.class)
              && name.endsWith("Async");
      if (thread || parallel || async) {
        breach.accept(user, access.getDescription());
      }
    }
    for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
      JavaClass used = dependency.getTargetClass();
      if (used.isAssignableTo(java.util.concurrent.Executor.class)
          || used.isEquivalentTo(java.util.concurrent.Executors.class)
          || used.isAssignableTo(java.util.Timer.class)
          || used.getPackageName().equals("javafx.concurrent")) {
        breach.accept(user, dependency.getDescription());
      }
    }
  }

  private List<ArchRule> shapes() {
    return List.of(
        slices()
            .matching(root + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("rooms that use each other in a ring are one room"),
        classes()
            .should(
                condition(
                    "stand in a room of the plan",
                    (type, breach) -> {
                      if (Room.named(roomName(type)).isEmpty()) {
                        breach.accept(type, type.getName() + " stands in no room of the plan");
                      }
                    }))
            .because("the rooms are given; a new one is first put into the plan"),
        classes()
            .should(
                condition(
                    "hold no array as a record component",
                    (type, breach) -> {
                      if (type.isRecord()) {
                        type.getFields().stream()
                            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                            .filter(field -> field.getType().getName().contains("["))
                            .forEach(field -> breach.accept(type, field.getFullName()));
                      }
                    }))
            .because("a record with an array is neither immutable nor equal to its copy"),
        noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)(\\$.*)?")
            .because("a name says what a class is, not that it is useful"),
        classes()
            .should(
                condition(
                    "reside in a package that is @NullMarked",
                    (type, breach) -> {
                      if (!type.getPackage()
                          .isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                        breach.accept(type, type.getPackageName() + " is not @NullMarked");
                      }
                    }))
            .because("null is refused by the compiler, package by package"),
        classes()
            .that()
            .areAssignableTo(Throwable.class)
            .and()
            .arePublic()
            .should()
            .beAssignableTo(
                DescribedPredicate.<JavaClass>describe(
                    "ProblemException",
                    type -> type.getName().equals(root + ".problem.ProblemException")))
            .because("whatever leaves a room can be shown to a person in three sentences"));
  }

  /// A record, an enum, a sealed interface all of whose members are value types, an exception with a report, or one of the data classes.
  boolean isValueType(JavaClass type) {
    return type.isRecord()
        || type.isEnum()
        || DATA_CLASSES.stream().anyMatch(data -> type.getName().equals(root + "." + data))
        || type.isAssignableTo(root + ".problem.ProblemException")
        || (type.isInterface()
            && type.isSealed()
            && type.getPermittedSubclasses().stream()
                .flatMap(Set::stream)
                .allMatch(this::isValueType));
  }

  private boolean inHouse(JavaClass type) {
    return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
  }

  private String roomName(JavaClass type) {
    return type.getPackageName().equals(root)
        ? ""
        : type.getPackageName().substring(root.length() + 1);
  }

  private String room(String name) {
    return root + "." + name;
  }

  private DescribedPredicate<JavaClass> resideIn(Room room) {
    return DescribedPredicate.describe(
        "stand in " + room.title(), type -> roomName(type).equals(room.name()));
  }

  private static DescribedPredicate<JavaClass> not(
      String what, java.util.function.Predicate<JavaClass> predicate) {
    return DescribedPredicate.describe("are not " + what, type -> !predicate.test(type));
  }

  private static ArchCondition<JavaClass> condition(
      String description, BiConsumer<JavaClass, BiConsumer<JavaClass, String>> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        check.accept(
            type, (culprit, breach) -> events.add(SimpleConditionEvent.violated(culprit, breach)));
      }
    };
  }
}
