package io.semascope.ui.map.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.semascope.ui.FxToolkit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

final class LabelTextTest {
  private static final String BEGINNING =
      "The same long beginning of a title that no map and no list can hold, of ";

  @Test
  void titlesThatBeginAlikeAreToldApartAtEveryLength() {
    List<LabelText.Sized> names =
        FxToolkit.call(
            () -> {
              LabelText text = new LabelText(Font.font(12));
              return List.of(BEGINNING + "Riga", BEGINNING + "Kent").stream()
                  .flatMap(name -> text.lengths(name, " (estimated place)").stream())
                  .toList();
            });
    Set<LabelText.Sized> different = new HashSet<>(names);
    assertEquals(6, different.size(), names.toString());
  }
}
