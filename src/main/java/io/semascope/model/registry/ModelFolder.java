package io.semascope.model.registry;

import com.google.gson.JsonElement;
import io.semascope.job.Cancellation;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFile;
import io.semascope.model.ModelFileDamaged;
import io.semascope.model.ModelUnavailable;
import io.semascope.model.Pooling;
import io.semascope.model.Purpose;
import io.semascope.problem.ProblemReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a model folder in the layout of sentence-transformers and Hugging Face. What the folder does not say is an error that names the file or
/// field, never a guess. The padding side is not read: texts are padded on the right and the attention mask says so.
final class ModelFolder {
  private static final List<String> GRAPH_FOLDERS = List.of("onnx", "");

  /// As the serialised normalizers of the tokenizers library have it.
  private static final Pattern LOWER_CASE =
      Pattern.compile("\"lowercase\":true|\"type\":\"Lowercase\"");

  private static final String TRANSFORMER = "Transformer";
  private static final String POOLING = "Pooling";
  private static final String NORMALIZE = "Normalize";

  /// `tokenizer_config.json` writes 1e30 for “no limit”.
  private static final long MOST_TOKENS = 1 << 20;

  private final Path folder;

  /// @param folder absolute
  ModelFolder(Path folder) {
    this.folder = folder;
  }

  /// Throws `ModelUnavailable` when the folder is incomplete or asks for something that is not done here.
  ///
  /// @param takenIds ids of other models
  ModelDescriptor describe(List<String> takenIds) {
    if (!Files.isDirectory(folder)) {
      throw refused(
          Files.exists(folder) ? "It is a file" : "There is no such folder",
          "Name a folder that holds a model");
    }
    try {
      return described(takenIds);
    } catch (ModelFileDamaged e) {
      throw new ModelUnavailable(
          new ProblemReport(
              "The folder " + folder + " cannot be used as a model.",
              e.report().what() + " " + e.report().why(),
              e.report().remedy()),
          e);
    }
  }

  private ModelDescriptor described(List<String> takenIds) {
    Modules modules = modules();
    PoolingConfiguration pooling = pooling(modules.poolingFolder());
    Path graph = graph();
    List<ModelFile> files = files(graph);
    boolean dynamic = QuantisedGraph.isDynamic(graph);
    return new ModelDescriptor(
        freeId(takenIds),
        name(),
        licence(),
        ModelDescriptor.Kind.TEXT_EMBEDDING,
        pooling.dimension(),
        maxTokens(),
        pooling.pooling(),
        modules.normalised(),
        "",
        prompts(),
        List.of(),
        dynamic,
        "",
        "",
        cautions(dynamic),
        files);
  }

  private static List<String> cautions(boolean dynamic) {
    String own = "It comes from a folder of yours; its entry says what the folder says.";
    return dynamic
        ? List.of(
            own,
            "Its 8-bit arithmetic makes a vector depend on its batch, so texts run one by one.")
        : List.of(own);
  }

  /// @param poolingFolder where the pooling's own configuration lies, inside the folder
  private record Modules(String poolingFolder, boolean normalised) {}

  private Modules modules() {
    String pooling = "";
    boolean normalised = false;
    for (JsonFields module :
        JsonFields.list(source("modules.json"), requiredElement("modules.json"))) {
      String type = module.text("type");
      String name = type.substring(type.lastIndexOf('.') + 1);
      switch (name) {
        case TRANSFORMER -> {}
        case POOLING -> pooling = module.text("path");
        case NORMALIZE -> normalised = true;
        default ->
            throw refused(
                "modules.json asks for the module “" + type + "”, which is not done here",
                "Export the model so that its graph does this, or choose another");
      }
    }
    if (pooling.isEmpty()) {
      throw refused(
          "modules.json names no module of the type Pooling",
          "Add the pooling module and its config.json");
    }
    return new Modules(pooling, normalised);
  }

  private record PoolingConfiguration(Pooling pooling, int dimension) {}

