package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.semascope.session.TestSession;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Arguments that no command can be run with are refused in three sentences: that nothing was run, why with what was typed, and what to type instead.
final class MisuseTest {
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class);

  private static final Set<Class<?>> FRACTIONS =
      Set.of(double.class, Double.class, float.class, Float.class);

  @TempDir private Path folder = Path.of("");

  private List<String> refusal(String... arguments) {
    RunCommand.Result result = RunCommand.in(folder, arguments);
    assertEquals(2, result.code(), result.err());
    List<String> said = result.err().lines().toList();
    assertEquals(3, said.size(), result.err());
    assertEquals("The command was not run.", said.getFirst());
    assertTrue(said.get(2).contains("“semascope "), result.err());
    return said;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          neighbours --x -w a            | There is no option “--x”. | Try
          neighbours -w a --bredth 3     | There is no option “--bredth”; did you mean “--breadth”? | Try
          neigbours -w a                 | There is no command “neigbours”; did you mean “neighbours”? | Try
          maps -w a                      | There is no command “maps”; did you mean “map”? | Try
          nosuch                         | There is no command “nosuch”. | Try
          nosuch --xyz                   | There is no command “nosuch”. | Try
          spaces -w a                    | There is no command “spaces”. | Try
          models lsit                    | There is no command “lsit”; did you mean “list”? | Try
          granularity -w a --id b        | There is no option “--id”. | Try
          compare a b --tpo 3            | There is no option “--tpo”; did you mean “--top”? | Try
          compare a b -top 3             | There is no option “-top”; did you mean “--top”? | Try
          import a -w b --text=c         | There is no option “--text”. | Try
          neighbours -w a --Breadt=3     | There is no option “--Breadt”; did you mean “--breadth”? | Try
          info --id a                    | There is no option “--id”. | Try
          map --methd pca                | There is no option “--methd”; did you mean “--method”? | Try
          compare --modle m              | There is no option “--modle”; did you mean “--model”? | Try
          components --keeb 3            | There is no option “--keeb”; did you mean “--keep”? | Try
          models fetch --accept-license  | There is no option “--accept-license”; did you mean “--accept-licence”? | Try
          info -w a more                 | This command takes nothing like “more”. | Try
          xyzzyx                         | There is no command “xyzzyx”. | Try
          models                         | It was not said what to do with models. | Name one of list, show, fetch, add;
          neighbours --id a              | “--workspace=FILE” is needed and was not given. | Add it;
          snapshot                       | “--workspace=FILE”, “--out=X.png” are needed and were not given. | Add them;
          map -w a --out b               | “--method=METHOD” is needed and was not given. | Add it;
          models fetch                   | “ID” is needed and was not given. | Add it;
          compare a                      | “B” is needed and was not given. | Add it;
          neighbours -k                  | “-k” needs a value, and none was given. | Put one behind it;
          neighbours -w --text b         | “--workspace” needs a value, and “--text” is an option. | Put a value between them;
          neighbours -w a -w b           | “--workspace” was given more than once. | Give it once;
          neighbours -w a --metric z     | “--metric” cannot be “z”. | Give cosine, dot or euclidean;
          bench foo                      | “ENGINE” cannot be “foo”. | Give embed, neighbours, pca, tsne, umap, draw, store, start or all;
          neighbours -w a -k b           | “-k” cannot be “b”. | Give a whole number from 1 to 2,147,483,647;
          map -w a --iterations 99999999999 | “--iterations” cannot be “99999999999”. | Give a whole number from 1 to 1,000,000;
          map -w a --neighbours 2.5      | “--neighbours” cannot be “2.5”. | Give a whole number from 2 to 2,147,483,647;
          map -w a --min-dist 0,5        | “--min-dist” cannot be “0,5”. | Give a number from 0 to 1,000, with a point before decimals;
          bench draw --points abc        | “--points” cannot be “abc”. | Give whole numbers from 1 to 20,000,000, with a comma between two;
          compare a b --dimension -5     | “--dimension” cannot be “-5”. | Give a whole number from 0, which is the model's own, to 2,147,483,647;
          probe -w a --dimension -1      | “--dimension” cannot be “-1”. | Give a whole number from 0 to 2,147,483,647;
          components -w a --keep 0 --vectors b --units c | “--keep” cannot be “0”. | Give a whole number from 1 to 2,147,483,647;
          map -w a --seed b              | “--seed” cannot be “b”. | Give a whole number from -9,223,372,036,854,775,808 to 9,223,372,036,854,775,807;
          neighbours -w a --id b -k 0    | “-k” cannot be “0”. | Give a whole number from 1 to 2,147,483,647;
          bench draw --points 5,x        | “--points” cannot be “x”. | Give whole numbers from 1 to 20,000,000, with a comma between two;
          bench draw --points 5,-1       | “--points” cannot be “5,-1”. | Give whole numbers from 1 to 20,000,000, with a comma between two;
          bench draw --size 0x9          | “--size” cannot be “0x9”. | Give width and height in pixels, each from 1 to 9999, like 1600x1000;
          bench pca                      | “pca” measures vectors and their texts, and neither --vectors nor --units was given. | Give both,
          bench pca --repeat 0           | “--repeat” cannot be “0”. | Give a whole number from 1 to 2,147,483,647;
          map -w a --perplexity b        | “--perplexity” cannot be “b”. | Give a number of at least 2, with a point before decimals; more than a third of the texts is lowered to that;
          map -w a --method tsne --out b --perplexity -5       | “--perplexity” cannot be “-5”. | Give a number of at least 2, with a point before decimals; more than a third of the texts is lowered to that;
          map -w a --method tsne --out b --perplexity 0        | “--perplexity” cannot be “0”. | Give a number of at least 2, with a point before decimals; more than a third of the texts is lowered to that;
          map -w a --method tsne --out b --perplexity NaN      | “--perplexity” cannot be “NaN”. | Give a number of at least 2, with a point before decimals; more than a third of the texts is lowered to that;
          map -w a --method tsne --out b --perplexity Infinity | “--perplexity” cannot be “Infinity”. | Give a number of at least 2, with a point before decimals; more than a third of the texts is lowered to that;
          map -w a --method tsne --out b --iterations 0 | “--iterations” cannot be “0”. | Give a whole number from 1 to 1,000,000;
          map -w a --method tsne --out b --iterations 2147483647 | “--iterations” cannot be “2147483647”. | Give a whole number from 1 to 1,000,000;
          map -w a --method tsne --out b --exaggeration 0.5 | “--exaggeration” cannot be “0.5”. | Give a number from 1 to 50, with a point before decimals;
          map -w a --method tsne --out b --exaggeration NaN | “--exaggeration” cannot be “NaN”. | Give a number from 1 to 50, with a point before decimals;
          map -w a --method tsne --out b --learning-rate -1 | “--learning-rate” cannot be “-1”. | Give a number from 0, which chooses it, to 20,000,000, with a point before decimals;
          map -w a --method umap --out b --exaggeration 4   | --exaggeration goes with --method tsne, and the method asked for is umap. | Leave it out
          map -w a --method pca --out b --learning-rate 4   | --learning-rate goes with --method tsne, and the method asked for is pca. | Leave it out
          map -w a --method tsne --out b --resume --learning-rate 4 | --resume goes with --method tsne only | Leave the others out
          map -w a --method tsne --out b --engine library --exaggeration 8 | --engine library has its own --exaggeration, which cannot be set. | Leave it out
          map -w a --method tsne --out b --all-iterations=x | “--all-iterations” takes no value, and “x” was given. | Leave the value out;
          map -w a --method tsne --out b --neighbour-graph 2 | “--neighbour-graph” cannot be “2”. | Give automatic, exact, or the recall wanted
          map -w a --method pca --out b --neighbour-graph 0.9 | PCA needs no neighbours, so --neighbour-graph would change nothing. | Leave it out
          map -w a --method pca --out b --seed 1 --spread 1 | --spread goes with --method umap, and the method asked for is pca. | Leave it out
          map -w a --method umap --out b --neighbours 1 | “--neighbours” cannot be “1”. | Give a whole number from 2 to 2,147,483,647;
          map -w a --method umap --out b --min-dist 3   | “--min-dist” cannot be “3”. | Give a number from 0 to the spread, which is 1;
          map -w a --method umap --out b --spread NaN   | “--spread” cannot be “NaN”. | Give a number from 0.001 to 1,000, with a point before decimals;
          map -w a --method umap --out b --spread 0.05  | “--spread” cannot be “0.05”. | Give a number from the least distance, which is 0.1, to 1,000;
          map -w a --method umap --out b --repulsion -1 | “--repulsion” cannot be “-1”. | Give a number from 0 to 1,000, with a point before decimals;
          map -w a --method umap --out b --epochs -1    | “--epochs” cannot be “-1”. | Give a whole number from 0, which takes 500, to 1,000,000;
          map -w a --method umap --out b --resume       | --resume goes with --method tsne only | Leave the others out
          place -w a                     | “--text=T” is needed and was not given. | Add it;
          place --text b                 | “--workspace=FILE” is needed and was not given. | Add it;
          place -w a --text b -k 0       | “-k” cannot be “0”. | Give a whole number from 1 to 2,147,483,647;
          place -w a --text b --method x | “--method” cannot be “x”. | Give pca, tsne or umap;
          place -w a --text b --store=x  | “--store” takes no value, and “x” was given. | Leave the value out;
          compare a b --top -1           | “--top” cannot be “-1”. | Give a whole number from 0 to 2,147,483,647;
          granularity -w a --document d --text t --top -1 | “--top” cannot be “-1”. | Give a whole number from 0, which shows all, to 2,147,483,647;
          components -w a --top 0        | “--top” cannot be “0”. | Give a whole number from 1 to 2,147,483,647;
          components -w a --keep 3       | “--vectors=OUT.npy” is needed and was not given. | Add it;
          components -w a --keep 3 --vectors b | The vectors of a workspace are written beside their units, and “--units=OUT.tsv” was not given. | Add it;
          components -w a --in-parts     | “--from=IN.npy” is needed and was not given. | Add it;
          components -w a --from b       | “-w=FILE” and “--from=IN.npy” exclude each other. | Give one of them;
          components                     | None of “-w=FILE” and “--from=IN.npy” was given. | Give one of them;
          components --from a --keep 2 --vectors b --units c | --units writes the units of a workspace, and the rows of --from are those of its file. | Leave --units out
          probe -w a                     | Neither --id nor --dimension was given. | Give one of them;
          probe -w a --id b --dimension 1 | Both --id and --dimension were given. | Give one of them;
          probe -w a --id b --top 0      | “--top” cannot be “0”. | Give a whole number from 1 to 2,147,483,647;
          neighbours -w a                | Neither --text nor --id was given. | Give one of them;
          neighbours -w a --id b --text c | Both --text and --id were given. | Give one of them;
          neighbours -w a --id b --breadth 90 | --breadth belongs to --index hnsw, and the index asked for is exact. | Leave it out
          neighbours -w a --id b --breadth 9 --index hnsw | “--breadth” cannot be “9”. | Give a whole number from 10 to 100,000;
          neighbours -w a --id b --oversampling 9 --index hnsw | --oversampling belongs to --index binary, and the index asked for is hnsw. | Leave it out
          import -w a                    | Nothing to import was named. | Name files or folders with texts, or --vectors with --units;
          import b -w a --vectors v --units u | Both texts to read and --vectors were given. | Name files
          import -w a --vectors v        | --vectors was given without --units. | Give both
          import b -w a --granularity x  | “--granularity” cannot be “x”. | Give document, paragraph, sentence, word or window:N/M
          embed -w a --granularity window:10/9 | “--granularity” cannot be “window:10/9”. | Give document
          snapshot -w a --out b.png --size 9x | “--size” cannot be “9x”. | Give width and height in pixels, like 1440x900;
          snapshot -w a --out b.png --size 320x240 | The window has no room for its panels in 320x240 pixels. | Give a --size of at least 900x600;
          snapshot -w a --out b.png --size 9000x900 | “--size” cannot be “9000x900”. | Give at most 8192x8192 pixels;
          neighbours -w a --text=        | “--text” was given without anything in it. | Put something there;
          place -w a --text=             | “--text” was given without anything in it. | Put something there;
          place -w a --text=b --text=    | “--text” was given without anything in it. | Put something there;
          granularity -w a --document d --text= | “--text” was given without anything in it. | Put something there;
          granularity -w a --document= --text t | “--document” was given without anything in it. | Put something there;
          neighbours -w a --id=          | “--id” was given without anything in it. | Put something there;
          info --workspace=              | “--workspace” was given without anything in it. | Put something there;
          snapshot -w a --out b.jpg      | “--out” cannot be “b.jpg”. | Give the name of a .png file;
          """)
  void everyMisuseIsToldInOurOwnWords(String arguments, String why, String remedy) {
    List<String> said = refusal(arguments.split(" "));
    assertTrue(said.get(1).startsWith(why), said.get(1));
    assertTrue(said.get(2).startsWith(remedy), said.get(2));
  }

  /// 117,000 texts divided by the usual exaggeration: what 0 stands for may be asked for.
  @Test
  void aLearningRateThatTheDefaultTakesIsNoMisuse() {
    String missing = folder.resolve("none.semascope").toString();
    RunCommand.Result result =
        RunCommand.in(
            folder,
            "map",
            "-w",
            missing,
            "--method",
            "tsne",
            "--out",
            "b.csv",
            "--learning-rate",
            "29250");
    assertEquals(6, result.code(), result.err());
  }

  /// An empty name of a file would be the folder one is in.
  @ParameterizedTest
  @CsvSource({"compare, A", "import, INPUT"})
  void anEmptyParameterIsRefused(String command, String parameter) {
    List<String> said =
        command.equals("import") ? refusal(command, "", "b", "-w=c") : refusal(command, "", "b");
    assertEquals("“" + parameter + "” was given without anything in it.", said.get(1));
  }

  @Test
  void anEmptyCategoryMeansNone() {
    String missing = folder.resolve("none.semascope").toString();
    RunCommand.Result result =
        RunCommand.in(folder, "neighbours", "-w", missing, "--id", "b", "--category", "");
    assertEquals(6, result.code(), result.err());
  }

  /// Who asks for help gets it, whatever else was typed.
  @Test
  void helpIsGivenBesideAValueThatIsRefused() {
    RunCommand.Result result = RunCommand.in(folder, "compare", "a", "b", "--top", "-1", "--help");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().startsWith("Usage: semascope compare"), result.out());
  }

  @Test
  void aCommandThatIsMissingIsNamedAmongAll() {
    List<String> said = refusal();
    assertEquals("No command was named.", said.get(1));
    assertTrue(said.get(2).startsWith("Name one of import, embed, neighbours, "), said.get(2));
  }

  private List<CommandSpec> commands() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Desk desk =
        new Desk(() -> TestSession.in(folder), (session, picture) -> {}, nowhere, nowhere, false);
    List<CommandSpec> all = new ArrayList<>();
    collect(new CommandLineFace(desk).commands(), all);
    return all;
  }

  private static void collect(CommandLine command, List<CommandSpec> all) {
    all.add(command.getCommandSpec());
    command.getSubcommands().values().forEach(child -> collect(child, all));
  }

  private static List<String> path(CommandSpec command) {
    List<String> path = new ArrayList<>();
    for (CommandSpec at = command; at.parent() != null; at = at.parent()) {
      path.addFirst(at.name());
    }
    return path;
  }

  private static boolean isTyped(ArgSpec argument) {
    Class<?> type = type(argument);
    return type.isEnum() || (type != String.class && type != Path.class);
  }

  /// Every option of every command that takes a choice or a number, so that a new one is looked at too.
  @TestFactory
  Stream<DynamicTest> aValueThatIsNoneIsRefusedWithTheChoices() {
    return commands().stream()
        .flatMap(
            command ->
                command.options().stream()
                    .filter(
                        option -> isTyped(option) && !option.usageHelp() && !option.versionHelp())
                    .map(
                        option ->
                            dynamicTest(
                                String.join(" ", path(command)) + " " + option.longestName(),
                                () -> refuse(command, option))));
  }

  /// A word on every option that takes a number, and more digits than fit and a fraction where whole numbers are wanted.
  @TestFactory
  Stream<DynamicTest> whatIsNoNumberIsRefusedWithTheLimits() {
    return commands().stream()
        .flatMap(
            command ->
                command.options().stream()
                    .filter(MisuseTest::isNumber)
                    .flatMap(option -> notTaken(command, option)));
  }

  private Stream<DynamicTest> notTaken(CommandSpec command, OptionSpec option) {
    boolean whole = !FRACTIONS.contains(type(option));
    return (whole ? Stream.of("abc", "2.5", "99999999999999999999") : Stream.of("abc"))
        .map(
            value ->
                dynamicTest(
                    String.join(" ", path(command)) + " " + option.longestName() + " " + value,
                    () -> refuseNumber(command, option, value)));
  }

  private static Class<?> type(ArgSpec argument) {
    return argument.auxiliaryTypes()[argument.auxiliaryTypes().length - 1];
  }

  private static boolean isNumber(ArgSpec argument) {
    Class<?> type = type(argument);
    return WHOLE.contains(type) || FRACTIONS.contains(type);
  }

  private void refuseNumber(CommandSpec command, OptionSpec option, String value) {
    List<String> arguments = path(command);
    arguments.add(option.longestName() + "=" + value);
    List<String> said = refusal(arguments.toArray(String[]::new));
    assertEquals("“%s” cannot be “%s”.".formatted(option.longestName(), value), said.get(1));
    assertTrue(
        said.get(2).matches("Give (a )?(whole )?numbers? (from [-\\d].* to \\d|of at least \\d).*"),
        said.get(2));
  }

  private void refuse(CommandSpec command, OptionSpec option) {
    List<String> arguments = path(command);
    arguments.add(option.longestName() + "=§");
    List<String> said = refusal(arguments.toArray(String[]::new));
    assertTrue(said.get(1).contains("“" + option.longestName() + "”"), said.get(1));
    assertTrue(said.get(1).contains("“§”"), said.get(1));
    assertFalse(said.get(1).contains("nvalid"), said.get(1));
    if (type(option).isEnum()) {
      for (String choice : option.completionCandidates()) {
        assertTrue(said.get(2).contains(choice.toLowerCase(Locale.ROOT)), said.get(2));
      }
    }
  }

  @Test
  void everyValueHasANameForPeople() {
    for (CommandSpec command : commands()) {
      for (OptionSpec option : command.options()) {
        boolean flag = option.arity().max() == 0;
        assertTrue(
            flag || !option.paramLabel().contains("<"),
            path(command) + " " + option.longestName() + " " + option.paramLabel());
      }
    }
  }

  @Test
  void aTextThatBeginsWithAnAtSignIsAText() throws Exception {
    Path file = Files.writeString(folder.resolve("words"), "two words");
    RunCommand.Result result = RunCommand.in(folder, "compare", "@" + file, "b", "--top", "1");
    assertEquals(0, result.code(), result.err());
  }
}
