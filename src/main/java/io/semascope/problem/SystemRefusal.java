package io.semascope.problem;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/// Says in plain words why the operating system refused a file: with the person's own path, never with the name of a draft beside it or of a class.
public final class SystemRefusal {
  /// How Linux, macOS and Windows say that a disk is full.
  private static final String FULL = ".*(no space left|disk quota|not enough space|disk is full).*";

  private static final String READ_ONLY = ".*(read-only|write protected).*";

  /// How Java tells why a program was not started.
  private static final Pattern STARTING = Pattern.compile("error: (-?\\d+) \\((.*)\\)");

  /// What Linux and macOS say when a file, or the interpreter that a script asks for, is not there (`ENOENT`).
  private static final String NOT_THERE = "2";

  private SystemRefusal() {}

  /// One sentence.
  ///
  /// @param file what was to be written, as the person named it
  public static String writing(Path file, Exception cause) {
    String reason = reason(cause);
    Path there = nearestThere(file);
    if (reason.toLowerCase(Locale.ROOT).matches(FULL)) {
      return "The disk is full (" + reason + ").";
    }
    if (reason.toLowerCase(Locale.ROOT).matches(READ_ONLY)) {
      return "The disk that holds " + there + " can only be read.";
    }
    if (!Files.isDirectory(there)) {
      return there + " is a file, not a folder.";
    }
    if (Files.exists(file) && !Files.isDirectory(file) && !Files.isWritable(file)) {
      return "The file " + file + " may not be written.";
    }
    if (cause instanceof AccessDeniedException || !Files.isWritable(there)) {
      return "The folder " + there + " may not be written.";
    }
    if (cause instanceof NoSuchFileException) {
      return "Nothing can be made in the folder " + there + ".";
    }
    return "The system says: " + reason + ".";
  }

  /// One sentence.
  ///
  /// @param file what was to be read, as the person knows it
  public static String reading(Object file, Exception cause) {
    if (cause instanceof NoSuchFileException) {
      return "There is no file " + file + ".";
    }
    if (cause instanceof AccessDeniedException) {
      return file + " may not be read.";
    }
    return "The system says: " + reason(cause) + ".";
  }

  /// One sentence.
  ///
  /// @param program that was to be started
  public static String starting(Path program, IOException cause) {
    if (!Files.exists(program)) {
      return "There is no file " + program + ".";
    }
    if (Files.isDirectory(program) || !Files.isExecutable(program)) {
      return program + " may not be run.";
    }
    Matcher given = STARTING.matcher(reason(cause));
    if (!given.find()) {
      return "The system says: " + reason(cause) + ".";
    }
    return given.group(1).equals(NOT_THERE)
        ? "The system says of it, or of the program named in its first line: "
            + given.group(2)
            + "."
        : "The system says: " + given.group(2) + ".";
  }

  /// The nearest folder above the file that is there, or what stands in a folder's place.
  private static Path nearestThere(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    return Stream.iterate(whole.getParent(), path -> path != null, Path::getParent)
        .filter(Files::exists)
        .findFirst()
        .orElse(whole);
  }

  /// What the system gave as its reason, without the names of files and classes.
  private static String reason(Exception cause) {
    if (isWrapping(cause) && cause.getCause() instanceof Exception inner) {
      return reason(inner);
    }
    String reason =
        switch (cause) {
          case FileSystemException file -> file.getReason();
          case CharacterCodingException noText -> "";
          case ZipException damaged -> "";
          default -> cause.getMessage();
        };
    return reason == null || reason.isBlank() ? withoutWords(cause) : reason;
  }

  /// Whether an exception says no more than that there was another.
  private static boolean isWrapping(Exception cause) {
    return cause instanceof UncheckedIOException
        || String.valueOf(cause.getCause()).equals(cause.getMessage());
  }

  /// For refusals that say all with their kind.
  private static String withoutWords(Exception cause) {
    return switch (cause) {
      case EOFException cut -> "the file ends too early";
      case FileAlreadyExistsException there -> "something of that name is there already";
      case NotDirectoryException plain -> "it is no folder";
      case DirectoryNotEmptyException full -> "the folder is not empty";
      case CharacterCodingException noText -> "it holds bytes that are no text";
      case ZipException damaged -> "the archive is damaged";
      default -> "no, without a reason";
    };
  }
}
