package io.semascope.model.registry;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.semascope.model.ModelFileDamaged;
import io.semascope.problem.ParseRefusal;
import io.semascope.problem.ProblemReport;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One JSON object read strictly: a missing, unknown or wrongly typed field is an error that names the file and the field.
final class JsonFields {
  private final String source;
  private final JsonObject object;
  private final Set<String> read = new HashSet<>();

  private JsonFields(String source, JsonObject object) {
    this.source = source;
    this.object = object;
  }

  /// Parses a whole document. Throws `ModelFileDamaged` when it is not one JSON value.
  ///
  /// @param source the file's name, for people
  static JsonElement parse(String source, String json) {
    try (JsonReader reader = new JsonReader(new StringReader(json))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement element = JsonParser.parseReader(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw damaged(source, "Something follows after the first value of " + source + ".", null);
      }
      return element;
    } catch (JsonParseException | IOException | StackOverflowError e) {
      throw damaged(source, ParseRefusal.of(source, "a JSON file", e), e);
    }
  }

  private static ModelFileDamaged damaged(String source, String why, @Nullable Throwable cause) {
    return new ModelFileDamaged(
        new ProblemReport(
            "The file " + source + " is not sound JSON.", why, "Mend the file or get it again."),
        cause);
  }

  static JsonFields of(String source, JsonElement element) {
    if (element instanceof JsonObject object) {
      return new JsonFields(source, object);
    }
    throw ModelProblems.damaged(
        "The file " + source + " cannot be used.",
        "A JSON object was expected, not " + shortened(element) + ".",
        "Mend the file or get it again.");
  }

  /// The objects of a list that is a whole document.
  static List<JsonFields> list(String source, JsonElement element) {
    List<JsonFields> objects = new ArrayList<>();
    if (!(element instanceof JsonArray array)) {
      throw ModelProblems.damaged(
          "The file " + source + " cannot be used.",
          "A JSON list was expected, not " + shortened(element) + ".",
          "Mend the file or get it again.");
    }
    for (JsonElement item : array) {
      objects.add(of(source, item));
    }
    return objects;
  }

  String source() {
    return source;
  }

  ModelFileDamaged wrong(String field, String why) {
    return ModelProblems.damaged(
        "The file " + source + " cannot be used.",
        "Its field “" + field + "” " + why + ".",
        "Mend the field or get the file again.");
  }

  /// Whether the field is there and not null.
  boolean has(String field) {
    JsonElement element = object.get(field);
    return element != null && !element.isJsonNull();
  }

  JsonElement element(String field) {
    read.add(field);
    JsonElement element = object.get(field);
    if (element == null || element.isJsonNull()) {
      throw wrong(field, "is missing");
    }
    return element;
  }

  String text(String field) {
    JsonElement element = element(field);
    if (element instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw wrong(field, "is not a text but " + shortened(element));
  }

  boolean flag(String field) {
    JsonElement element = element(field);
    if (element instanceof JsonPrimitive primitive && primitive.isBoolean()) {
      return primitive.getAsBoolean();
    }
    throw wrong(field, "is neither true nor false but " + shortened(element));
  }

  /// A whole number in `least..most`.
  long number(String field, long least, long most) {
    return number(field, element(field), least, most);
  }

  private long number(String field, JsonElement element, long least, long most) {
    Optional<Long> value = Optional.empty();
    if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
      BigDecimal decimal = primitive.getAsBigDecimal();
      if (decimal.precision() - decimal.scale() < 19 && decimal.stripTrailingZeros().scale() <= 0) {
        value = Optional.of(decimal.longValueExact());
      }
    }
    return value
        .filter(found -> found >= least && found <= most)
        .orElseThrow(
            () ->
                wrong(
                    field,
                    "is not a whole number from "
                        + least
                        + " to "
                        + most
                        + " but "
                        + shortened(element)));
  }

  <E extends Enum<E>> E oneOf(String field, Class<E> type) {
    String name = text(field);
    for (E constant : List.of(type.getEnumConstants())) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw wrong(field, "is “" + name + "”, not one of " + List.of(type.getEnumConstants()));
  }

  private JsonArray array(String field) {
    JsonElement element = element(field);
    if (element instanceof JsonArray array) {
      return array;
    }
    throw wrong(field, "is not a list but " + shortened(element));
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonElement element : array(field)) {
      if (!(element instanceof JsonPrimitive primitive && primitive.isString())) {
        throw wrong(field, "holds " + shortened(element) + " where a text belongs");
      }
      texts.add(primitive.getAsString());
    }
    return texts;
  }

  List<Integer> numbers(String field, int least, int most) {
    List<Integer> numbers = new ArrayList<>();
    for (JsonElement element : array(field)) {
      numbers.add((int) number(field, element, least, most));
    }
    return numbers;
  }

  List<JsonFields> objects(String field) {
    List<JsonFields> objects = new ArrayList<>();
    for (JsonElement element : array(field)) {
      objects.add(of(source, element));
    }
    return objects;
  }

  JsonFields object(String field) {
    return of(source, element(field));
  }

  List<String> names() {
    return List.copyOf(object.keySet());
  }

  /// Throws `ModelFileDamaged` when the object has a field nobody asked for.
  void requireNothingElse() {
    for (String name : object.keySet()) {
      if (!read.contains(name)) {
        throw wrong(name, "is not known to this version");
      }
    }
  }

  private static String shortened(JsonElement element) {
    String text = element.toString();
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
