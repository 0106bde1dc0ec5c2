package io.semascope;

import io.semascope.cli.CommandLineFace;
import io.semascope.model.onnx.OnnxModelLoader;
import io.semascope.model.registry.ModelRegistry;
import io.semascope.session.Session;

/// temporary
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Folders folders = Folders.ofThisMachine();
    System.exit(
        new CommandLineFace(
                () -> {
                  ModelRegistry registry = new ModelRegistry(folders.cache(), folders.data());
                  return new Session(registry, new OnnxModelLoader(registry, folders.cache()));
                },
                (session, picture) -> {})
            .run(arguments));
  }
}
