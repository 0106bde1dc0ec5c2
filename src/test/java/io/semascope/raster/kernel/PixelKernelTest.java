package io.semascope.raster.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PixelKernelTest {
  private static final long SEED = 20_261_121;
  private static final int FULL = 255 * 255;

  private final Random random = new Random(SEED);
  private final PixelKernel plain = new ScalarPixelKernel();
  private final PixelKernel fast = new SimdPixelKernel();

  @Test
  void bothKernelsPaintTheSamePixelsAndSayTheSameOfThem() {
    long[] one = new long[PixelKernel.LINE * PixelKernel.ROWS + PixelKernel.PIXELS];
    long[] other = one.clone();
    for (int stamp = 0; stamp < 2_000; stamp++) {
      int rows = 1 + random.nextInt(PixelKernel.ROWS);
      long[] colours = colours(3 + rows * PixelKernel.PIXELS);
      int at = random.nextInt(PixelKernel.LINE - PixelKernel.PIXELS);
      long expected = plain.paintBehind(one, at, colours, 3, rows);
      assertEquals(expected, fast.paintBehind(other, at, colours, 3, rows), "seed " + SEED);
    }
    assertArrayEquals(one, other);
    int[] expected = new int[77];
    int[] found = new int[77];
    for (long background : new long[] {0, 0x00FF_00FF_00FF_00FFL, 0x0080_0020_0080_0001L}) {
      plain.toArgb(one, 1, background, expected, 2, 71);
      fast.toArgb(other, 1, background, found, 2, 71);
      assertArrayEquals(expected, found);
    }
  }

  @Test
  void whatIsPaintedLaterLiesBehind() {
    for (PixelKernel kernel : new PixelKernel[] {plain, fast}) {
      long[] pixels = new long[PixelKernel.LINE];
      double[] expected = new double[4];
      double light = 1;
      for (int layer = 0; layer < 12; layer++) {
        long colour = colours(1)[0];
        long[] row = new long[PixelKernel.PIXELS];
        row[5] = colour;
        long covered = kernel.paintBehind(pixels, 0, row, 0, 1);
        for (int channel = 0; channel < 4; channel++) {
          expected[channel] += light * (colour >>> 48 - 16 * channel & 255);
        }
        light *= 1 - (colour >>> 48) / 255.0;
        for (int channel = 0; channel < 4; channel++) {
          double sum = (pixels[5] >>> 48 - 16 * channel & 0xFFFF) / 255.0;
          assertEquals(expected[channel], sum, 0.6 * (layer + 1), "seed " + SEED);
        }
        assertEquals((pixels[5] >>> 48) >= FULL - 127 ? 1 << 5 : 0, covered);
      }
      assertEquals(0, pixels[4] | pixels[6]);
    }
  }

  /// Premultiplied: no channel above alpha.
  private long[] colours(int count) {
    long[] colours = new long[count];
    for (int at = 0; at < count; at++) {
      long alpha = random.nextInt(3) == 0 ? random.nextInt(2) * 255 : random.nextInt(256);
      colours[at] = alpha << 48;
      for (int shift = 0; shift <= 32; shift += 16) {
        colours[at] |= (long) random.nextInt((int) alpha + 1) << shift;
      }
    }
    return colours;
  }

  @Test
  void bothKernelsCountAlikeAndLoseNothing() {
    long[] one = new long[80];
    long[] other = new long[80];
    long points = 0;
    for (int row = 0; row < 3_000; row++) {
      long[] words = new long[PixelKernel.WORDS];
      int weight = random.nextInt(13);
      for (int word = 0; word < 6; word++) {
        words[word] = (long) random.nextInt(13) << 32 | random.nextInt(12 * 255);
        points += word % 2 == 0 ? (words[word] >>> 32) * weight : 0;
      }
      int at = 2 * random.nextInt(36);
      plain.add(one, at, words, 0, weight);
      fast.add(other, at, words, 0, weight);
    }
    assertArrayEquals(one, other, "seed " + SEED);
    long counted = 0;
    for (int at = 0; at < one.length; at += 2) {
      counted += one[at] >>> 32;
    }
    assertEquals(points, counted);
  }

  @Test
  void bothKernelsShadeAlike() {
    Shade.Tones tones = new Shade.Tones(250, 10, 1 << 20);
    for (int row = 0; row < 300; row++) {
      Shade shade = new Shade(tones, row % 2 == 0 ? 0.1f : 0.4f, row % 3 == 0 ? 0 : 0xFF0D1117);
      long[] sums = new long[2 * Shading.WIDTH + 3];
      for (int pixel = 0; pixel < Shading.WIDTH; pixel++) {
        long points = random.nextInt(4) == 0 ? 0 : 1L << random.nextInt(22);
        sums[3 + 2 * pixel] = points << 32 | points * random.nextInt(256);
        sums[4 + 2 * pixel] = points * random.nextInt(256) << 32 | points * random.nextInt(256);
      }
      Shading one = new Shading();
      Shading other = new Shading();
      float most = plain.shade(sums, 3, shade, one);
      assertEquals(most, fast.shade(sums, 3, shade, other), "seed " + SEED);
      int[] expected = new int[Shading.WIDTH];
      int[] found = new int[Shading.WIDTH];
      one.copyTo(expected, 0, Shading.WIDTH);
      other.copyTo(found, 0, Shading.WIDTH);
      assertArrayEquals(expected, found, "seed " + SEED);
    }
  }

  @Test
  void lightnessFollowsTheLogarithm() {
    Shade shade = new Shade(new Shade.Tones(112, 38, 2), 0.4f, 0);
    for (float count = 1; count <= 2; count += 0x1p-10f) {
      assertEquals(112 - 74 * Math.log(count) / Math.log(2), shade.luma(count), 0.01);
    }
    Shade wide = new Shade(new Shade.Tones(196, 38, 1000), 0.4f, 0);
    for (float count = 1; count <= 1000; count *= 1.01f) {
      assertEquals(196 - 158 * Math.log(count) / Math.log(1000), wide.luma(count), 0.01);
    }
    assertEquals(196, wide.luma(0));
    assertEquals(38, wide.luma(1e6f), 1e-4);
  }

  @Test
  void bothKernelsLocateAlike() {
    float[] odd = {
      Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, -1e9f, 0
    };
    for (int rows : new int[] {Located.ROWS, 61, 1, 0}) {
      for (int far : new int[] {1, 2, 31}) {
        Located one = new Located();
        Located other = new Located();
        for (int at = 0; at < 2 * rows; at++) {
          boolean isOdd = random.nextInt(9) == 0;
          one.places()[at] = isOdd ? odd[random.nextInt(6)] : 150 - random.nextFloat() * 300;
        }
        Arrays.setAll(one.kinds(), row -> random.nextInt(1 << 14));
        System.arraycopy(one.places(), 0, other.places(), 0, 2 * rows);
        System.arraycopy(one.kinds(), 0, other.kinds(), 0, rows);
        Located.Ground ground = new Located.Ground(1.3, 140.1, 90.7, 300, 191, far);
        int inside = plain.locate(one, rows, ground);
        assertEquals(inside, fast.locate(other, rows, ground), "seed " + SEED);
        assertArrayEquals(one.counts(), other.counts(), "seed " + SEED);
        assertArrayEquals(one.spans(), other.spans(), "seed " + SEED);
        assertArrayEquals(one.tiles(), other.tiles(), "seed " + SEED);
        assertArrayEquals(one.entries(), other.entries(), "seed " + SEED);
        for (int row = 0; row < rows; row++) {
          assertStandsOnItsTiles(one, row, ground);
        }
      }
    }
  }

  /// Against the tiles that a point's pixel and those around it lie on, one by one.
  private static void assertStandsOnItsTiles(Located located, int row, Located.Ground ground) {
    double x = Math.floor(ground.originX() + located.places()[2 * row] * ground.scale());
    double y = Math.floor(ground.originY() - located.places()[2 * row + 1] * ground.scale());
    int count = 0;
    int first = -1;
    for (int tile = ground.columns() * ground.rows() - 1; tile >= 0; tile--) {
      int left = tile % ground.columns() * Located.TILE;
      int top = tile / ground.columns() * Located.TILE;
      boolean across = x + ground.far() >= left && x - ground.far() < left + Located.TILE;
      boolean down = y + ground.far() >= top && y - ground.far() < top + Located.TILE;
      count += across && down ? 1 : 0;
      first = across && down ? tile : first;
    }
    assertEquals(count, located.counts()[row], "seed " + SEED);
    if (count > 0) {
      int entry = located.entries()[row];
      int mask = (1 << Located.POSITION_BITS) - 1;
      int left = first % ground.columns() * Located.TILE;
      int top = first / ground.columns() * Located.TILE;
      assertEquals(first, located.tiles()[row]);
      assertEquals(x - left, (entry & mask) / Located.PHASES - Located.MARGIN);
      assertEquals(
          y - top, (entry >>> Located.POSITION_BITS & mask) / Located.PHASES - Located.MARGIN);
      assertEquals(located.kinds()[row], entry >>> 2 * Located.POSITION_BITS);
    }
  }

  @Test
  void aPixelWithoutPointsIsEmptyAndOneWithManyIsOpaque() {
    Shade.Tones tones = new Shade.Tones(100, 100, 1);
    for (PixelKernel kernel : new PixelKernel[] {plain, fast}) {
      long[] sums = new long[2 * Shading.WIDTH];
      long points = 256;
      sums[2] = points << 32 | points * 200;
      sums[3] = points * 10 << 32 | points * 20;
      Shading shading = new Shading();
      assertEquals(points, kernel.shade(sums, 0, new Shade(tones, 0.4f, 0), shading));
      int[] argb = new int[2];
      shading.copyTo(argb, 0, 2);
      assertEquals(0, argb[0]);
      // Luma 67.95 is lifted to 100 by mixing with white: each channel x becomes 255 − (255 − x) ·
      // 155 / 187.051.
      assertEquals(0xFF_D1_34_3C, argb[1]);
    }
  }
}
