package io.semascope.ui.shell;

import io.semascope.ui.corpus.FileChoice;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A person who answers every question for a file with the next of some.
final class GivenFiles implements FileChoice {
  private final Deque<Path> files;

  GivenFiles(List<Path> files) {
    this.files = new ArrayDeque<>(files);
  }

  @Override
  public List<Path> texts() {
    return List.copyOf(files);
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.ofNullable(files.poll());
  }

  @Override
  public Optional<Path> existing(String title, List<String> endings) {
    return Optional.ofNullable(files.poll());
  }

  @Override
  public Optional<Path> target(String title, String suggestedName, List<String> endings) {
    return Optional.ofNullable(files.poll());
  }
}
