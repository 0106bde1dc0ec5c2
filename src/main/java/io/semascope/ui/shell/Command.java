package io.semascope.ui.shell;

import java.util.Optional;
import javafx.scene.input.KeyCombination;

/// Something a person can do from the menu and the command search.
///
/// @param id CSS id of its menu item
/// @param group the menu it stands in
/// @param title what it is called in both places
/// @param keys its shortcut
/// @param action on the FX thread
record Command(
    String id, String group, String title, Optional<KeyCombination> keys, Runnable action) {
  static Command of(String id, String group, String title, Runnable action) {
    return new Command(id, group, title, Optional.empty(), action);
  }

  /// @param keys as `KeyCombination.valueOf` reads them; `Shortcut` is Ctrl or Cmd
  static Command of(String id, String group, String title, String keys, Runnable action) {
    return new Command(id, group, title, Optional.of(KeyCombination.valueOf(keys)), action);
  }

  /// How these keys are written on this system: `Ctrl+K` here, `⌘K` there.
  static String keys(String combination) {
    return KeyCombination.valueOf(combination).getDisplayText();
  }
}
