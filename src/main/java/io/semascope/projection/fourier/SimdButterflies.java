package io.semascope.projection.fourier;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API: a register holds several lanes at the same place of their sequences.
///
/// Loading this class needs the module `jdk.incubator.vector`; only `LaneTransform` names it.
final class SimdButterflies implements Butterflies {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  @Override
  public void two(Pass pass, Lanes lanes) {
    float[] re = lanes.re;
    float[] im = lanes.im;
    int run = pass.run();
    int apart = pass.groups() * run;
    for (int group = 0; group < pass.groups(); group++) {
      for (int i = 0; i < run; i += WIDTH) {
        int from = group * run + i;
        int to = group * 2 * run + i;
        FloatVector ar = load(re, from);
        FloatVector ai = load(im, from);
        FloatVector br = load(re, from + apart);
        FloatVector bi = load(im, from + apart);
        put(lanes, to, ar.add(br), ai.add(bi));
        FloatVector c1 = all(pass.cosine(group, 1));
        FloatVector s1 = all(pass.sine(group, 1));
        FloatVector y1r = ar.sub(br);
        FloatVector y1i = ai.sub(bi);
        put(lanes, to + run, real(y1r, y1i, c1, s1), imaginary(y1r, y1i, c1, s1));
      }
    }
  }

  @Override
  public void three(Pass pass, Lanes lanes) {
    float[] re = lanes.re;
    float[] im = lanes.im;
    int run = pass.run();
    int apart = pass.groups() * run;
    for (int group = 0; group < pass.groups(); group++) {
      for (int i = 0; i < run; i += WIDTH) {
        int from = group * run + i;
        int to = group * 3 * run + i;
        FloatVector ar = load(re, from);
        FloatVector ai = load(im, from);
        FloatVector br = load(re, from + apart);
        FloatVector bi = load(im, from + apart);
        FloatVector cr = load(re, from + 2 * apart);
        FloatVector ci = load(im, from + 2 * apart);
        FloatVector tr = br.add(cr);
        FloatVector ti = bi.add(ci);
        FloatVector nr = br.sub(cr).mul(S3);
        FloatVector ni = bi.sub(ci).mul(S3);
        FloatVector mr = tr.fma(all(-0.5f), ar);
        FloatVector mi = ti.fma(all(-0.5f), ai);
        put(lanes, to, ar.add(tr), ai.add(ti));
        FloatVector c1 = all(pass.cosine(group, 1));
        FloatVector s1 = all(pass.sine(group, 1));
        FloatVector y1r = mr.add(ni);
        FloatVector y1i = mi.sub(nr);
        put(lanes, to + run, real(y1r, y1i, c1, s1), imaginary(y1r, y1i, c1, s1));
        FloatVector c2 = all(pass.cosine(group, 2));
        FloatVector s2 = all(pass.sine(group, 2));
        FloatVector y2r = mr.sub(ni);
        FloatVector y2i = mi.add(nr);
        put(lanes, to + 2 * run, real(y2r, y2i, c2, s2), imaginary(y2r, y2i, c2, s2));
      }
    }
  }

  @Override
  public void four(Pass pass, Lanes lanes) {
    float[] re = lanes.re;
    float[] im = lanes.im;
    int run = pass.run();
    int apart = pass.groups() * run;
    for (int group = 0; group < pass.groups(); group++) {
      for (int i = 0; i < run; i += WIDTH) {
        int from = group * run + i;
        int to = group * 4 * run + i;
        FloatVector ar = load(re, from);
        FloatVector ai = load(im, from);
        FloatVector br = load(re, from + apart);
        FloatVector bi = load(im, from + apart);
        FloatVector cr = load(re, from + 2 * apart);
        FloatVector ci = load(im, from + 2 * apart);
        FloatVector dr = load(re, from + 3 * apart);
        FloatVector di = load(im, from + 3 * apart);
        FloatVector sr = ar.add(cr);
        FloatVector si = ai.add(ci);
        FloatVector tr = ar.sub(cr);
        FloatVector ti = ai.sub(ci);
        FloatVector ur = br.add(dr);
        FloatVector ui = bi.add(di);
        FloatVector vr = br.sub(dr);
        FloatVector vi = bi.sub(di);
        put(lanes, to, sr.add(ur), si.add(ui));
        FloatVector c1 = all(pass.cosine(group, 1));
        FloatVector s1 = all(pass.sine(group, 1));
        FloatVector y1r = tr.add(vi);
        FloatVector y1i = ti.sub(vr);
        put(lanes, to + run, real(y1r, y1i, c1, s1), imaginary(y1r, y1i, c1, s1));
        FloatVector c2 = all(pass.cosine(group, 2));
        FloatVector s2 = all(pass.sine(group, 2));
        FloatVector y2r = sr.sub(ur);
        FloatVector y2i = si.sub(ui);
        put(lanes, to + 2 * run, real(y2r, y2i, c2, s2), imaginary(y2r, y2i, c2, s2));
        FloatVector c3 = all(pass.cosine(group, 3));
        FloatVector s3 = all(pass.sine(group, 3));
        FloatVector y3r = tr.sub(vi);
        FloatVector y3i = ti.add(vr);
        put(lanes, to + 3 * run, real(y3r, y3i, c3, s3), imaginary(y3r, y3i, c3, s3));
      }
    }
  }

