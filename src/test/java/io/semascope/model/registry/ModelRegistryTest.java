package io.semascope.model.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.model.ModelCatalogue;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelEntry;
import io.semascope.model.ModelEntry.Availability;
import io.semascope.model.ModelFile;
import io.semascope.model.ModelUnavailable;
import io.semascope.model.Pooling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {
  private static final List<String> BUNDLED =
      List.of("all-minilm-l6-v2", "all-minilm-l6-v2-q", "bge-small-en-v1.5-q", "e5-small-v2-q");

  @TempDir Path folder;
  private ModelRegistry registry;

  @BeforeEach
  void open() {
    registry = new ModelRegistry(folder.resolve("cache"), folder.resolve("user"));
  }

  @Test
  void theIndexNamesEveryEntryFile() throws IOException {
    Path models = Path.of(System.getProperty("semascope.basedir"), "models");
    try (Stream<Path> files = Files.list(models)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("index.json"))
              .map(name -> name.replace(".json", ""))
              .sorted()
              .toList();
      List<String> ids =
          registry.entries().stream().map(entry -> entry.descriptor().id()).sorted().toList();
      assertEquals(names, ids);
      assertEquals(13, ids.size());
    }
  }

  @Test
  void bundledEntriesComeFirst() {
    List<ModelEntry> entries = registry.entries();
    assertEquals(
        BUNDLED,
        entries.stream()
            .filter(entry -> entry.availability() == Availability.BUNDLED)
            .map(entry -> entry.descriptor().id())
            .toList());
    assertEquals(BUNDLED, entries.subList(0, 4).stream().map(e -> e.descriptor().id()).toList());
    assertEquals(Availability.BUNDLED, registry.entry(ModelCatalogue.DEFAULT_MODEL).availability());
  }

  @Test
  void everyEntryIsHonest() {
    for (ModelEntry entry : registry.entries()) {
      ModelDescriptor model = entry.descriptor();
      assertFalse(model.cautions().isEmpty(), model.id());
      boolean runnable = model.kind() == ModelDescriptor.Kind.TEXT_EMBEDDING;
      assertEquals(runnable, entry.availability() != Availability.NOT_RUNNABLE, model.id());
      for (ModelFile file : model.files()) {
        if (entry.availability() == Availability.BUNDLED) {
          assertEquals(64, file.sha256().length(), file.name());
        } else {
          assertTrue(file.mirrors().stream().allMatch(mirror -> mirror.startsWith("https://")));
        }
      }
    }
    ModelDescriptor qwen = registry.entry("qwen3-embedding-0.6b").descriptor();
    assertEquals(Pooling.LAST_TOKEN, qwen.pooling());
    assertTrue(qwen.prompts().toString().contains("\nQuery:{text}"));
    assertTrue(
        registry.entry("all-minilm-l6-v2-q").descriptor().cautions().getFirst().contains("88 %"));
  }

  @Test
  void namesTheModelsThereAreForAnUnknownOne() {
    ModelUnavailable refused =
        assertThrows(ModelUnavailable.class, () -> registry.entry("no-such"));
    assertTrue(refused.report().why().contains("bge-small-en-v1.5-q"));
  }

  @Test
  void refusesFilesThatAreNotHere() {
    for (String id : List.of("qwen3-embedding-0.6b", "ms-marco-minilm-l-6-v2")) {
      assertThrows(ModelUnavailable.class, () -> registry.files(id, JobContext.direct()));
    }
  }

  @Test
  void asksForConsentBeforeTheNetworkIsTouched() {
    ModelUnavailable refused =
        assertThrows(
            ModelUnavailable.class,
            () -> registry.fetch("embeddinggemma-300m", false, JobContext.direct()));
    assertTrue(refused.report().why().contains("ai.google.dev/gemma/terms"));
    assertThrows(
        ModelUnavailable.class, () -> registry.fetch("clip-vit-b-32", true, JobContext.direct()));
    assertEquals(
        Availability.BUNDLED,
        registry.fetch("all-minilm-l6-v2", false, JobContext.direct()).availability());
    assertFalse(registry.networkUsed());
  }

  @Test
  @Tag("model")
  void unpacksOnceAndRepairs() throws IOException {
    Path files = registry.files("all-minilm-l6-v2-q", JobContext.direct());
    Path tokenizer = files.resolve("tokenizer.json");
    var first = Files.getLastModifiedTime(tokenizer);
    registry.files("all-minilm-l6-v2-q", JobContext.direct());
    assertEquals(first, Files.getLastModifiedTime(tokenizer));

    byte[] sound = Files.readAllBytes(tokenizer);
    byte[] damaged = sound.clone();
    damaged[damaged.length / 2] ^= 1;
    Files.write(tokenizer, damaged);
    Files.write(files.resolve("model.onnx"), new byte[10], StandardOpenOption.TRUNCATE_EXISTING);
    ModelRegistry next = new ModelRegistry(folder.resolve("cache"), folder.resolve("user"));
    next.files("all-minilm-l6-v2-q", JobContext.direct());
    assertEquals(-1, java.util.Arrays.mismatch(sound, Files.readAllBytes(tokenizer)));
    assertEquals(22_972_370, Files.size(files.resolve("model.onnx")));
    try (Stream<Path> left = Files.list(files)) {
      assertEquals(2, left.count());
    }
  }

  @Test
  void leavesNothingHalfUnpackedWhenStopped() throws IOException {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    JobContext context = new JobContext(cancellation, ProgressMeter.silent(), () -> {});
    assertThrows(JobCancelled.class, () -> registry.files("all-minilm-l6-v2-q", context));
    try (Stream<Path> left = Files.list(folder.resolve("cache/models/all-minilm-l6-v2-q"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void saysWhereItCouldNotWrite() throws IOException {
    Files.writeString(folder.resolve("cache"), "a file where a folder should be");
    ModelUnavailable refused =
        assertThrows(
            ModelUnavailable.class, () -> registry.files("e5-small-v2-q", JobContext.direct()));
    assertTrue(refused.report().why().contains("cache"));
  }

  @Test
  void aDamagedRecordOfTheUserIsNamedAndTheOtherModelsWork() throws IOException {
    Path record = folder.resolve("user/models/mine.json");
    Files.createDirectories(record.getParent());
    Files.writeString(record, "{\"folder\": \"/x\", ");
    assertEquals(13, registry.entries().size());
    assertEquals(1, registry.unreadable().size());
    assertTrue(registry.unreadable().getFirst().contains("mine.json"));
  }

  @Test
  void aRecordOfFetchedWeightsThatCannotBeReadAsksToFetchAgain() throws IOException {
    Path record = folder.resolve("user/models/e5-small-v2.fetched.json");
    Files.createDirectories(record.getParent());
    Files.writeString(record, "{");
    ModelEntry entry = registry.entry("e5-small-v2");
    assertEquals(ModelEntry.Availability.TO_BE_FETCHED, entry.availability());
    assertTrue(entry.location().startsWith("to be fetched again"), entry.location());
  }
}
