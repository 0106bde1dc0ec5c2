package io.semascope.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program of the tests in a Java of its own, which can be killed.
public final class ChildProgram {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private ChildProgram() {}

  /// A program that starts soon and may use all that the tests use.
  public static ProcessBuilder of(Class<?> program, String... arguments) {
    return with(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules=jdk.incubator.vector",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dsemascope.cache=" + System.getProperty("semascope.cache")),
        CLASS_PATH,
        program.getName(),
        List.of(arguments));
  }

  /// One with none of these options, and so without a word of Java's own.
  public static ProcessBuilder plain(Class<?> program) {
    return with(List.of(), CLASS_PATH, program.getName(), List.of());
  }

  /// One with options and a class path of its own.
  public static ProcessBuilder with(
      List<String> options, String classPath, String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath);
    command.add(program);
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
