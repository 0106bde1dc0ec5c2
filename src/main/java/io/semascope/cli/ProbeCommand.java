package io.semascope.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.semascope.cli.refusal.ArgumentRefused;
import io.semascope.cli.refusal.NumberLimits;
import io.semascope.probe.Activations;
import io.semascope.probe.DimensionEnds;
import io.semascope.session.Session;
import io.semascope.session.UnitInspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `semascope probe`: inside a vector, or both ends of a dimension.
@Command(
    name = "probe",
    description =
        "Show the most unusual dimensions of a unit, or the units at both ends of a dimension. A"
            + " dimension has no name.")
final class ProbeCommand extends SessionCommand {
  @Mixin private WorkspaceOption workspace = new WorkspaceOption();

  @Option(names = "--id", paramLabel = "ID", description = "A unit.")
  private Optional<String> id = Optional.empty();

  @Option(names = "--dimension", paramLabel = "I", description = "A dimension, from 0.")
  @NumberLimits(least = 0)
  private Optional<Integer> dimension = Optional.empty();

  @Option(
      names = "--top",
      defaultValue = "10",
      paramLabel = "N",
      description = "How many dimensions, or units at each end (default: 10).")
  @NumberLimits(least = 1)
  private int top = 10;

  @Spec private CommandSpec spec = CommandSpec.create();

  ProbeCommand(Desk desk) {
    super(desk);
  }

  @Override
  Answer answer(Session session) {
    if (id.isPresent() == dimension.isPresent()) {
      throw ArgumentRefused.because(
          spec,
          id.isPresent()
              ? "Both --id and --dimension were given."
              : "Neither --id nor --dimension was given.",
          "Give one of them");
    }
    workspace.open(session, this);
    return id.isPresent()
        ? ofUnit(await(session.inspect().unit(id.get())))
        : ofDimension(await(session.inspect().dimension(dimension.orElseThrow(), top)));
  }

  private Answer ofUnit(UnitInspection inspection) {
    JsonArray dimensions = new JsonArray();
    List<List<String>> rows = new ArrayList<>();
    for (Activations.Activation activation : inspection.activations().strongest(top)) {
      JsonObject json = new JsonObject();
      json.addProperty("dimension", activation.dimension());
      json.addProperty("value", activation.value());
      json.addProperty("mean", activation.mean());
      json.addProperty("standardDeviation", activation.standardDeviation());
      activation.zScore().ifPresent(z -> json.addProperty("zScore", z));
      dimensions.add(json);
      rows.add(
          List.of(
              String.valueOf(activation.dimension()),
              Answers.number(activation.value()),
              Answers.number(activation.mean()),
              Answers.number(activation.standardDeviation()),
              activation.zScore().isPresent()
                  ? Answers.withoutMinusZero(
                      String.format(Locale.ROOT, "%+.2f", activation.zScore().getAsDouble()))
                  : "–"));
    }
    JsonObject json = new JsonObject();
    json.addProperty("id", inspection.unit().id());
    json.addProperty("text", inspection.unit().text());
    json.add("dimensions", dimensions);
    return new Answer(
        json,
        List.of(
            "Dimensions of "
                + inspection.unit().id()
                + " farthest from the mean of its space, in standard deviations (z)"),
        List.of("dimension", "value", "mean", "standard deviation", "z"),
        rows,
        List.of());
  }

  private static Answer ofDimension(DimensionEnds ends) {
    List<List<String>> rows = new ArrayList<>();
    JsonObject json = new JsonObject();
    json.addProperty("dimension", ends.dimension());
    json.add("highest", end("highest", ends.highest(), rows));
    json.add("lowest", end("lowest", ends.lowest(), rows));
    return new Answer(
        json,
        List.of("Units at both ends of dimension " + ends.dimension()),
        List.of("end", "value", "id", "text"),
        rows,
        List.of());
  }

  private static JsonArray end(
      String name, List<DimensionEnds.End> units, List<List<String>> rows) {
    JsonArray array = new JsonArray();
    for (DimensionEnds.End end : units) {
      JsonObject json = new JsonObject();
      json.addProperty("id", end.unit().id());
      json.addProperty("text", end.unit().text());
      json.addProperty("value", end.value());
      array.add(json);
      rows.add(List.of(name, Answers.number(end.value()), end.unit().id(), end.unit().text()));
    }
    return array;
  }
}
