package io.semascope.ui.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks a person for files. Behind an interface because not every platform has such a dialog.
public interface FileChoice {
  /// Existing texts or tables; empty when the person gave up.
  List<Path> texts();

  Optional<Path> folder(String title);

  /// An existing file with one of these endings (`.npy`).
  Optional<Path> existing(String title, List<String> endings);

  /// A file to write, with one of these endings.
  Optional<Path> target(String title, String suggestedName, List<String> endings);
}
