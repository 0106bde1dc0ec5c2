package io.semascope.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.semascope.cli.refusal.ArgumentRefused;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelEntry;
import io.semascope.model.ModelFile;
import io.semascope.problem.ProblemReport;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `semascope models`: which models there are, and how to get more.
@Command(
    name = "models",
    description = "List models, show one, fetch its weights, or add a folder.",
    synopsisSubcommandLabel = "(list | show | fetch | add)")
final class ModelsCommand implements Runnable {
  @Option(names = "--help", usageHelp = true, description = "Show this help.")
  boolean help;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  static CommandLine build(Desk desk) {
    return new CommandLine(new ModelsCommand())
        .addSubcommand("list", new ListModels(desk))
        .addSubcommand("show", new ShowModel(desk))
        .addSubcommand("fetch", new FetchModel(desk))
        .addSubcommand("add", new AddModel(desk));
  }

  @Override
  public void run() {
    throw ArgumentRefused.because(
        spec, "It was not said what to do with models.", "Name one of list, show, fetch, add");
  }

  @Command(name = "list", description = "List every known model.")
  private static final class ListModels extends SessionCommand {
    ListModels(Desk desk) {
      super(desk);
    }

    @Override
    Answer answer(Session session) {
      JsonArray models = new JsonArray();
      List<List<String>> rows = new ArrayList<>();
      for (ModelEntry entry : session.modelEntries()) {
        models.add(json(entry));
        ModelDescriptor descriptor = entry.descriptor();
        rows.add(
            List.of(
                descriptor.id(),
                String.valueOf(descriptor.dimension()),
                String.valueOf(descriptor.maxTokens()),
                word(descriptor.pooling()),
                descriptor.licence(),
                word(entry.availability())));
      }
      JsonObject json = new JsonObject();
      json.add("models", models);
      return new Answer(
          json,
          List.of(),
          List.of("id", "dimension", "max tokens", "pooling", "licence", "availability"),
          rows,
          session.unreadableModels(),
          Set.of("max tokens"));
    }
  }

  @Command(name = "show", description = "Show everything known about a model.")
  private static final class ShowModel extends SessionCommand {
    @Parameters(paramLabel = "ID", description = "The model.")
    private String id = "";

    ShowModel(Desk desk) {
      super(desk);
    }

    @Override
    Answer answer(Session session) {
      return describe(session.modelEntry(id), "");
    }
  }

  @Command(
      name = "fetch",
      description =
          "Fetch a model's weights over HTTPS and check their SHA-256. Run again after a stop, it"
              + " goes on where it was.")
  private static final class FetchModel extends SessionCommand {
    @Parameters(paramLabel = "ID", description = "The model.")
    private String id = "";

    @Option(
        names = "--accept-licence",
        description = "You have read and accept the licence of weights that ask for it.")
    private boolean consent;

    FetchModel(Desk desk) {
      super(desk);
    }

    @Override
    ProblemReport stopped(SessionState last) {
      return stoppedKeeping("fetched");
    }

    @Override
    Answer answer(Session session) {
      return describe(await(session.fetchModel(id, consent)), "Fetched and verified.");
    }
  }

  @Command(name = "add", description = "Add a sentence-transformers style folder.")
  private static final class AddModel extends SessionCommand {
    @Parameters(
        paramLabel = "FOLDER",
        description = "The folder with tokenizer.json and the graph.")
    private Path folder = Path.of("");

    AddModel(Desk desk) {
      super(desk);
    }

    @Override
    Answer answer(Session session) {
      return describe(await(session.addModelFolder(folder)), "Added.");
    }
  }

  private static Answer describe(ModelEntry entry, String headline) {
    ModelDescriptor model = entry.descriptor();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("id", model.id()));
    rows.add(List.of("title", model.title()));
    rows.add(List.of("licence", model.licence()));
    rows.add(List.of("availability", availability(entry)));
    rows.add(List.of("dimension", String.valueOf(model.dimension())));
    rows.add(
        List.of(
            "smaller sizes",
            model.matryoshkaSizes().isEmpty() ? "–" : model.matryoshkaSizes().toString()));
    rows.add(List.of("longest text", Answers.counted(model.maxTokens(), "token")));
    rows.add(
        List.of(
            "pooling", word(model.pooling()) + (model.normalised() ? ", scaled to length 1" : "")));
    model
        .prompts()
        .forEach(
            (purpose, prompt) ->
                rows.add(List.of("prompt for a " + word(purpose), "“" + prompt + "”")));
    for (ModelFile file : model.files()) {
      rows.add(
          List.of(
              file.role(),
              file.name()
                  + (file.bytes() > 0
                      ? String.format(Locale.ROOT, " (%,d bytes)", file.bytes())
                      : "")));
    }
    return new Answer(
        json(entry),
        headline.isEmpty() ? List.of() : List.of(headline),
        Answer.FACTS,
        rows,
        model.cautions());
  }

  /// With the place where that says more.
  private static String availability(ModelEntry entry) {
    String word = word(entry.availability());
    return word.equals(entry.location()) ? word : word + " (" + entry.location() + ")";
  }

  private static JsonObject json(ModelEntry entry) {
    ModelDescriptor model = entry.descriptor();
    JsonObject json = new JsonObject();
    json.addProperty("id", model.id());
    json.addProperty("title", model.title());
    json.addProperty("licence", model.licence());
    json.addProperty("availability", word(entry.availability()));
    json.addProperty("location", entry.location());
    json.addProperty("kind", word(model.kind()));
    json.addProperty("dimension", model.dimension());
    json.addProperty("maxTokens", model.maxTokens());
    json.addProperty("pooling", word(model.pooling()));
    json.addProperty("normalised", model.normalised());
    JsonObject prompts = new JsonObject();
    model.prompts().forEach((purpose, prompt) -> prompts.addProperty(word(purpose), prompt));
    json.add("prompts", prompts);
    JsonArray sizes = new JsonArray();
    model.matryoshkaSizes().forEach(sizes::add);
    json.add("matryoshkaSizes", sizes);
    json.add("cautions", Answers.strings(model.cautions()));
    return json;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
