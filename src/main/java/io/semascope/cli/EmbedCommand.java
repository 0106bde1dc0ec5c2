package io.semascope.cli;

import io.semascope.problem.ProblemReport;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.text.Granularity;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `semascope embed`: another space over the same documents.
@Command(
    name = "embed",
    description =
        "Embed the documents of a workspace with another model or at another granularity. Spaces"
            + " that are there stay.")
final class EmbedCommand extends SessionCommand {
  @Option(
      names = {"-w", "--workspace"},
      required = true,
      paramLabel = "FILE",
      description = "The workspace file.")
  private Path workspace = Path.of("");

  @Mixin private EmbeddingOptions embedding = new EmbeddingOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  EmbedCommand(Desk desk) {
    super(desk);
  }

  @Override
  ProblemReport stopped(SessionState last) {
    return stoppedStoring(workspace, last);
  }

  @Override
  Answer answer(Session session) {
    Granularity granularity = embedding.granularity(spec);
    open(session, workspace);
    return Answers.ofImport(await(session.embed(embedding.choice(), granularity)));
  }
}
