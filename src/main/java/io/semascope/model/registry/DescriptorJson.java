package io.semascope.model.registry;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFile;
import io.semascope.model.Pooling;
import io.semascope.model.Purpose;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads and writes a `ModelDescriptor` as the JSON of `models/<id>.json`.
final class DescriptorJson {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
  private static final Pattern FILE_NAME =
      Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*");
  private static final Pattern SHA256 = Pattern.compile("([0-9a-f]{64})?");
  private static final Pattern VERSION = Pattern.compile("([0-9]{1,4}(\\.[0-9]{1,4}){1,2})?");
  private static final List<String> ROLES = List.of("graph", "graph-data", "tokenizer");
  private static final int MAX_DIMENSION = 65_536;
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private DescriptorJson() {}

  /// Throws `ModelFileDamaged` for anything but a complete, consistent descriptor.
  ///
  /// @param source the file's name, for people
  static ModelDescriptor read(String source, String json) {
    return read(JsonFields.of(source, JsonFields.parse(source, json)));
  }

  static ModelDescriptor read(JsonFields fields) {
    String id = fields.text("id");
    if (!ID.matcher(id).matches()) {
      throw fields.wrong(
          "id", "is “" + id + "”; lower-case letters, digits, dots and dashes make an id");
    }
    ModelDescriptor descriptor =
        new ModelDescriptor(
            id,
            fields.text("title"),
            fields.text("licence"),
            fields.oneOf("kind", ModelDescriptor.Kind.class),
            (int) fields.number("dimension", 1, MAX_DIMENSION),
            (int) fields.number("maxTokens", 2, 1 << 20),
            fields.oneOf("pooling", Pooling.class),
            fields.flag("normalised"),
            fields.text("output"),
            prompts(fields.object("prompts")),
            fields.numbers("matryoshkaSizes", 1, MAX_DIMENSION),
            fields.flag("oneTextPerCall"),
            fields.text("requiresConsent"),
            fields.text("minimumRuntime"),
            fields.texts("cautions"),
            files(fields));
    fields.requireNothingElse();
    requireConsistent(fields, descriptor);
    return descriptor;
  }

  private static Map<Purpose, String> prompts(JsonFields fields) {
    Map<Purpose, String> prompts = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      String name = purpose.name().toLowerCase(Locale.ROOT);
      if (fields.has(name)) {
        prompts.put(purpose, fields.text(name));
      }
    }
    fields.requireNothingElse();
    return prompts;
  }

  private static List<ModelFile> files(JsonFields parent) {
    List<ModelFile> files = new ArrayList<>();
    for (JsonFields fields : parent.objects("files")) {
      ModelFile file =
          new ModelFile(
              fields.text("role"),
              fields.text("name"),
              fields.number("bytes", 0, Long.MAX_VALUE),
              fields.text("sha256"),
              fields.texts("mirrors"));
      fields.requireNothingElse();
      if (!ROLES.contains(file.role())) {
        throw fields.wrong("role", "is “" + file.role() + "”, not one of " + ROLES);
      }
      if (!isFileName(file.name())) {
        throw fields.wrong(
            "name", "is “" + file.name() + "”, which is no path inside the model's folder");
      }
      if (!SHA256.matcher(file.sha256()).matches()) {
        throw fields.wrong("sha256", "is not 64 lower-case hexadecimal digits");
      }
      if (file.sha256().isEmpty() != (file.bytes() == 0)) {
        throw fields.wrong("sha256", "and “bytes” must both be known or both be left empty (0)");
      }
      for (String mirror : file.mirrors()) {
        if (Mirror.parse(mirror).isEmpty()) {
          throw fields.wrong(
              "mirrors", "holds “" + mirror + "”, which is neither https nor classpath");
        }
      }
      files.add(file);
    }
    return files;
  }

  /// Whether a name is a plain path inside a folder.
  static boolean isFileName(String name) {
    return FILE_NAME.matcher(name).matches();
  }

  private static void requireConsistent(JsonFields fields, ModelDescriptor descriptor) {
    boolean embedsTexts = descriptor.kind() == ModelDescriptor.Kind.TEXT_EMBEDDING;
    if (embedsTexts && descriptor.pooling() == Pooling.NONE) {
      throw fields.wrong("pooling", "is NONE, which gives no vector for a text");
    }
    if (!VERSION.matcher(descriptor.minimumRuntime()).matches()) {
      throw fields.wrong("minimumRuntime", "is “" + descriptor.minimumRuntime() + "”, no version");
    }
    int larger = descriptor.dimension();
    for (int size : descriptor.matryoshkaSizes()) {
      if (size >= larger) {
        throw fields.wrong("matryoshkaSizes", "does not fall from below " + descriptor.dimension());
      }
      larger = size;
    }
    for (String role : List.of("graph", "tokenizer")) {
      long count = descriptor.files().stream().filter(file -> file.role().equals(role)).count();
      if (count == 0 || (embedsTexts && count > 1)) {
        throw fields.wrong("files", "holds " + count + " files of the role " + role);
      }
    }
    long names = descriptor.files().stream().map(ModelFile::name).distinct().count();
    if (names != descriptor.files().size()) {
      throw fields.wrong("files", "holds two files of one name");
    }
  }

  /// The same descriptor with other files.
  static ModelDescriptor withFiles(ModelDescriptor descriptor, List<ModelFile> files) {
    return new ModelDescriptor(
        descriptor.id(),
        descriptor.title(),
        descriptor.licence(),
        descriptor.kind(),
        descriptor.dimension(),
        descriptor.maxTokens(),
        descriptor.pooling(),
        descriptor.normalised(),
        descriptor.output(),
        descriptor.prompts(),
        descriptor.matryoshkaSizes(),
        descriptor.oneTextPerCall(),
        descriptor.requiresConsent(),
        descriptor.minimumRuntime(),
        descriptor.cautions(),
        files);
  }

  /// The JSON `read` takes.
  static String write(ModelDescriptor descriptor) {
    return GSON.toJson(tree(descriptor)) + "\n";
  }

  private static Map<String, Object> tree(ModelDescriptor descriptor) {
    Map<String, String> prompts = new LinkedHashMap<>();
    for (Purpose purpose : Purpose.values()) {
      String prompt = descriptor.prompts().get(purpose);
      if (prompt != null) {
        prompts.put(purpose.name().toLowerCase(Locale.ROOT), prompt);
      }
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", descriptor.id());
    tree.put("title", descriptor.title());
    tree.put("licence", descriptor.licence());
    tree.put("kind", descriptor.kind());
    tree.put("dimension", descriptor.dimension());
    tree.put("maxTokens", descriptor.maxTokens());
    tree.put("pooling", descriptor.pooling());
    tree.put("normalised", descriptor.normalised());
    tree.put("output", descriptor.output());
    tree.put("prompts", prompts);
    tree.put("matryoshkaSizes", descriptor.matryoshkaSizes());
    tree.put("oneTextPerCall", descriptor.oneTextPerCall());
    tree.put("requiresConsent", descriptor.requiresConsent());
    tree.put("minimumRuntime", descriptor.minimumRuntime());
    tree.put("cautions", descriptor.cautions());
    tree.put("files", descriptor.files().stream().map(DescriptorJson::tree).toList());
    return tree;
  }

  private static Map<String, Object> tree(ModelFile file) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("role", file.role());
    tree.put("name", file.name());
    tree.put("bytes", file.bytes());
    tree.put("sha256", file.sha256());
    tree.put("mirrors", file.mirrors());
    return tree;
  }
}
