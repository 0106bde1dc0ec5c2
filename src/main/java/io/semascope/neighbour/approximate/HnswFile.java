package io.semascope.neighbour.approximate;

import io.github.jbellis.jvector.graph.ImmutableGraphIndex.NodeAtLevel;
import io.github.jbellis.jvector.graph.NodesIterator;
import io.github.jbellis.jvector.graph.OnHeapGraphIndex;
import io.semascope.job.Cancellation;
import io.semascope.problem.SystemRefusal;
import io.semascope.vector.VectorBlock;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Keeps an index beside a workspace. Big-endian: magic and version, the `IndexKey`, the measured recalls, where searches begin, then layer by layer, ground
/// first, each row with its neighbours, rows ascending; SHA-256 of all that at the end.
///
/// A file is never trusted: every number is held against its range before it is used, so that any bytes at all lead to an answer or a reason.
public final class HnswFile {
  private static final long MAGIC = 0x53_45_4D_41_48_4E_53_57L; // SEMAHNSW
  private static final int VERSION = 1;

  /// The library draws layers from a geometric distribution; more than this would need more rows than an int counts.
  private static final int MOST_LAYERS = 64;

  private static final int MOST_RECALLS = 1000;
  private static final int BUFFER_BYTES = 1 << 16;

  private HnswFile() {}

  /// Writes into a file of another name and moves it into place, so that a reader sees the old file or the new one. Throws `IOException` when the folder
  /// cannot be written, `JobCancelled` when asked to stop.
  public static void save(
      Path file, IndexKey key, SavedIndex.Usable saved, Cancellation cancellation)
      throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, file.getFileName() + "-", ".part");
    try {
      MessageDigest digest = IndexKey.sha256();
      try (DigestOutputStream digesting =
              new DigestOutputStream(Files.newOutputStream(part), digest);
          DataOutputStream out =
              new DataOutputStream(new BufferedOutputStream(digesting, BUFFER_BYTES))) {
        writeHead(out, key, saved.recalls());
        writeLayers(out, saved.index(), cancellation);
        out.flush();
        digesting.on(false);
        out.write(digest.digest());
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void writeHead(DataOutputStream out, IndexKey key, List<Recall> recalls)
      throws IOException {
    out.writeLong(MAGIC);
    out.writeInt(VERSION);
    out.writeUTF(key.space());
    out.writeUTF(key.vectors());
    out.writeInt(key.rows());
    out.writeInt(key.dimension());
    out.writeInt(key.parameters().degree());
    out.writeInt(key.parameters().buildBreadth());
    List<Recall> kept = recalls.subList(Math.max(0, recalls.size() - MOST_RECALLS), recalls.size());
    out.writeInt(kept.size());
    for (Recall recall : kept) {
      out.writeInt(recall.dial());
      out.writeInt(recall.nearest());
      out.writeInt(recall.queries());
      out.writeDouble(recall.value());
    }
  }

  private static void writeLayers(DataOutputStream out, HnswIndex index, Cancellation cancellation)
      throws IOException {
    OnHeapGraphIndex graph = index.graph();
    if (index.scores().usableCount() == 0) {
      out.writeInt(0);
      return;
    }
    NodeAtLevel entry = graph.entryNode();
    out.writeInt(entry.level + 1);
    out.writeInt(entry.node);
    for (int layer = 0; layer <= entry.level; layer++) {
      int[] rows = graph.nodeStream(layer).sorted().toArray();
      out.writeInt(rows.length);
      for (int row : rows) {
        cancellation.check();
        NodesIterator neighbours = graph.getNeighborsIterator(layer, row);
        out.writeInt(row);
        out.writeInt(neighbours.size());
        while (neighbours.hasNext()) {
          out.writeInt(neighbours.nextInt());
        }
      }
    }
  }

  /// Reads an index over `block`, whose key is `wanted`. Throws `JobCancelled` when asked to stop.
  public static SavedIndex read(
      Path file, IndexKey wanted, VectorBlock block, Cancellation cancellation) {
    if (!Files.exists(file)) {
      return new SavedIndex.Missing();
    }
    MessageDigest digest = IndexKey.sha256();
    try (DigestInputStream digesting =
            new DigestInputStream(
                new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES), digest);
        DataInputStream in = new DataInputStream(digesting)) {
      List<Recall> recalls = readHead(in, wanted);
      CosineScores scores = CosineScores.of(block, cancellation);
      OnHeapGraphIndex graph =
          new LayerReader(in, scores, wanted.parameters()).read(MOST_LAYERS, cancellation);
      digesting.on(false);
      requireEnd(in, digest.digest());
      return new SavedIndex.Usable(
          HnswIndex.of(scores, graph, wanted.parameters(), cancellation), recalls);
    } catch (UnusableFile e) {
      return new SavedIndex.Refused(e.reason());
    } catch (EOFException e) {
      return new SavedIndex.Refused("it ends too early");
    } catch (UTFDataFormatException e) {
      return new SavedIndex.Refused("it is damaged");
    } catch (IOException e) {
      String why = SystemRefusal.reading(file.getFileName(), e);
      return new SavedIndex.Refused("it could not be read. " + why.substring(0, why.length() - 1));
    }
  }

  private static List<Recall> readHead(DataInputStream in, IndexKey wanted) throws IOException {
    if (in.readLong() != MAGIC) {
      throw new UnusableFile("it is no saved index");
    }
    int version = in.readInt();
    if (version != VERSION) {
      throw new UnusableFile("its format is " + version + ", not " + VERSION);
    }
    boolean same = in.readUTF().equals(wanted.space());
    same &= in.readUTF().equals(wanted.vectors());
    same &= in.readInt() == wanted.rows();
    same &= in.readInt() == wanted.dimension();
    if (!same) {
      throw new UnusableFile("it was built from other vectors");
    }
    if (in.readInt() != wanted.parameters().degree()
        | in.readInt() != wanted.parameters().buildBreadth()) {
      throw new UnusableFile("it was built with other parameters");
    }
    return readRecalls(in);
  }

  private static List<Recall> readRecalls(DataInputStream in) throws IOException {
    int count = UnusableFile.inRange(in.readInt(), 0, MOST_RECALLS);
    List<Recall> recalls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int breadth = UnusableFile.inRange(in.readInt(), 1, Integer.MAX_VALUE);
      int nearest = UnusableFile.inRange(in.readInt(), 1, Integer.MAX_VALUE);
      int queries = UnusableFile.inRange(in.readInt(), 1, Integer.MAX_VALUE);
      double value = in.readDouble();
      if (!(value >= 0 && value <= 1)) {
        throw new UnusableFile("it is damaged");
      }
      recalls.add(new Recall(breadth, nearest, queries, value));
    }
    return recalls;
  }

  private static void requireEnd(DataInputStream in, byte[] digest) throws IOException {
    byte[] told = new byte[digest.length];
    in.readFully(told);
    if (!Arrays.equals(told, digest) || in.read() >= 0) {
      throw new UnusableFile("it is damaged");
    }
  }
}
