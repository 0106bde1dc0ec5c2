package io.semascope.corpus;

import io.semascope.job.Cancellation;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Finds the files below a folder that can be read, sorted by path.
///
/// Symbolic links are never followed, so nothing outside the folder is read. What is left out is counted in the notes.
///
/// @param files of known kinds
/// @param notes one sentence for each kind of thing left out
record FolderListing(List<Path> files, List<String> notes) {
  private static final int MOST_FILES = 100_000;
  private static final int DEEPEST = 64;

  static FolderListing of(Path folder, Cancellation cancellation) {
    Visitor visitor = new Visitor(folder, cancellation);
    try {
      Files.walkFileTree(folder, Set.of(), DEEPEST, visitor);
    } catch (IOException e) {
      throw CorpusUnreadable.fromSystem(CorpusReader.name(folder), e);
    }
    visitor.known.sort(Comparator.comparing(file -> folder.relativize(file).toString()));
    return new FolderListing(List.copyOf(visitor.known), visitor.notes());
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final Cancellation cancellation;
    private final List<Path> known = new ArrayList<>();
    private final LeftOut unknown = new LeftOut();
    private final LeftOut hidden = new LeftOut();
    private final LeftOut links = new LeftOut();
    private final LeftOut closed = new LeftOut();

    Visitor(Path folder, Cancellation cancellation) {
      this.folder = folder;
      this.cancellation = cancellation;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      cancellation.check();
      if (!directory.equals(folder) && CorpusReader.name(directory).startsWith(".")) {
        hidden.add(folder, directory);
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      cancellation.check();
      if (attributes.isSymbolicLink()) {
        links.add(folder, file);
      } else if (CorpusReader.name(file).startsWith(".")) {
        hidden.add(folder, file);
      } else if (!attributes.isRegularFile()
          || CorpusReader.Kind.of(file) == CorpusReader.Kind.UNKNOWN) {
        unknown.add(folder, file);
      } else {
        known.add(file);
      }
      if (known.size() > MOST_FILES) {
        throw CorpusUnreadable.of(
            CorpusReader.name(folder),
            "The folder holds more than %,d files.".formatted(MOST_FILES),
            "Import its sub-folders one by one.");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
      if (file.equals(folder)) {
        throw cause;
      }
      closed.add(folder, file);
      return FileVisitResult.CONTINUE;
    }

    List<String> notes() {
      List<String> notes = new ArrayList<>();
      unknown.addTo(notes, "of unknown kinds that were left out");
      hidden.addTo(notes, "that are hidden and were left out");
      links.addTo(notes, "that are symbolic links and were not followed");
      closed.addTo(notes, "that may not be read and were left out");
      return notes;
    }
  }

  private static final class LeftOut {
    private static final int SHOWN = 5;
    private final List<String> first = new ArrayList<>();
    private int count;

    void add(Path folder, Path file) {
      count++;
      if (first.size() < SHOWN) {
        first.add(folder.relativize(file).toString());
      }
    }

    void addTo(List<String> notes, String what) {
      if (count > 0) {
        String names = String.join(", ", first) + (count > SHOWN ? ", …" : "");
        notes.add("Files %s: %,d (%s).".formatted(what, count, names));
      }
    }
  }
}
