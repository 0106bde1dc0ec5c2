package io.semascope.ui.shell;

import io.semascope.session.SampleCorpus;
import java.util.ArrayList;
import java.util.List;

/// Everything the menu and the command search offer.
final class Commands {
  private Commands() {}

  static List<Command> of(Workbench bench, Imports imports) {
    List<Command> commands = new ArrayList<>();
    commands.add(
        Command.of(
            "open-workspace", "File", "Open workspace…", "Shortcut+O", bench::chooseWorkspace));
    commands.add(
        Command.of("new-workspace", "File", "New workspace…", "Shortcut+N", bench::newWorkspace));
    commands.add(Command.of("import-files", "File", "Import files…", "Shortcut+I", imports::files));
    commands.add(Command.of("import-folder", "File", "Import a folder…", imports::folder));
    commands.add(
        Command.of(
            "import-paste",
            "File",
            "Import the clipboard",
            "Shortcut+Shift+V",
            imports::clipboard));
    commands.add(
        Command.of("import-vectors", "File", "Import vectors (.npy and .tsv)…", imports::vectors));
    for (SampleCorpus sample : SampleCorpus.values()) {
      commands.add(
          Command.of(
              "sample-" + sample.name().toLowerCase(java.util.Locale.ROOT),
              "File",
              "Add the sample “" + sample.title() + "”",
              () -> imports.sample(sample)));
    }
    commands.add(
        Command.of("export-vectors", "File", "Export vectors and units…", bench::exportVectors));
    commands.add(
        Command.of("export-map", "File", "Export the map…", "Shortcut+E", bench::exportMap));
    commands.add(
        Command.of("save-copy", "File", "Save a copy as…", "Shortcut+Shift+S", bench::saveCopy));
    commands.add(Command.of("undo", "Edit", "Undo", "Shortcut+Z", () -> bench.selection().undo()));
    commands.add(
        Command.of("redo", "Edit", "Redo", "Shortcut+Shift+Z", () -> bench.selection().redo()));
    commands.add(
        Command.of("clear-selection", "Edit", "Select nothing", () -> bench.selection().clear()));
    commands.add(
        Command.of("choose-model", "Space", "Choose a model…", "Shortcut+M", bench::chooseModel));
    commands.add(
        Command.of("show-granularity", "Space", "Granularity", "Shortcut+G", bench::toggleDrawer));
    commands.add(
        Command.of("show-components", "Space", "Principal components…", bench.components()::show));
    commands.add(Command.of("theme", "View", "Light or dark", "Shortcut+T", bench::toggleTheme));
    commands.add(
        Command.of(
            "theme-system", "View", "Light or dark as the system", bench::followSystemTheme));
    commands.add(
        Command.of("find-command", "Help", "Find a command…", "Shortcut+K", bench::searchCommands));
    commands.add(Command.of("help-keys", "Help", "Keys and gestures", "F1", bench::showKeys));
    return List.copyOf(commands);
  }
}
