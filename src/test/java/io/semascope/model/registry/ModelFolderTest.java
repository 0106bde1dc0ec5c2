package io.semascope.model.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.JobContext;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelEntry;
import io.semascope.model.ModelFileDamaged;
import io.semascope.model.ModelUnavailable;
import io.semascope.model.Pooling;
import io.semascope.model.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Folders in the layout of sentence-transformers, complete and not.
class ModelFolderTest {
  @TempDir Path temporary;
  private Path folder;
  private ModelRegistry registry;

  @BeforeEach
  void write() throws IOException {
    folder = temporary.resolve("My Model v2");
    put(
        "modules.json",
        """
        [{"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
         {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
         {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"}]
        """);
    put(
        "1_Pooling/config.json",
        """
        {"word_embedding_dimension": 24, "pooling_mode_cls_token": true, "pooling_mode_mean_tokens": false}
        """);
    put("sentence_bert_config.json", "{\"max_seq_length\": 77, \"do_lower_case\": false}");
    put(
        "config_sentence_transformers.json",
        "{\"prompts\": {\"query\": \"q: \", \"passage\": \"p: \"}, \"default_prompt_name\": null}");
    put("tokenizer.json", "{}");
    put("onnx/model.onnx", "a graph");
    put("README.md", "---\nlicense: mit\n---\n");
    registry = new ModelRegistry(temporary.resolve("cache"), temporary.resolve("user"));
  }

  private void put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void readsWhatTheFolderSaysAndRemembersIt() throws IOException {
    ModelEntry entry = registry.addFolder(folder);
    ModelDescriptor model = entry.descriptor();
    assertEquals("my-model-v2", model.id());
    assertEquals("mit", model.licence());
    assertEquals(24, model.dimension());
    assertEquals(77, model.maxTokens());
    assertEquals(Pooling.CLS, model.pooling());
    assertTrue(model.normalised());
    assertFalse(model.oneTextPerCall());
    assertEquals(Map.of(Purpose.QUERY, "q: ", Purpose.DOCUMENT, "p: "), model.prompts());
    assertEquals("onnx/model.onnx", model.files().getFirst().name());

    ModelRegistry next = new ModelRegistry(temporary.resolve("cache"), temporary.resolve("user"));
    assertEquals(entry, next.entry("my-model-v2"));
    assertEquals(folder, next.files("my-model-v2", JobContext.direct()));
    assertEquals(entry, next.addFolder(folder));
    assertEquals(14, next.entries().size());

    put("onnx/model.onnx", "A graph");
    assertThrows(ModelFileDamaged.class, () -> next.files("my-model-v2", JobContext.direct()));
    next.addFolder(folder);
    next.files("my-model-v2", JobContext.direct());
  }

  @Test
  void twoFoldersOfOneNameGetTwoIds() throws IOException {
    registry.addFolder(folder);
    Path other = temporary.resolve("other/My Model v2");
    Files.createDirectories(other.getParent());
    Files.move(folder, other);
    assertEquals("my-model-v2-2", registry.addFolder(other).descriptor().id());
  }

  @Test
  void findsGraphsThatRoundWhileTheyRunAndWeightsBesideThem() throws IOException {
    put("onnx/model.onnx", "DynDynamicQuantizeLineaDynamicQuantizeLinear_1");
    put("onnx/model.onnx_data", "weights");
    ModelDescriptor model = registry.addFolder(folder).descriptor();
    assertTrue(model.oneTextPerCall());
    assertEquals(
        List.of("graph", "graph-data", "tokenizer"),
        model.files().stream().map(file -> file.role()).toList());
  }

  @Test
  void takesTheTokenLimitFromTheTokenizerWhenNothingElseSaysIt() throws IOException {
    Files.delete(folder.resolve("sentence_bert_config.json"));
    put("tokenizer_config.json", "{\"model_max_length\": 512}");
    assertEquals(512, registry.addFolder(folder).descriptor().maxTokens());
    put("tokenizer_config.json", "{\"model_max_length\": 1000000000000000019884624838656}");
    ModelUnavailable refused =
        assertThrows(ModelUnavailable.class, () -> registry.addFolder(folder));
    assertTrue(refused.report().why().contains("max_seq_length"), refused.report().why());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"modules.json", "1_Pooling/config.json", "tokenizer.json", "onnx/model.onnx"})
  void namesTheMissingFile(String name) throws IOException {
    Files.delete(folder.resolve(name));
    ModelUnavailable refused =
        assertThrows(ModelUnavailable.class, () -> registry.addFolder(folder));
    assertTrue(refused.report().why().contains(name), refused.report().why());
    assertEquals(13, registry.entries().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "modules.json|\"1_Pooling\"|\"../../1_Pooling\"|leads out",
        "modules.json|models.Normalize|models.Dense|Dense",
        "1_Pooling/config.json|tokens\": false|tokens\": true|pooling",
        "1_Pooling/config.json|24|0|word_embedding_dimension",
        "1_Pooling/config.json|{|{\"include_prompt\": false,|prompt",
        "sentence_bert_config.json|77|\"many\"|max_seq_length",
        "sentence_bert_config.json|false|true|keeps case",
        "config_sentence_transformers.json|null|\"none\"|none",
        "modules.json|[|{|JSON"
      })
  void refusesWhatIsNotDoneHere(String file, String old, String replacement, String reason)
      throws IOException {
    put(file, Files.readString(folder.resolve(file)).replace(old, replacement));
    ModelUnavailable refused =
        assertThrows(ModelUnavailable.class, () -> registry.addFolder(folder));
    assertTrue(refused.report().why().contains(reason), refused.report().why());
  }

  @Test
  void asksWhichOfSeveralGraphs() throws IOException {
    Files.move(folder.resolve("onnx/model.onnx"), folder.resolve("onnx/model_a.onnx"));
    assertEquals(
        "onnx/model_a.onnx", registry.addFolder(folder).descriptor().files().getFirst().name());
    put("onnx/model_b.onnx", "another");
    ModelUnavailable refused =
        assertThrows(ModelUnavailable.class, () -> registry.addFolder(folder));
    assertTrue(refused.report().why().contains("model_b.onnx"), refused.report().why());
  }
}
