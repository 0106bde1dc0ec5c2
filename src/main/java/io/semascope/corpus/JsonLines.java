package io.semascope.corpus;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Reads JSON Lines: one object a line, blank lines between them allowed.
final class JsonLines implements AutoCloseable {
  private final String source;
  private final StrictText text;

  /// Takes over `text` and closes it.
  JsonLines(StrictText text, String source) {
    this.text = text;
    this.source = source;
  }

  /// The next object. Throws `CorpusUnreadable` with the line for anything else.
  Optional<Row> nextRow() {
    Optional<String> line = text.nextLine();
    while (line.isPresent() && line.get().isBlank()) {
      line = text.nextLine();
    }
    return line.map(this::parse);
  }

  @Override
  public void close() {
    text.close();
  }

  private Row parse(String line) {
    long number = text.line();
    try (JsonReader json = new JsonReader(new StringReader(line))) {
      json.setStrictness(Strictness.STRICT);
      JsonElement element = JsonParser.parseReader(json);
      if (!element.isJsonObject()) {
        throw refusal(number, "it holds no object but " + kind(element));
      }
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw refusal(number, "more follows after the object");
      }
      return new Row(source, number, element.getAsJsonObject());
    } catch (JsonParseException | IOException e) {
      throw new CorpusUnreadable(refusal(number, "it is not valid JSON").report(), e);
    }
  }

  private CorpusUnreadable refusal(long line, String fault) {
    return refusal(source, line, fault);
  }

  private static CorpusUnreadable refusal(String source, long line, String fault) {
    return CorpusUnreadable.of(
        source,
        "JSON Lines has one object a line, but line %,d does not fit: %s.".formatted(line, fault),
        "Mend this line, or save the file as one object a line.");
  }

  private static String kind(JsonElement element) {
    return element.isJsonArray() ? "an array" : element.isJsonNull() ? "null" : "a single value";
  }

  /// @param line where it stands in the file, from 1
  record Row(String source, long line, JsonObject object) {
    List<String> keys() {
      return List.copyOf(object.keySet());
    }

    /// The value as it is shown before anything is chosen.
    String shown(String key) {
      JsonElement element = object.get(key);
      boolean text = element != null && element.isJsonPrimitive();
      return text ? element.getAsString() : element == null ? "" : element.toString();
    }

    /// The value as text: empty when it is missing or null, values of an array joined by commas. Throws `CorpusUnreadable` for an object.
    String value(String key) {
      JsonElement element = object.get(key);
      if (element == null || element.isJsonNull()) {
        return "";
      }
      if (element.isJsonPrimitive()) {
        return element.getAsString();
      }
      if (element.isJsonArray()
          && StreamSupport.stream(element.getAsJsonArray().spliterator(), false)
              .allMatch(JsonElement::isJsonPrimitive)) {
        return String.join(
            ", ",
            element.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList());
      }
      throw refusal(source, line, "“" + key + "” is no text but a nested value");
    }
  }
}
