package io.semascope.cli;

import io.semascope.cli.refusal.ArgumentRefused;
import io.semascope.cli.refusal.MayBeEmpty;
import io.semascope.corpus.ReadOptions;
import io.semascope.job.JobCancelled;
import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemReport;
import io.semascope.session.ImportRequest;
import io.semascope.session.ModelChoice;
import io.semascope.session.Session;
import io.semascope.session.SessionProblem;
import io.semascope.session.SessionState;
import io.semascope.session.WorkspaceInfo;
import io.semascope.text.Granularity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `semascope import`: texts, or vectors of another tool, into a workspace.
@Command(
    name = "import",
    description =
        "Read texts into a workspace (made when it is not there) and embed them. Run again after a"
            + " stop, it goes on where it was; --vectors are read anew.")
final class ImportCommand extends SessionCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "INPUT",
      description = "Files (.txt .md .csv .tsv .jsonl) or folders.")
  private List<Path> inputs = List.of();

  @Option(
      names = {"-w", "--workspace"},
      required = true,
      paramLabel = "FILE",
      description = "The workspace file.")
  private Path workspace = Path.of("");

  @Option(names = "--text-column", paramLabel = "C", description = "Column with the text.")
  @MayBeEmpty
  private Optional<String> textColumn = Optional.empty();

  @Option(names = "--id-column", paramLabel = "C", description = "Column with a unique id.")
  @MayBeEmpty
  private Optional<String> idColumn = Optional.empty();

  @Option(names = "--label-column", paramLabel = "C", description = "Column with a short name.")
  @MayBeEmpty
  private Optional<String> labelColumn = Optional.empty();

  @Option(
      names = "--category-column",
      paramLabel = "C",
      description = "Column with the group to colour by.")
  @MayBeEmpty
  private Optional<String> categoryColumn = Optional.empty();

  @Option(names = "--one-per-line", description = "Each line of a .txt or .md file is a document.")
  private boolean onePerLine;

  @Option(
      names = "--vectors",
      paramLabel = "IN.npy",
      description = "Take these vectors instead of a model; needs --units.")
  private Optional<Path> vectors = Optional.empty();

  @Option(
      names = "--units",
      paramLabel = "IN.tsv",
      description = "The texts of --vectors, in the same order, with a header id, text.")
  private Optional<Path> units = Optional.empty();

  @Mixin private EmbeddingOptions embedding = new EmbeddingOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  ImportCommand(Desk desk) {
    super(desk);
  }

  @Override
  ProblemReport stopped(SessionState last) {
    return vectors.isPresent()
        ? stopped(
            "What was stored in " + workspace + " by then is kept.",
            "Run the same command again: it reads the vectors and their units anew.")
        : stoppedStoring(workspace, last);
  }

  @Override
  Answer answer(Session session) {
    if (vectors.isPresent() != units.isPresent()) {
      throw ArgumentRefused.because(
          spec,
          vectors.isPresent()
              ? "--vectors was given without --units."
              : "--units was given without --vectors.",
          "Give both: each vector needs its text");
    }
    if (vectors.isPresent() != inputs.isEmpty()) {
      throw ArgumentRefused.because(
          spec,
          vectors.isPresent()
              ? "Both texts to read and --vectors were given."
              : "Nothing to import was named.",
          "Name files or folders with texts, or --vectors with --units");
    }
    requireFolder();
    ModelChoice model = embedding.choice();
    Granularity granularity = embedding.granularity(spec);
    if (vectors.isEmpty()) {
      session.modelEntry(model.modelId());
    }
    boolean isNew = Files.notExists(workspace);
    await(session.openOrCreateWorkspace(workspace));
    try {
      return vectors.isPresent()
          ? Answers.ofVectors(await(session.importVectors(vectors.get(), units.orElseThrow())))
          : Answers.ofImport(
              await(
                  session.importCorpus(
                      new ImportRequest(inputs, readOptions(), model, granularity))));
    } catch (JobCancelled stopped) {
      throw stopped;
    } catch (ProblemException e) {
      if (isNew) {
        removeIfEmpty(session);
      }
      throw e;
    }
  }

  /// A new file goes into a folder that is there, as with every other command: what is mistyped should not become one.
  private void requireFolder() {
    Path folder = workspace.getParent();
    if (folder != null && Files.notExists(folder)) {
      throw SessionProblem.noFolder(workspace, folder);
    }
  }

  /// A mistyped file name should not leave a workspace behind that holds nothing. The file itself is asked: whatever was stored stays.
  private void removeIfEmpty(Session session) {
    WorkspaceInfo info = await(session.info());
    if (info.documents() == 0 && info.spaces().isEmpty()) {
      session.close();
      try {
        Files.deleteIfExists(workspace);
      } catch (IOException stays) {
        // The problem of the import says more than an empty file that stays.
      }
    }
  }

  private ReadOptions readOptions() {
    ReadOptions.Columns columns =
        new ReadOptions.Columns(textColumn, idColumn, labelColumn, categoryColumn);
    ReadOptions options = ReadOptions.standard().withColumns(columns);
    return onePerLine ? options.withSplit(ReadOptions.Split.DOCUMENT_PER_LINE) : options;
  }
}
