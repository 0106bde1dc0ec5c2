package io.semascope.ui.shell;

import io.semascope.ui.corpus.FileChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where nobody can be asked: every dialog is given up at once.
final class NoFileChoice implements FileChoice {
  @Override
  public List<Path> texts() {
    return List.of();
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> existing(String title, List<String> endings) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> target(String title, String suggestedName, List<String> endings) {
    return Optional.empty();
  }
}
