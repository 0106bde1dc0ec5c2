package io.semascope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One row of the floor table: a package, what it may use, and why no more.
///
/// @param name the package below the root, `model.onnx`; empty for the root itself
/// @param mayUse names of the rooms it may use besides itself
/// @param seesValues whether it may use the value types of every room
/// @param reason why it may use no more
record Room(String name, Set<String> mayUse, boolean seesValues, String reason) {
  /// The floor table, lowest floor first.
  static final List<Room> ALL = table();

  private static List<Room> table() {
    List<Room> rooms = new ArrayList<>(mathematicsAndText());
    rooms.addAll(models());
    rooms.addAll(spacesAndQuestions());
    rooms.add(
        engine(
            "session.filter",
            "space text model vector job problem",
            "which texts may be found is known before anything is searched"));
    rooms.add(
        engine(
            "session.index",
            "session.filter neighbour.approximate neighbour space text model vector job problem",
            "an index is kept and judged apart from what a person does"));
    rooms.add(
        engine(
            "session.components",
            "corpus projection projection.variance vector job problem",
            "a file that is larger than the memory is asked without a workspace"));
    rooms.add(
        engine(
            "session.layout",
            "projection projection.quality neighbour problem",
            "what is shown of a layout does not depend on who computes and keeps it"));
    rooms.add(
        engine(
            "session",
            String.join(" ", namesWithout(rooms, Set.of("model.onnx", "model.remote"))),
            "an action must not depend on who runs the model"));
    rooms.addAll(faces());
    rooms.add(
        engine(
            "",
            String.join(" ", namesWithout(rooms, Set.of())),
            "the composition root alone uses everything"));
    return List.copyOf(rooms);
  }

  private static List<Room> mathematicsAndText() {
    String method = "projection neighbour vector job problem";
    String alone = "each term of a method can be read and removed alone";
    return List.of(
        engine("problem", "", "everything may throw a problem, so it needs nothing itself"),
        engine("job", "problem", "work is work, whatever it is about"),
        engine("vector", "problem", "mathematics never hears of text"),
        engine("text", "problem", "text never hears of vectors or layouts"),
        engine(
            "neighbour.subspace",
            "vector job problem",
            "coordinates know nothing of what is compared in them"),
        engine(
            "neighbour.blocks",
            "neighbour.subspace vector job problem",
            "which rows lie together is known before they are compared"),
        engine(
            "neighbour.pairs",
            "neighbour.blocks neighbour.subspace vector job problem",
            "comparing rows knows nothing of graphs"),
        engine(
            "neighbour.quantised",
            "vector job problem",
            "how wrong a code can be is known without knowing who asks"),
        engine(
            "neighbour",
            "neighbour.pairs neighbour.quantised vector job problem",
            "rows are numbers here, not texts"),
        engine(
            "neighbour.approximate",
            "neighbour neighbour.quantised vector job problem",
            "a search that may miss is one room to be added or taken away"),
        engine("projection", "neighbour vector job problem", "a picture is made of vectors alone"),
        engine(
            "projection.variance",
            method,
            "the directions of largest variance are a picture and a start for others"),
        engine("projection.pca", "projection.variance " + method, alone),
        engine("projection.fourier", "job", "a transform knows no picture"),
        engine("projection.tsne", "projection.fourier projection.variance " + method, alone),
        engine("projection.umap", "projection.variance " + method, alone),
        engine("projection.quality", method, alone),
        engine("text.chunking", "text job problem", "cutting a text needs no model and no vector"));
  }

  private static List<Room> models() {
    String contract = "model text vector job problem";
    String alone = "each source of models can be exchanged without the others";
    return List.of(
        engine("model", "text vector job problem", "the contract knows no runtime library"),
        engine("model.registry", contract, alone),
        engine("model.onnx", contract, alone),
        engine("model.remote", contract, alone));
  }