  private PoolingConfiguration pooling(String subfolder) {
    JsonFields fields = required(subfolder + "/config.json");
    if (fields.has("include_prompt") && !fields.flag("include_prompt")) {
      throw refused(
          fields.source() + " leaves the prompt out of the pooling, which is not done here",
          "Choose another model");
    }
    int dimension = (int) fields.number("word_embedding_dimension", 1, 1 << 16);
    return new PoolingConfiguration(poolingMode(fields), dimension);
  }

  private Pooling poolingMode(JsonFields fields) {
    List<String> modes = new ArrayList<>();
    for (String name : fields.names()) {
      if (name.startsWith("pooling_mode_") && fields.flag(name)) {
        modes.add(name.substring("pooling_mode_".length()));
      }
    }
    if (fields.has("pooling_mode")) {
      modes.add(fields.text("pooling_mode"));
    }
    String mode = modes.size() == 1 ? modes.getFirst() : "";
    return switch (mode) {
      case "mean_tokens", "mean" -> Pooling.MEAN;
      case "cls_token", "cls" -> Pooling.CLS;
      case "lasttoken" -> Pooling.LAST_TOKEN;
      default ->
          throw refused(
              fields.source()
                  + " asks for the pooling "
                  + modes
                  + "; mean, cls and lasttoken are done here",
              "Choose a model with one of these");
    };
  }

  private int maxTokens() {
    Optional<JsonFields> sentence = optional("sentence_bert_config.json");
    sentence.ifPresent(this::requireSameCase);
    if (sentence.isPresent() && sentence.get().has("max_seq_length")) {
      return (int) sentence.get().number("max_seq_length", 2, MOST_TOKENS);
    }
    Optional<JsonFields> tokenizer = optional("tokenizer_config.json");
    if (tokenizer.isPresent() && tokenizer.get().has("model_max_length")) {
      double limit = tokenizer.get().element("model_max_length").getAsDouble();
      if (limit >= 2 && limit <= MOST_TOKENS) {
        return (int) limit;
      }
    }
    throw refused(
        "Neither sentence_bert_config.json (max_seq_length) nor tokenizer_config.json"
            + " (model_max_length) says how many tokens the model takes",
        "Add one of these fields");
  }

  /// Lower-casing is the tokenizer's business here; a folder that asks for it beside a tokenizer that keeps case would get other vectors silently.
  private void requireSameCase(JsonFields sentence) {
    boolean lowerCase =
        sentence.has("do_lower_case") && sentence.element("do_lower_case").getAsBoolean();
    if (lowerCase && !LOWER_CASE.matcher(requiredElement("tokenizer.json").toString()).find()) {
      throw refused(
          "sentence_bert_config.json asks for lower case (do_lower_case), but tokenizer.json keeps"
              + " case",
          "Add a Lowercase normalizer to tokenizer.json");
    }
  }

  private Map<Purpose, String> prompts() {
    Map<Purpose, String> prompts = new EnumMap<>(Purpose.class);
    Optional<JsonFields> configuration = optional("config_sentence_transformers.json");
    if (configuration.isEmpty() || !configuration.get().has("prompts")) {
      return prompts;
    }
    JsonFields named = configuration.get().object("prompts");
    for (String name : List.of("document", "passage")) {
      if (named.has(name)) {
        prompts.putIfAbsent(Purpose.DOCUMENT, named.text(name));
      }
    }
    if (named.has("query")) {
      prompts.put(Purpose.QUERY, named.text("query"));
    }
    if (configuration.get().has("default_prompt_name")) {
      String fallback = named.text(configuration.get().text("default_prompt_name"));
      for (Purpose purpose : Purpose.values()) {
        prompts.putIfAbsent(purpose, fallback);
      }
    }
    prompts.values().removeIf(String::isEmpty);
    return prompts;
  }

  private Path graph() {
    List<Path> graphs = new ArrayList<>();
    for (String place : GRAPH_FOLDERS) {
      List<Path> found = list(folder.resolve(place), path -> path.toString().endsWith(".onnx"));
      for (Path path : found) {
        if (path.getFileName().toString().equals("model.onnx")) {
          return path;
        }
      }
      graphs.addAll(found);
    }
    if (graphs.size() == 1) {
      return graphs.getFirst();
    }
    throw refused(
        graphs.isEmpty()
            ? "It holds no onnx/model.onnx and no other .onnx file"
            : "It holds several graphs and none is called model.onnx: "
                + graphs.stream().map(folder::relativize).toList(),
        graphs.isEmpty()
            ? "Export the model to ONNX first"
            : "Keep one of them, or call it model.onnx");
  }

