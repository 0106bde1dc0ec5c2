package io.semascope.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;

/// The menu bar, one menu for each group of commands.
final class MainMenu extends MenuBar {
  MainMenu(List<Command> commands) {
    setId("menu");
    Map<String, List<Command>> groups = new LinkedHashMap<>();
    for (Command command : commands) {
      groups.computeIfAbsent(command.group(), group -> new ArrayList<>()).add(command);
    }
    groups.forEach(
        (group, members) -> {
          Menu menu = new Menu(group);
          for (Command command : members) {
            MenuItem item = new MenuItem(command.title());
            item.setId(command.id());
            command.keys().ifPresent(item::setAccelerator);
            item.setOnAction(event -> command.action().run());
            menu.getItems().add(item);
          }
          getMenus().add(menu);
        });
  }
}