  private static List<Room> spacesAndQuestions() {
    String question = "space neighbour vector text model job problem";
    String alone = "each kind of question can be asked without the others";
    return List.of(
        engine("bench.measure", "problem", "a stopwatch knows nothing of what is timed"),
        engine(
            "bench.neighbour",
            "bench.measure neighbour neighbour.approximate vector job problem",
            "the parts of one engine are measured without the others"),
        engine(
            "space", "model text vector problem", "text and mathematics meet here and only meet"),
        engine("probe", question, alone),
        engine("retrieval", question, alone),
        engine("audit", question, alone),
        engine(
            "corpus",
            "text space projection vector job problem",
            "files are read and written, not asked"),
        engine(
            "corpus.picture",
            "corpus text space projection vector job problem",
            "a map leaves as a file without a window"),
        engine("raster.kernel", "", "arithmetic on pixels knows no points"),
        engine(
            "raster.stamp",
            "raster.kernel corpus.picture",
            "what a point looks like does not depend on where it lies"),
        engine(
            "raster",
            "raster.kernel raster.stamp corpus.picture projection job problem",
            "pixels are computed without a toolkit, for the window and for the bench"),
        engine(
            "raster.index",
            "projection job problem",
            "a point is found by its place, whatever it looks like"),
        engine(
            "store",
            "space projection neighbour model text vector problem",
            "the workspace keeps data and computes nothing; how true a map's neighbours are is"
                + " data"),
        engine(
            "store.twin",
            "text vector problem",
            "what the store is measured against takes nothing from it"),
        engine(
            "bench",
            "bench.measure bench.neighbour store store.twin corpus corpus.picture raster"
                + " raster.stamp raster.index projection neighbour.approximate projection.variance"
                + " projection.tsne projection.umap projection.quality "
                + question,
            "engines are measured as they are, without a session around them"));
  }

  private static List<Room> faces() {
    List<Room> faces = new ArrayList<>();
    faces.add(face("ui.theme", "session", "scales and formats show values"));
    faces.add(face("ui.state", "session", "what panels share are values"));
    faces.add(face("ui.map.label", "", "a name finds its place whatever the map shows"));
    Set<String> panels =
        new TreeSet<>(
            Set.of(
                "ui.map",
                "ui.compose",
                "ui.neighbour",
                "ui.probe",
                "ui.granularity",
                "ui.retrieval",
                "ui.audit",
                "ui.projection",
                "ui.model",
                "ui.activity",
                "ui.lesson",
                "ui.corpus"));
    Set<String> listsAreFiltered = Set.of("ui.corpus", "ui.granularity");
    for (String panel : panels) {
      faces.add(
          face(
              panel,
              "ui.state ui.theme session"
                  + (panel.equals("ui.map")
                      ? " ui.map.label raster raster.stamp raster.index job"
                      : "")
                  + (listsAreFiltered.contains(panel) ? " job" : ""),
              "a panel shows values and calls the session; it never uses another panel"));
    }
    faces.add(
        face(
            "ui.shell",
            "job ui.state ui.theme session " + String.join(" ", panels),
            "the shell puts panels together; what takes time for every text it hands to a thread"));
    faces.add(face("cli.refusal", "problem", "a refusal knows arguments and no command"));
    faces.add(face("cli.projection", "cli.refusal", "settings know a method and no command"));
    faces.add(
        face(
            "cli",
            "session cli.refusal cli.projection",
            "the command line is as thin a face as the window"));
    return faces;
  }

  private static Set<String> namesWithout(List<Room> rooms, Set<String> left) {
    Set<String> names = new TreeSet<>();
    rooms.forEach(room -> names.add(room.name));
    names.removeAll(left);
    return names;
  }

  private static Room engine(String name, String mayUse, String reason) {
    return new Room(name, words(mayUse), false, reason);
  }

  private static Room face(String name, String mayUse, String reason) {
    return new Room(name, words(mayUse), true, reason);
  }

  private static Set<String> words(String names) {
    return names.isEmpty() ? Set.of() : new TreeSet<>(List.of(names.split(" ")));
  }

  /// The room of a package below the root, empty when the plan has none of that name.
  static Optional<Room> named(String name) {
    return ALL.stream().filter(room -> room.name.equals(name)).findFirst();
  }

  /// Whether this room may use a class of `other`.
  boolean mayUse(String other, boolean valueType) {
    return other.equals(name) || mayUse.contains(other) || (seesValues && valueType);
  }

  /// For people.
  String title() {
    return name.isEmpty() ? "the composition root" : name;
  }
}
