package io.semascope.cli;

import com.google.gson.JsonObject;
import io.semascope.cli.refusal.ArgumentRefused;
import io.semascope.cli.refusal.MayBeEmpty;
import io.semascope.raster.DrawingMode;
import io.semascope.session.Session;
import io.semascope.session.WindowPainter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `semascope snapshot`: a picture of the real window, without a display.
@Command(name = "snapshot", description = "Paint the real window into a PNG, without a display.")
final class SnapshotCommand extends SessionCommand {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
  private static final int LARGEST_SIDE = 8192;

  /// The themes by the names a script uses.
  enum Theme {
    light,
    dark
  }

  /// The panels by the names a script uses.
  enum Panel {
    neighbours,
    text,
    cosine,
    vector,
    granularity
  }

  /// The ways to draw points by the names a script uses.
  enum Drawing {
    automatic,
    points,
    density
  }

  @Mixin private WorkspaceOption workspace = new WorkspaceOption();

  @Option(
      names = "--size",
      defaultValue = "1440x900",
      paramLabel = "WxH",
      description = "Size in pixels, from 900x600 to 8192x8192 (default: 1440x900).")
  @MayBeEmpty
  private String size = "1440x900";

  @Option(
      names = "--select",
      arity = "1",
      paramLabel = "ID",
      description = "The selected unit; given twice, two units to compare.")
  private List<String> selected = List.of();

  @Option(
      names = "--theme",
      defaultValue = "light",
      paramLabel = "THEME",
      description = "${COMPLETION-CANDIDATES} (default: light).")
  private Theme theme = Theme.light;

  @Option(
      names = "--panel",
      paramLabel = "NAME",
      description = "The panel brought to the front: ${COMPLETION-CANDIDATES}.")
  private Optional<Panel> panel = Optional.empty();

  @Option(
      names = "--draw",
      defaultValue = "automatic",
      paramLabel = "HOW",
      description =
          "${COMPLETION-CANDIDATES}: the map's points, or how many lie on each pixel (default:"
              + " automatic, density above 100,000 points in view).")
  private Drawing drawing = Drawing.automatic;

  @Option(names = "--out", required = true, paramLabel = "X.png", description = "The picture.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  SnapshotCommand(Desk desk) {
    super(desk);
  }

  @Override
  Answer answer(Session session) {
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      throw misuse("--size", "width and height in pixels, like 1440x900");
    }
    int width = Integer.parseInt(matcher.group(1));
    int height = Integer.parseInt(matcher.group(2));
    if (width < WindowPainter.SMALLEST_WIDTH || height < WindowPainter.SMALLEST_HEIGHT) {
      throw ArgumentRefused.because(
          spec,
          "The window has no room for its panels in %dx%d pixels.".formatted(width, height),
          "Give a --size of at least %dx%d"
              .formatted(WindowPainter.SMALLEST_WIDTH, WindowPainter.SMALLEST_HEIGHT));
    }
    if (Math.max(width, height) > LARGEST_SIDE) {
      throw misuse("--size", "at most %1$dx%1$d pixels".formatted(LARGEST_SIDE));
    }
    if (selected.size() > 2) {
      throw misuse("--select", "one id or two");
    }
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw misuse("--out", "the name of a .png file");
    }
    workspace.open(session, this);
    for (String id : selected) {
      // Refuses an id that is not there.
      await(session.inspect().unit(id));
    }
    desk()
        .painter()
        .paint(
            session,
            new WindowPainter.Picture(
                width,
                height,
                selected,
                theme == Theme.dark,
                panel.map(Panel::name).orElse(""),
                DrawingMode.valueOf(drawing.name().toUpperCase(Locale.ROOT)),
                out));
    JsonObject json = new JsonObject();
    json.addProperty("out", out.toString());
    json.addProperty("width", width);
    json.addProperty("height", height);
    return new Answer(json, List.of("Wrote " + out + "."), List.of(), List.of(), List.of());
  }

  private ArgumentRefused misuse(String option, String wanted) {
    return ArgumentRefused.value(spec, option, wanted);
  }
}