  @Override
  public void five(Pass pass, Lanes lanes) {
    float[] re = lanes.re;
    float[] im = lanes.im;
    int run = pass.run();
    int apart = pass.groups() * run;
    for (int group = 0; group < pass.groups(); group++) {
      for (int i = 0; i < run; i += WIDTH) {
        int from = group * run + i;
        int to = group * 5 * run + i;
        FloatVector ar = load(re, from);
        FloatVector ai = load(im, from);
        FloatVector br = load(re, from + apart);
        FloatVector bi = load(im, from + apart);
        FloatVector cr = load(re, from + 2 * apart);
        FloatVector ci = load(im, from + 2 * apart);
        FloatVector dr = load(re, from + 3 * apart);
        FloatVector di = load(im, from + 3 * apart);
        FloatVector er = load(re, from + 4 * apart);
        FloatVector ei = load(im, from + 4 * apart);
        FloatVector sr = br.add(er);
        FloatVector si = bi.add(ei);
        FloatVector tr = br.sub(er);
        FloatVector ti = bi.sub(ei);
        FloatVector ur = cr.add(dr);
        FloatVector ui = ci.add(di);
        FloatVector vr = cr.sub(dr);
        FloatVector vi = ci.sub(di);
        FloatVector mr = ur.fma(all(C2), sr.fma(all(C1), ar));
        FloatVector mi = ui.fma(all(C2), si.fma(all(C1), ai));
        FloatVector nr = vr.fma(all(S2), tr.mul(S1));
        FloatVector ni = vi.fma(all(S2), ti.mul(S1));
        FloatVector pr = ur.fma(all(C1), sr.fma(all(C2), ar));
        FloatVector pi = ui.fma(all(C1), si.fma(all(C2), ai));
        FloatVector qr = vr.fma(all(-S1), tr.mul(S2));
        FloatVector qi = vi.fma(all(-S1), ti.mul(S2));
        put(lanes, to, ar.add(sr.add(ur)), ai.add(si.add(ui)));
        FloatVector c1 = all(pass.cosine(group, 1));
        FloatVector s1 = all(pass.sine(group, 1));
        FloatVector y1r = mr.add(ni);
        FloatVector y1i = mi.sub(nr);
        put(lanes, to + run, real(y1r, y1i, c1, s1), imaginary(y1r, y1i, c1, s1));
        FloatVector c2 = all(pass.cosine(group, 2));
        FloatVector s2 = all(pass.sine(group, 2));
        FloatVector y2r = pr.add(qi);
        FloatVector y2i = pi.sub(qr);
        put(lanes, to + 2 * run, real(y2r, y2i, c2, s2), imaginary(y2r, y2i, c2, s2));
        FloatVector c3 = all(pass.cosine(group, 3));
        FloatVector s3 = all(pass.sine(group, 3));
        FloatVector y3r = pr.sub(qi);
        FloatVector y3i = pi.add(qr);
        put(lanes, to + 3 * run, real(y3r, y3i, c3, s3), imaginary(y3r, y3i, c3, s3));
        FloatVector c4 = all(pass.cosine(group, 4));
        FloatVector s4 = all(pass.sine(group, 4));
        FloatVector y4r = mr.sub(ni);
        FloatVector y4i = mi.add(nr);
        put(lanes, to + 4 * run, real(y4r, y4i, c4, s4), imaginary(y4r, y4i, c4, s4));
      }
    }
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(SPECIES, values, at);
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  private static void put(Lanes lanes, int at, FloatVector re, FloatVector im) {
    re.intoArray(lanes.nextRe, at);
    im.intoArray(lanes.nextIm, at);
  }

  /// Real part of (re + i im) (cosine + i sine).
  private static FloatVector real(
      FloatVector re, FloatVector im, FloatVector cosine, FloatVector sine) {
    return re.fma(cosine, im.mul(sine).neg());
  }

  /// Imaginary part of the same.
  private static FloatVector imaginary(
      FloatVector re, FloatVector im, FloatVector cosine, FloatVector sine) {
    return re.fma(sine, im.mul(cosine));
  }
}
