package io.semascope.ui.shell;

import io.semascope.ui.corpus.FileChoice;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// Asks with the dialogs of the system.
final class StageFileChoice implements FileChoice {
  private final Stage owner;

  StageFileChoice(Stage owner) {
    this.owner = owner;
  }

  @Override
  public List<Path> texts() {
    List<File> files =
        chooser("Import texts", List.of(".txt", ".md", ".csv", ".tsv", ".jsonl"))
            .showOpenMultipleDialog(owner);
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> existing(String title, List<String> endings) {
    return Optional.ofNullable(chooser(title, endings).showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> target(String title, String suggestedName, List<String> endings) {
    FileChooser chooser = chooser(title, endings);
    chooser.setInitialFileName(suggestedName);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  private static FileChooser chooser(String title, List<String> endings) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                String.join(" ", endings), endings.stream().map(end -> "*" + end).toList()));
    return chooser;
  }
}
