package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.semascope.job.Cancellation;
import io.semascope.model.ModelCatalogue;
import io.semascope.projection.variance.PrincipalComponents;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.text.Granularity;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.corpus.ImportForm;
import io.semascope.ui.corpus.PasteForm;
import io.semascope.ui.projection.ComponentsCard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the list of names in `interface.md` to the names the window really has.
final class InterfaceNamesTest {
  private static final Path LIST =
      Path.of(System.getProperty("semascope.basedir"), "src/site/markdown/interface.md");

  /// Names that the toolkit or the number of categories makes, not we.
  private static final Pattern NOT_OURS =
      Pattern.compile(
          "arrow|list-view|virtual-flow|legend-\\d+|[a-z]*(-[a-z]+)*-(arrow|button|thumb|track).*|.*["
              + " _:].*");

  @TempDir private Path folder = Path.of("");

  @Test
  void everyNameIsListedAndEveryListedNameIsThere() throws Exception {
    FxToolkit.start();
    Set<String> found = new TreeSet<>();
    try (Session session = TestSession.in(folder)) {
      session.openOrCreateWorkspace(folder.resolve("work.semascope")).await();
      Path table = TestSession.table(folder);
      TestSession.importTable(session, table, new Granularity.WholeDocument());
      Workbench bench = UnshownWindow.of(session, 1400, 900);
      FxToolkit.run(() -> bench.showOpened(List.of("animal-0", "animal-1"), "granularity"));
      settle(bench);
      FxToolkit.run(
          () -> {
            layOut(bench);
            collect(bench.root(), found);
            // Without the drawer the right column is tall enough for another arrangement.
            bench.toggleDrawer();
            layOut(bench);
            collect(bench.root(), found);
            bench.showKeys();
            layOut(bench);
            collect(bench.root(), found);
            bench.chooseModel();
            layOut(bench);
            collect(bench.root(), found);
            ImportForm form =
                new ImportForm(List.of(table), ModelCatalogue.DEFAULT_MODEL, new IgnoredRequests());
            new Scene(form, 700, 600);
            form.applyCss();
            form.layout();
            collect(form, found);
            ComponentsCard components =
                new ComponentsCard(
                    PrincipalComponents.of(
                            session.state().space().orElseThrow().vectors(), Cancellation.never())
                        .shares(),
                    kept -> {});
            new Scene(components, 700, 600);
            components.applyCss();
            components.layout();
            collect(components, found);
            PasteForm paste = new PasteForm("one line", split -> {}, () -> {});
            new Scene(paste, 700, 600);
            paste.applyCss();
            collect(paste, found);
          });
      FxToolkit.run(bench::stopDrawing);
    }
    assertEquals(String.join("\n", listed()), String.join("\n", found));
  }

  private static void settle(Workbench bench) {
    UnshownWindow.settle(bench, 3);
  }

  private static void layOut(Workbench bench) {
    bench.root().applyCss();
    bench.root().layout();
  }

  private static Set<String> listed() throws Exception {
    Set<String> ids = new TreeSet<>();
    for (String line : Files.readAllLines(LIST)) {
      if (line.startsWith("| `#")) {
        ids.add(line.substring(4, line.indexOf('`', 4)));
      }
    }
    return ids;
  }

  private static void collect(Node node, Set<String> ids) {
    keep(node.getId(), ids);
    switch (node) {
      case MenuBar bar -> bar.getMenus().forEach(menu -> collect(menu, ids));
      case TabPane tabs -> {
        for (Tab tab : tabs.getTabs()) {
          keep(tab.getId(), ids);
          if (tab.getContent() != null) {
            collect(tab.getContent(), ids);
          }
        }
      }
      case SplitPane split -> split.getItems().forEach(item -> collect(item, ids));
      case Parent parent -> {}
      default -> {}
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, ids));
    }
  }

  private static void collect(Menu menu, Set<String> ids) {
    for (MenuItem item : menu.getItems()) {
      keep(item.getId(), ids);
    }
  }

  private static void keep(String id, Set<String> ids) {
    if (id != null && !NOT_OURS.matcher(id).matches()) {
      ids.add(id);
    }
  }

  /// Nobody answers the form here.
  private static final class IgnoredRequests implements ImportForm.Requests {
    @Override
    public void start(
        List<Path> inputs,
        io.semascope.corpus.ReadOptions options,
        io.semascope.text.Granularity granularity) {}

    @Override
    public void cancel() {}
  }
}
