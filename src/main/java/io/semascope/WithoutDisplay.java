package io.semascope;

import io.semascope.raster.DrawingScreen;
import io.semascope.session.Session;
import io.semascope.session.WindowPainter;
import io.semascope.ui.shell.WindowSnapshot;
import java.util.Optional;

/// The toolkit without a display, started when it is first needed.
final class WithoutDisplay implements WindowPainter {
  @Override
  public void paint(Session session, Picture picture) {
    chooseHeadless();
    WindowSnapshot.paint(session, picture);
  }

  @Override
  public Optional<DrawingScreen> screen() {
    if (ClassLoader.getSystemResource("javafx/application/Platform.class") == null
        && ModuleLayer.boot().findModule("javafx.graphics").isEmpty()) {
      return Optional.empty();
    }
    chooseHeadless();
    return Optional.of(WindowSnapshot.screen());
  }

  /// The toolkit reads these properties when it starts, which is after this.
  static void chooseHeadless() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
  }
}
