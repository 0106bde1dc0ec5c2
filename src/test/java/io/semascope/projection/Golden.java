package io.semascope.projection;

import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/// What `golden.py` wrote, and other points to test with.
public final class Golden {
  private Golden() {}

  /// 400 points of 24 dimensions in eight clusters.
  public static VectorBlock points() {
    float[] values = floats("points.f32");
    List<float[]> rows = new ArrayList<>();
    for (int from = 0; from < values.length; from += 24) {
      rows.add(java.util.Arrays.copyOfRange(values, from, from + 24));
    }
    return VectorBlock.copyOf(rows, 24);
  }

  /// Their principal components.
  public static PlanarLayout layout() {
    return PlanarLayout.copyOf(floats("layout.f32"));
  }

  public static double number(String name) {
    Properties properties = new Properties();
    try (InputStream in = open("golden.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Double.parseDouble(Objects.requireNonNull(properties.getProperty(name), name));
  }

  /// Independent normal values.
  public static VectorBlock noise(int count, int dimension, long seed) {
    Random random = new Random(seed);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      float[] values = new float[dimension];
      for (int i = 0; i < dimension; i++) {
        values[i] = (float) random.nextGaussian();
      }
      rows.add(values);
    }
    return VectorBlock.copyOf(rows, dimension);
  }

  /// Runs work on so many cores.
  public static <T> T onCores(int cores, Supplier<T> work) {
    try (ForkJoinPool pool = new ForkJoinPool(cores)) {
      return pool.submit(work::get).join();
    }
  }

  private static float[] floats(String name) {
    try (InputStream in = open(name)) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      float[] values = new float[bytes.remaining() / Float.BYTES];
      bytes.asFloatBuffer().get(values);
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(Golden.class.getResourceAsStream(name), name);
  }
}
