package io.semascope.raster.kernel;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.D2I;
import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.L2I;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.MAX;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API: as many machine words at once as a register holds, eight of 512 bits.
///
/// Loading this class needs the module `jdk.incubator.vector`; only `Best` names it.
final class SimdPixelKernel implements PixelKernel {
  private static final VectorSpecies<Long> SPECIES =
      LongVector.SPECIES_PREFERRED.length() > PIXELS
          ? LongVector.SPECIES_512
          : LongVector.SPECIES_PREFERRED;

  private static final int LANES = SPECIES.length();
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(Math.max(64, LANES * Integer.SIZE)));

  private static final long FULL = 255 * 255;
  private static final long COVERED_FROM = FULL - 127;
  private static final VectorSpecies<Double> DOUBLES =
      VectorSpecies.of(double.class, SPECIES.vectorShape());

  /// As many places as there are words, x and y in one word.
  private static final VectorSpecies<Float> PLACES =
      VectorSpecies.of(float.class, SPECIES.vectorShape());

  /// What a row of pixels is wide enough for.
  private static final VectorSpecies<Float> WIDE =
      FloatVector.SPECIES_PREFERRED.length() > Shading.WIDTH
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  private static final VectorSpecies<Long> WIDE_WORDS =
      VectorSpecies.of(long.class, WIDE.vectorShape());

  /// Which numbers of two registers have an even place, and which an odd one.
  private static final IntVector EVEN =
      IntVector.zero(VectorSpecies.of(int.class, WIDE.vectorShape())).addIndex(2);

  private static final IntVector ODD = EVEN.add(1);

  private static final long HALVES = 0x0080_0080_0080_0080L;
  private static final long LOW_BYTES = 0x00FF_00FF_00FF_00FFL;

  @Override
  public long paintBehind(long[] pixels, int at, long[] colours, int from, int rows) {
    long covered = 0;
    for (int row = 0; row < rows; row++) {
      covered |= paintRow(pixels, at + row * LINE, colours, from + row * PIXELS) << row * PIXELS;
    }
    return covered;
  }

  private static long paintRow(long[] pixels, int at, long[] colours, int from) {
    long covered = 0;
    for (int pixel = 0; pixel < PIXELS; pixel += LANES) {
      LongVector under = LongVector.fromArray(SPECIES, pixels, at + pixel);
      LongVector colour = LongVector.fromArray(SPECIES, colours, from + pixel);
      // As `ScalarPixelKernel.dividedBy255` has it.
      LongVector half = LongVector.broadcast(SPECIES, FULL + 128).sub(under.lanewise(LSHR, 48));
      LongVector light = half.add(half.lanewise(LSHR, 8)).lanewise(LSHR, 8);
      LongVector both = light.or(light.lanewise(LSHL, 16));
      LongVector four = both.or(both.lanewise(LSHL, 32));
      // Sixteen bits hold each product and each sum, so no channel touches the next.
      LongVector seen =
          colour.reinterpretAsShorts().mul(four.reinterpretAsShorts()).reinterpretAsLongs();
      LongVector sums = under.add(seen);
      sums.intoArray(pixels, at + pixel);
      covered |= sums.lanewise(LSHR, 48).compare(GE, COVERED_FROM).toLong() << pixel;
    }
    return covered;
  }

  @Override
  public void toArgb(long[] pixels, int at, long background, int[] target, int to, int count) {
    int pixel = 0;
    for (; pixel <= count - LANES; pixel += LANES) {
      LongVector above = LongVector.fromArray(SPECIES, pixels, at + pixel);
      // As in `paintRow`.
      LongVector rest = LongVector.broadcast(SPECIES, FULL + 128).sub(above.lanewise(LSHR, 48));
      LongVector light = rest.add(rest.lanewise(LSHR, 8)).lanewise(LSHR, 8);
      LongVector both = light.or(light.lanewise(LSHL, 16));
      LongVector four = both.or(both.lanewise(LSHL, 32));
      LongVector seen =
          LongVector.broadcast(SPECIES, background)
              .reinterpretAsShorts()
              .mul(four.reinterpretAsShorts())
              .reinterpretAsLongs();
      LongVector half = above.add(seen).add(HALVES);
      LongVector bytes =
          half.add(half.lanewise(LSHR, 8).and(LOW_BYTES)).lanewise(LSHR, 8).and(LOW_BYTES);
      // Each pair of channels side by side, then both pairs.
      LongVector pairs = bytes.or(bytes.lanewise(LSHR, 8)).and(0x0000_FFFF_0000_FFFFL);
      pairs
          .or(pairs.lanewise(LSHR, 16))
          .convertShape(L2I, INTS, 0)
          .reinterpretAsInts()
          .intoArray(target, to + pixel);
    }
    for (; pixel < count; pixel++) {
      target[to + pixel] = ScalarPixelKernel.argb(pixels[at + pixel], background);
    }
  }

  @Override
  public void add(long[] sums, int at, long[] words, int from, int weight) {
    for (int word = 0; word < WORDS; word += LANES) {
      LongVector row = LongVector.fromArray(SPECIES, words, from + word);
      LongVector weighted = row.reinterpretAsInts().mul(weight).reinterpretAsLongs();
      LongVector.fromArray(SPECIES, sums, at + word).add(weighted).intoArray(sums, at + word);
    }
  }

  @Override
  public float shade(long[] sums, int at, Shade shade, Shading shading) {
    // In three loops of their own: as one, they are more than the compiler takes at once.
    float most = takeMeans(sums, at, shading);
    findLumas(shade, shading);
    mix(shade, shading);
    return most;
  }

  private static float takeMeans(long[] sums, int at, Shading shading) {
    FloatVector most = FloatVector.zero(WIDE);
    for (int pixel = 0; pixel < Shading.WIDTH; pixel += WIDE.length()) {
      int from = at + 2 * pixel;
      int step = WIDE_WORDS.length();
      IntVector first = words(sums, from);
      IntVector second = words(sums, from + step);
      IntVector third = words(sums, from + 2 * step);
      IntVector fourth = words(sums, from + 3 * step);
      IntVector lows = EVEN.selectFrom(first, second);
      IntVector moreLows = EVEN.selectFrom(third, fourth);
      IntVector highs = ODD.selectFrom(first, second);
      IntVector moreHighs = ODD.selectFrom(third, fourth);
      FloatVector points = floats(EVEN.selectFrom(highs, moreHighs));
      most = most.max(points);
      FloatVector share = FloatVector.broadcast(WIDE, 1).div(points.max(1));
      points.mul(Shade.POINT).intoArray(shading.count, pixel);
      floats(EVEN.selectFrom(lows, moreLows)).mul(share).intoArray(shading.red, pixel);
      floats(ODD.selectFrom(highs, moreHighs)).mul(share).intoArray(shading.green, pixel);
      floats(ODD.selectFrom(lows, moreLows)).mul(share).intoArray(shading.blue, pixel);
    }
    return most.reduceLanes(MAX);
  }

  private static IntVector words(long[] sums, int at) {
    return LongVector.fromArray(WIDE_WORDS, sums, at).reinterpretAsInts();
  }

  private static FloatVector floats(IntVector numbers) {
    return (FloatVector) numbers.convertShape(I2F, WIDE, 0);
  }

  /// As `Shade.luma` has it.
  private static void findLumas(Shade shade, Shading shading) {
    for (int pixel = 0; pixel < Shading.WIDTH; pixel += WIDE.length()) {
      IntVector bits = FloatVector.fromArray(WIDE, shading.count, pixel).max(1).reinterpretAsInts();
      FloatVector exponent =
          floats(bits.lanewise(ASHR, Shade.EXPONENT_AT).sub(Shade.EXPONENT_OF_ONE));
      FloatVector fraction = bits.and(Shade.FRACTION).or(Shade.ONE).reinterpretAsFloats().sub(1);
      FloatVector curve = fraction.mul(Shade.C).add(Shade.B).mul(fraction).add(Shade.A);
      FloatVector bend = FloatVector.broadcast(WIDE, 1).sub(fraction).mul(fraction).mul(curve);
      exponent
          .add(fraction)
          .add(bend)
          .mul(shade.partOfADoubling)
          .min(1)
          .mul(shade.rise)
          .add(shade.lone)
          .intoArray(shading.luma, pixel);
    }
  }

  /// As `Shade.argb` has it.
  private static void mix(Shade shade, Shading shading) {
    for (int pixel = 0; pixel < Shading.WIDTH; pixel += WIDE.length()) {
      FloatVector red = FloatVector.fromArray(WIDE, shading.red, pixel);
      FloatVector green = FloatVector.fromArray(WIDE, shading.green, pixel);
      FloatVector blue = FloatVector.fromArray(WIDE, shading.blue, pixel);
      FloatVector wanted = FloatVector.fromArray(WIDE, shading.luma, pixel);
      FloatVector luma = red.mul(Shade.RED).add(green.mul(Shade.GREEN)).add(blue.mul(Shade.BLUE));
      VectorMask<Float> darker = luma.compare(GT, wanted);
      FloatVector all = FloatVector.broadcast(WIDE, Shade.WHITE);
      FloatVector above = FloatVector.broadcast(WIDE, Shade.ABOVE_WHITE).sub(luma);
      FloatVector factor = all.sub(wanted).blend(wanted, darker).div(above.blend(luma, darker));
      FloatVector alpha =
          FloatVector.fromArray(WIDE, shading.count, pixel).mul(shade.opacityOfAPoint).min(1);
      FloatVector white = all.sub(factor.mul(Shade.WHITE)).mul(alpha).blend(0, darker);
      FloatVector scaled = factor.mul(alpha);
      // Spelt out: a register handed to a method of our own becomes an object once `mix` has grown
      // to what the compiler takes in.
      FloatVector light = FloatVector.broadcast(WIDE, 1).sub(alpha);
      FloatVector first = alpha.mul(Shade.WHITE).add(light.mul(shade.alpha));
      FloatVector second = red.mul(scaled).add(white).add(light.mul(shade.red));
      FloatVector third = green.mul(scaled).add(white).add(light.mul(shade.green));
      FloatVector fourth = blue.mul(scaled).add(white).add(light.mul(shade.blue));
      // What `ROUNDING` leaves above the lowest eight bits falls off to the left, but for the last.
      IntVector high =
          first
              .add(Shade.ROUNDING)
              .reinterpretAsInts()
              .lanewise(LSHL, 24)
              .or(second.add(Shade.ROUNDING).reinterpretAsInts().lanewise(LSHL, 16));
      third
          .add(Shade.ROUNDING)
          .reinterpretAsInts()
          .lanewise(LSHL, 8)
          .or(fourth.add(Shade.ROUNDING).reinterpretAsInts().and(255))
          .or(high)
          .intoArray(shading.argb, pixel);
    }
  }

  @Override
  public int locate(Located located, int rows, Located.Ground ground) {
    int whole = rows - rows % LANES;
    findQuarters(located, whole, ground);
    int inside = whole - findTiles(located, whole, ground);
    return inside + ScalarPixelKernel.locate(located, whole, rows, ground);
  }

  private static void findQuarters(Located located, int rows, Located.Ground ground) {
    for (int row = 0; row < rows; row += LANES) {
      LongVector both = FloatVector.fromArray(PLACES, located.places, 2 * row).reinterpretAsLongs();
      doubles(both)
          .mul(ground.scale())
          .add(ground.originX())
          .add(Located.MARGIN)
          .mul(Located.PHASES)
          .convertShape(D2I, INTS, 0)
          .reinterpretAsInts()
          .intoArray(located.quartersX, row);
      doubles(both.lanewise(LSHR, 32))
          .mul(-ground.scale())
          .add(ground.originY())
          .add(Located.MARGIN)
          .mul(Located.PHASES)
          .convertShape(D2I, INTS, 0)
          .reinterpretAsInts()
          .intoArray(located.quartersY, row);
    }
  }

  /// Of the floats in the lower halves.
  private static DoubleVector doubles(LongVector words) {
    return (DoubleVector)
        words
            .convertShape(L2I, INTS, 0)
            .reinterpretAsInts()
            .reinterpretAsFloats()
            .convertShape(F2D, DOUBLES, 0);
  }

  /// As `ScalarPixelKernel.place` has it, but returns how many are not in the picture.
  private static int findTiles(Located located, int rows, Located.Ground ground) {
    IntVector outside = IntVector.zero(INTS);
    int far = ground.far() * Located.PHASES;
    for (int row = 0; row < rows; row += LANES) {
      IntVector quarterX = IntVector.fromArray(INTS, located.quartersX, row);
      IntVector quarterY = IntVector.fromArray(INTS, located.quartersY, row);
      IntVector x = quarterX.sub(Located.QUARTERS_OF_MARGIN);
      IntVector y = quarterY.sub(Located.QUARTERS_OF_MARGIN);
      IntVector left = x.sub(far).lanewise(ASHR, Located.TILE_BITS).max(0);
      IntVector top = y.sub(far).lanewise(ASHR, Located.TILE_BITS).max(0);
      IntVector right = x.add(far).lanewise(ASHR, Located.TILE_BITS).min(ground.columns() - 1);
      IntVector down = y.add(far).lanewise(ASHR, Located.TILE_BITS).min(ground.rows() - 1);
      IntVector wide = right.sub(left);
      IntVector tall = down.sub(top);
      wide.add(1).max(0).mul(tall.add(1).max(0)).intoArray(located.counts, row);
      wide.add(tall.add(tall)).intoArray(located.spans, row);
      top.mul(ground.columns()).add(left).intoArray(located.tiles, row);
      IntVector.fromArray(INTS, located.kinds, row)
          .lanewise(LSHL, Located.POSITION_BITS)
          .add(quarterY.sub(top.lanewise(LSHL, Located.TILE_BITS)))
          .lanewise(LSHL, Located.POSITION_BITS)
          .add(quarterX.sub(left.lanewise(LSHL, Located.TILE_BITS)))
          .intoArray(located.entries, row);
      IntVector lastX = IntVector.broadcast(INTS, ground.width() * Located.PHASES - 1).sub(x);
      IntVector lastY = IntVector.broadcast(INTS, ground.height() * Located.PHASES - 1).sub(y);
      outside = outside.add(x.or(y).or(lastX).or(lastY).lanewise(LSHR, 31));
    }
    return outside.reduceLanes(ADD);
  }
}
