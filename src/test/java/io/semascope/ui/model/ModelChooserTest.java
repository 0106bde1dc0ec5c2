package io.semascope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.model.ModelEntry;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelChooserTest {
  @TempDir private static Path folder = Path.of("");
  private static List<ModelEntry> entries = List.of();

  private final List<String> asked = new ArrayList<>();
  private ModelChooser chooser = FxToolkit.call(() -> new ModelChooser(new Asked()));

  @BeforeAll
  static void readTheRegistry() {
    try (Session session = TestSession.in(folder)) {
      entries = session.modelEntries();
    }
  }

  @BeforeEach
  void open() {
    FxToolkit.run(() -> chooser.show(entries, "all-minilm-l6-v2", 205));
    FxToolkit.snapshot(chooser, 760, 560);
  }

  private void choose(String modelId) {
    ListView<?> list = PanelSamples.find(chooser, "model-list", ListView.class);
    FxToolkit.run(
        () -> {
          for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i) instanceof ModelRow row && row.id().equals(modelId)) {
              list.getSelectionModel().select(i);
            }
          }
        });
    FxToolkit.snapshot(chooser, 760, 560);
  }

  private Button action() {
    return PanelSamples.find(chooser, "model-action", Button.class);
  }

  private static String words(Parent parent) {
    return parent.lookupAll(".label").stream()
        .map(node -> ((Label) node).getText())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void theButtonSaysWhatItWillDoAndDoesIt() {
    assertEquals("Embed 205 documents with this model", action().getText());
    FxToolkit.run(action()::fire);
    assertEquals(List.of("embed all-minilm-l6-v2 0"), asked);
    PanelSamples.paint(chooser, "model", 760, 560);
  }

  @Test
  void saysWhatAnInt8ModelCostsWhereItIsChosen() {
    choose("all-minilm-l6-v2-q");
    assertTrue(words(chooser).contains("88 %"), words(chooser));
    assertTrue(words(chooser).toLowerCase(java.util.Locale.ROOT).contains("batch"));
  }

  @Test
  void aModelThatIsNotHereIsFetchedOnlyWithConsentToItsTerms() {
    ModelEntry withTerms =
        entries.stream()
            .filter(entry -> !entry.descriptor().requiresConsent().isEmpty())
            .findFirst()
            .orElseThrow();
    choose(withTerms.descriptor().id());
    assertTrue(action().isDisabled(), "nothing may be fetched before consent");
    CheckBox consent = PanelSamples.find(chooser, "model-consent", CheckBox.class);
    FxToolkit.run(() -> consent.setSelected(true));
    assertFalse(action().isDisabled());
    FxToolkit.run(action()::fire);
    assertEquals(List.of("fetch " + withTerms.descriptor().id() + " true"), asked);
    choose("all-minilm-l6-v2");
    choose(withTerms.descriptor().id());
    assertTrue(action().isDisabled(), "consent is given anew each time");
  }

  @Test
  void smallerVectorsOfAMatryoshkaModelCanBeChosen() {
    List<ModelEntry> here =
        entries.stream()
            .map(
                entry ->
                    new ModelEntry(
                        entry.descriptor(), ModelEntry.Availability.ON_DISK, entry.location()))
            .toList();
    FxToolkit.run(() -> chooser.show(here, "qwen3-embedding-0.6b", 3));
    FxToolkit.snapshot(chooser, 760, 560);
    ComboBox<?> size = PanelSamples.find(chooser, "model-size", ComboBox.class);
    assertEquals(1024, size.getItems().getFirst());
    FxToolkit.run(() -> size.getSelectionModel().select(2));
    int wanted = (Integer) size.getItems().get(2);
    FxToolkit.run(action()::fire);
    assertEquals(List.of("embed qwen3-embedding-0.6b " + wanted), asked);
  }

  @Test
  void withoutTextsThereIsNothingToEmbed() {
    FxToolkit.run(() -> chooser.show(entries, "all-minilm-l6-v2", 0));
    assertTrue(action().isDisabled());
  }

  private final class Asked implements ModelChooser.Requests {
    @Override
    public void embed(String modelId, int dimension) {
      asked.add("embed " + modelId + " " + dimension);
    }

    @Override
    public void fetch(String modelId, boolean consent) {
      asked.add("fetch " + modelId + " " + consent);
    }

    @Override
    public void addFolder() {
      asked.add("folder");
    }
  }
}