  /// The graph, weights kept beside it, and the tokenizer.
  private List<ModelFile> files(Path graph) {
    Path tokenizer = inside("tokenizer.json");
    if (!Files.isRegularFile(tokenizer)) {
      throw refused("The file tokenizer.json is missing", "Save the model with its fast tokenizer");
    }
    String name = graph.getFileName().toString();
    List<Path> data =
        list(
            graph.resolveSibling(""),
            path -> {
              String other = path.getFileName().toString();
              return other.startsWith(name + "_data") || other.equals(name + ".data");
            });
    List<ModelFile> files = new ArrayList<>();
    files.add(file("graph", graph));
    data.forEach(path -> files.add(file("graph-data", path)));
    files.add(file("tokenizer", tokenizer));
    return files;
  }

  private ModelFile file(String role, Path path) {
    String name = folder.relativize(path).toString().replace('\\', '/');
    if (!DescriptorJson.isFileName(name)) {
      throw refused(
          "The name of “" + name + "” holds more than letters, digits, dots and dashes",
          "Rename the file");
    }
    try {
      String sha256 = Sha256.of(path, Cancellation.never());
      return new ModelFile(role, name, Files.size(path), sha256, List.of());
    } catch (IOException e) {
      throw ModelProblems.unreadable(path, e);
    }
  }

  private static List<Path> list(Path place, Predicate<Path> wanted) {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(wanted).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw ModelProblems.unreadable(place, e);
    }
  }

  /// The `license` in the front matter of README.md.
  private String licence() {
    Path readme = folder.resolve("README.md");
    if (!Files.isRegularFile(readme)) {
      return "not stated";
    }
    try (Stream<String> lines = Files.lines(readme)) {
      return lines
          .limit(200)
          .filter(line -> line.startsWith("license:"))
          .map(line -> line.substring("license:".length()).strip())
          .findFirst()
          .orElse("not stated");
    } catch (IOException | java.io.UncheckedIOException e) {
      return "not stated";
    }
  }

  private String name() {
    Path name = folder.getFileName();
    return name == null ? "model" : name.toString();
  }

  private String freeId(List<String> taken) {
    String name =
        name()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.]+", "-")
            .replaceAll("\\.\\.+", ".")
            .replaceAll("^[-.]+|[-.]+$", "")
            // What was fetched is remembered under names of this ending.
            .replaceAll("\\.fetched$", "-fetched");
    String stem = name.isEmpty() ? "model" : name.substring(0, Math.min(80, name.length()));
    String id = stem;
    for (int number = 2; taken.contains(id); number++) {
      id = stem + "-" + number;
    }
    return id;
  }

  private JsonFields required(String name) {
    return JsonFields.of(source(name), requiredElement(name));
  }

  private JsonElement requiredElement(String name) {
    return element(name)
        .orElseThrow(
            () ->
                refused(
                    "The file " + name + " is missing",
                    "Save the model with sentence-transformers, or add the file"));
  }

  private Optional<JsonFields> optional(String name) {
    return element(name).map(element -> JsonFields.of(source(name), element));
  }

  private String source(String name) {
    return inside(name).toString();
  }

  private Optional<JsonElement> element(String name) {
    Path path = inside(name);
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonFields.parse(path.toString(), Files.readString(path)));
    } catch (IOException e) {
      throw ModelProblems.unreadable(path, e);
    }
  }

  /// A name from the folder's files is not trusted: it must stay inside.
  private Path inside(String name) {
    try {
      Path path = folder.resolve(name).normalize();
      if (path.startsWith(folder)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw ModelProblems.unusable(folder, "“" + name + "” can be no file name on this system.", e);
    }
    throw refused("“" + name + "” leads out of the folder", "Mend modules.json");
  }

  private ModelUnavailable refused(String why, String remedy) {
    return ModelProblems.unavailable(
        "The folder " + folder + " cannot be used as a model.", why + ".", remedy + ".");
  }
}
