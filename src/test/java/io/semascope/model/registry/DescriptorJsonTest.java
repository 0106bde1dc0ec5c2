package io.semascope.model.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFileDamaged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptorJsonTest {
  private static String sound() throws IOException {
    return Files.readString(
        Path.of(System.getProperty("semascope.basedir"), "models", "bge-small-en-v1.5-q.json"));
  }

  @Test
  void readsWhatItWrites() throws IOException {
    ModelDescriptor descriptor = DescriptorJson.read("x", sound());
    assertEquals(descriptor, DescriptorJson.read("x", DescriptorJson.write(descriptor)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"dimension\": 384| |dimension",
        "\"dimension\": 384|\"dimension\": 384.5|dimension",
        "\"dimension\": 384|\"dimension\": \"384\"|dimension",
        "\"dimension\": 384|\"dimension\": 1e99|dimension",
        "\"dimension\": 384|\"dimension\": 384, \"colour\": 1|colour",
        "\"CLS\"|\"MEDIAN\"|pooling",
        "\"CLS\"|\"NONE\"|pooling",
        "\"normalised\": true|\"normalised\": \"yes\"|normalised",
        "\"query\"|\"qwery\"|qwery",
        "\"matryoshkaSizes\": []|\"matryoshkaSizes\": [384]|matryoshkaSizes",
        "\"model.onnx\"|\"../model.onnx\"|name",
        "\"model.onnx\"|\"/etc/model.onnx\"|name",
        "\"model.onnx\"|\"tokenizer.json\"|files",
        "\"graph\"|\"tokenizer\"|files",
        "\"sha256\": \"6c9c|\"sha256\": \"XX9c|sha256",
        "34014426|0|sha256",
        "classpath:/bge|http://example.org/bge|mirrors",
        "\"minimumRuntime\": \"\"|\"minimumRuntime\": \"new\"|minimumRuntime",
        "\"id\": \"|\"id\": \"../|id"
      })
  void refusesWhatIsMissingUnknownOrWrong(String old, String replacement, String field)
      throws IOException {
    String replaced = replacement == null ? "" : replacement;
    String json = sound().replaceFirst(java.util.regex.Pattern.quote(old), replaced);
    if (replaced.isEmpty()) {
      json = json.replaceFirst("(?m)^\\s*,\\s*$", "");
    }
    String changed = json;
    ModelFileDamaged refused =
        assertThrows(ModelFileDamaged.class, () -> DescriptorJson.read("bge.json", changed));
    assertTrue(refused.report().what().contains("bge.json"), refused.report().what());
    assertTrue(refused.report().why().contains("“" + field + "”"), refused.report().why());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "[]", "{", "{} {}", "null", "{a: 1}", "NaN"})
  void refusesWhatIsNoObject(String json) {
    assertThrows(ModelFileDamaged.class, () -> DescriptorJson.read("x", json));
  }
}
