package io.semascope.ui.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.ReadOptions;
import io.semascope.text.Granularity;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFormTest {
  @TempDir private Path folder = Path.of("");
  private final List<Asked> asked = new ArrayList<>();

  private ImportForm form(Path... inputs) {
    ImportForm form =
        FxToolkit.call(
            () ->
                new ImportForm(
                    List.of(inputs),
                    "all-minilm-l6-v2",
                    new ImportForm.Requests() {
                      @Override
                      public void start(List<Path> files, ReadOptions options, Granularity cut) {
                        asked.add(new Asked(options, cut));
                      }

                      @Override
                      public void cancel() {}
                    }));
    FxToolkit.snapshot(form, 700, 560);
    return form;
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static void press(ImportForm form, String id) {
    FxToolkit.run(PanelSamples.find(form, id, Button.class)::fire);
  }

  @Test
  void guessesColumnsThatThePersonMayChange() throws IOException {
    Path table = file("skills.csv", "key,text,kind\n1,\"Two\nlines\",odd\n2,Another text,even\n");
    ImportForm form = form(table);
    TableView<?> preview = PanelSamples.find(form, "import-preview", TableView.class);
    assertEquals(2, preview.getItems().size());
    ComboBox<?> text = PanelSamples.find(form, "text-column", ComboBox.class);
    assertEquals("text", text.getValue());
    ComboBox<?> category = PanelSamples.find(form, "category-column", ComboBox.class);
    FxToolkit.run(() -> category.getSelectionModel().select(3));
    PanelSamples.paint(form, "import-table", 760, 560);
    press(form, "start-import");
    assertEquals(Optional.of("kind"), asked.getFirst().options().columns().category());
    assertEquals(Optional.of("text"), asked.getFirst().options().columns().text());
    assertEquals(new Granularity.WholeDocument(), asked.getFirst().granularity());
  }

  @Test
  void aLineOfAPlainFileMayBeADocument() throws IOException {
    ImportForm form = form(file("lines.txt", "one\ntwo\n"));
    CheckBox lines = PanelSamples.find(form, "one-per-line", CheckBox.class);
    FxToolkit.run(() -> lines.setSelected(true));
    press(form, "start-import");
    assertEquals(ReadOptions.Split.DOCUMENT_PER_LINE, asked.getFirst().options().split());
  }

  @Test
  void aGranularityThatMakesNoSenseIsRefusedWithItsValue() throws IOException {
    ImportForm form = form(file("lines.txt", "one\n"));
    ComboBox<String> cut = granularity(form);
    FxToolkit.run(() -> cut.setValue("window:4/3"));
    press(form, "start-import");
    assertTrue(asked.isEmpty());
    Label problem = PanelSamples.find(form, "import-problem", Label.class);
    assertTrue(problem.getText().contains("window:4/3"), problem.getText());
    FxToolkit.run(() -> cut.setValue("window:32/8"));
    press(form, "start-import");
    assertEquals(new Granularity.TokenWindow(32, 8), asked.getFirst().granularity());
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<String> granularity(ImportForm form) {
    return PanelSamples.find(form, "import-granularity", ComboBox.class);
  }

  @Test
  void aTableThatCannotBeReadSaysSoBeforeTheImport() throws IOException {
    Path broken =
        Files.write(folder.resolve("latin.csv"), new byte[] {'a', '\n', (byte) 0xE9, '\n'});
    ImportForm form = form(broken);
    Label problem = PanelSamples.find(form, "import-problem", Label.class);
    assertTrue(problem.getText().contains("latin.csv"), problem.getText());
    assertTrue(problem.getText().contains("line 2"), problem.getText());
  }

  private record Asked(ReadOptions options, Granularity granularity) {}
}
