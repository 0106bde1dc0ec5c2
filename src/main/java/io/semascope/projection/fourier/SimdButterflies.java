package io.semascope.projection.fourier;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API: a register holds several lanes at the same place of their sequences.
///
/// Nothing is shared by small methods of our own: a compiled method that has grown large enough takes in only what the Vector API itself marks, and a register
/// handed to a call becomes an object, which made these loops two to eight times slower.
///
/// Loading this class needs the module `jdk.incubator.vector`; only `LaneTransform` names it.
final class SimdButterflies implements Butterflies {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  @Override
  public void two(Pass pass, Lanes lanes) {
    float[] re = lanes.re;
    float[] im = lanes.im;
    float[] nextRe = lanes.nextRe;
    float[] nextIm = lanes.nextIm;
    int run = pass.run();
    int apart = pass.groups() * run;
    for (int group = 0; group < pass.groups(); group++) {
      for (int i = 0; i < run; i += WIDTH) {
        int from = group * run + i;
        int to = group * 2 * run + i;
        FloatVector ar = FloatVector.fromArray(SPECIES, re, from);
        FloatVector ai = FloatVector.fromArray(SPECIES, im, from);
        FloatVector br = FloatVector.fromArray(SPECIES, re, from + apart);
        FloatVector bi = FloatVector.fromArray(SPECIES, im, from + apart);
        ar.add(br).intoArray(nextRe, to);
        ai.add(bi).intoArray(nextIm, to);
        FloatVector c1 = FloatVector.broadcast(SPECIES, pass.cosine(group, 1));
        FloatVector s1 = FloatVector.broadcast(SPECIES, pass.sine(group, 1));
        FloatVector y1r = ar.sub(br);
        FloatVector y1i = ai.sub(bi);
        y1r.fma(c1, y1i.mul(s1).neg()).intoArray(nextRe, to + run);
        y1r.fma(s1, y1i.mul(c1)).intoArray(nextIm, to + run);
      }
    }
  }

  @Override
  public void three(Pass pass, Lanes lanes) {
    float[] re = lanes.re;
    float[] im = lanes.im;
    float[] nextRe = lanes.nextRe;
    float[] nextIm = lanes.nextIm;
    int run = pass.run();
    int apart = pass.groups() * run;
    for (int group = 0; group < pass.groups(); group++) {
      for (int i = 0; i < run; i += WIDTH) {
        int from = group * run + i;
        int to = group * 3 * run + i;
        FloatVector ar = FloatVector.fromArray(SPECIES, re, from);
        FloatVector ai = FloatVector.fromArray(SPECIES, im, from);
        FloatVector br = FloatVector.fromArray(SPECIES, re, from + apart);
        FloatVector bi = FloatVector.fromArray(SPECIES, im, from + apart);
        FloatVector cr = FloatVector.fromArray(SPECIES, re, from + 2 * apart);
        FloatVector ci = FloatVector.fromArray(SPECIES, im, from + 2 * apart);
        FloatVector tr = br.add(cr);
        FloatVector ti = bi.add(ci);
        FloatVector nr = br.sub(cr).mul(S3);
        FloatVector ni = bi.sub(ci).mul(S3);
        FloatVector mr = tr.fma(FloatVector.broadcast(SPECIES, -0.5f), ar);
        FloatVector mi = ti.fma(FloatVector.broadcast(SPECIES, -0.5f), ai);
        ar.add(tr).intoArray(nextRe, to);
        ai.add(ti).intoArray(nextIm, to);
        FloatVector c1 = FloatVector.broadcast(SPECIES, pass.cosine(group, 1));
        FloatVector s1 = FloatVector.broadcast(SPECIES, pass.sine(group, 1));
        FloatVector y1r = mr.add(ni);
        FloatVector y1i = mi.sub(nr);
        y1r.fma(c1, y1i.mul(s1).neg()).intoArray(nextRe, to + run);
        y1r.fma(s1, y1i.mul(c1)).intoArray(nextIm, to + run);
        FloatVector c2 = FloatVector.broadcast(SPECIES, pass.cosine(group, 2));
        FloatVector s2 = FloatVector.broadcast(SPECIES, pass.sine(group, 2));
        FloatVector y2r = mr.sub(ni);
        FloatVector y2i = mi.add(nr);
        y2r.fma(c2, y2i.mul(s2).neg()).intoArray(nextRe, to + 2 * run);
        y2r.fma(s2, y2i.mul(c2)).intoArray(nextIm, to + 2 * run);
      }
    }
  }

  @Override
  public void four(Pass pass, Lanes lanes) {
    float[] re = lanes.re;
    float[] im = lanes.im;
    float[] nextRe = lanes.nextRe;
    float[] nextIm = lanes.nextIm;
    int run = pass.run();
    int apart = pass.groups() * run;
    for (int group = 0; group < pass.groups(); group++) {
      for (int i = 0; i < run; i += WIDTH) {
        int from = group * run + i;
        int to = group * 4 * run + i;
        FloatVector ar = FloatVector.fromArray(SPECIES, re, from);
        FloatVector ai = FloatVector.fromArray(SPECIES, im, from);
        FloatVector br = FloatVector.fromArray(SPECIES, re, from + apart);
        FloatVector bi = FloatVector.fromArray(SPECIES, im, from + apart);
        FloatVector cr = FloatVector.fromArray(SPECIES, re, from + 2 * apart);
        FloatVector ci = FloatVector.fromArray(SPECIES, im, from + 2 * apart);
        FloatVector dr = FloatVector.fromArray(SPECIES, re, from + 3 * apart);
        FloatVector di = FloatVector.fromArray(SPECIES, im, from + 3 * apart);
        FloatVector sr = ar.add(cr);
        FloatVector si = ai.add(ci);
        FloatVector tr = ar.sub(cr);
        FloatVector ti = ai.sub(ci);
        FloatVector ur = br.add(dr);
        FloatVector ui = bi.add(di);
        FloatVector vr = br.sub(dr);
        FloatVector vi = bi.sub(di);
        sr.add(ur).intoArray(nextRe, to);
        si.add(ui).intoArray(nextIm, to);
        FloatVector c1 = FloatVector.broadcast(SPECIES, pass.cosine(group, 1));
        FloatVector s1 = FloatVector.broadcast(SPECIES, pass.sine(group, 1));
        FloatVector y1r = tr.add(vi);
        FloatVector y1i = ti.sub(vr);
        y1r.fma(c1, y1i.mul(s1).neg()).intoArray(nextRe, to + run);
        y1r.fma(s1, y1i.mul(c1)).intoArray(nextIm, to + run);
        FloatVector c2 = FloatVector.broadcast(SPECIES, pass.cosine(group, 2));
        FloatVector s2 = FloatVector.broadcast(SPECIES, pass.sine(group, 2));
        FloatVector y2r = sr.sub(ur);
        FloatVector y2i = si.sub(ui);
        y2r.fma(c2, y2i.mul(s2).neg()).intoArray(nextRe, to + 2 * run);
        y2r.fma(s2, y2i.mul(c2)).intoArray(nextIm, to + 2 * run);
        FloatVector c3 = FloatVector.broadcast(SPECIES, pass.cosine(group, 3));
        FloatVector s3 = FloatVector.broadcast(SPECIES, pass.sine(group, 3));
        FloatVector y3r = tr.sub(vi);
        FloatVector y3i = ti.add(vr);
        y3r.fma(c3, y3i.mul(s3).neg()).intoArray(nextRe, to + 3 * run);
        y3r.fma(s3, y3i.mul(c3)).intoArray(nextIm, to + 3 * run);
      }
    }
  }

  @Override
  public void five(Pass pass, Lanes lanes) {
    float[] re = lanes.re;
    float[] im = lanes.im;
    float[] nextRe = lanes.nextRe;
    float[] nextIm = lanes.nextIm;
    int run = pass.run();
    int apart = pass.groups() * run;
    for (int group = 0; group < pass.groups(); group++) {
      for (int i = 0; i < run; i += WIDTH) {
        int from = group * run + i;
        int to = group * 5 * run + i;
        FloatVector ar = FloatVector.fromArray(SPECIES, re, from);
        FloatVector ai = FloatVector.fromArray(SPECIES, im, from);
        FloatVector br = FloatVector.fromArray(SPECIES, re, from + apart);
        FloatVector bi = FloatVector.fromArray(SPECIES, im, from + apart);
        FloatVector cr = FloatVector.fromArray(SPECIES, re, from + 2 * apart);
        FloatVector ci = FloatVector.fromArray(SPECIES, im, from + 2 * apart);
        FloatVector dr = FloatVector.fromArray(SPECIES, re, from + 3 * apart);
        FloatVector di = FloatVector.fromArray(SPECIES, im, from + 3 * apart);
        FloatVector er = FloatVector.fromArray(SPECIES, re, from + 4 * apart);
        FloatVector ei = FloatVector.fromArray(SPECIES, im, from + 4 * apart);
        FloatVector sr = br.add(er);
        FloatVector si = bi.add(ei);
        FloatVector tr = br.sub(er);
        FloatVector ti = bi.sub(ei);
        FloatVector ur = cr.add(dr);
        FloatVector ui = ci.add(di);
        FloatVector vr = cr.sub(dr);
        FloatVector vi = ci.sub(di);
        FloatVector mr =
            ur.fma(
                FloatVector.broadcast(SPECIES, C2), sr.fma(FloatVector.broadcast(SPECIES, C1), ar));
        FloatVector mi =
            ui.fma(
                FloatVector.broadcast(SPECIES, C2), si.fma(FloatVector.broadcast(SPECIES, C1), ai));
        FloatVector nr = vr.fma(FloatVector.broadcast(SPECIES, S2), tr.mul(S1));
        FloatVector ni = vi.fma(FloatVector.broadcast(SPECIES, S2), ti.mul(S1));
        FloatVector pr =
            ur.fma(
                FloatVector.broadcast(SPECIES, C1), sr.fma(FloatVector.broadcast(SPECIES, C2), ar));
        FloatVector pi =
            ui.fma(
                FloatVector.broadcast(SPECIES, C1), si.fma(FloatVector.broadcast(SPECIES, C2), ai));
        FloatVector qr = vr.fma(FloatVector.broadcast(SPECIES, -S1), tr.mul(S2));
        FloatVector qi = vi.fma(FloatVector.broadcast(SPECIES, -S1), ti.mul(S2));
        ar.add(sr.add(ur)).intoArray(nextRe, to);
        ai.add(si.add(ui)).intoArray(nextIm, to);
        FloatVector c1 = FloatVector.broadcast(SPECIES, pass.cosine(group, 1));
        FloatVector s1 = FloatVector.broadcast(SPECIES, pass.sine(group, 1));
        FloatVector y1r = mr.add(ni);
        FloatVector y1i = mi.sub(nr);
        y1r.fma(c1, y1i.mul(s1).neg()).intoArray(nextRe, to + run);
        y1r.fma(s1, y1i.mul(c1)).intoArray(nextIm, to + run);
        FloatVector c2 = FloatVector.broadcast(SPECIES, pass.cosine(group, 2));
        FloatVector s2 = FloatVector.broadcast(SPECIES, pass.sine(group, 2));
        FloatVector y2r = pr.add(qi);
        FloatVector y2i = pi.sub(qr);
        y2r.fma(c2, y2i.mul(s2).neg()).intoArray(nextRe, to + 2 * run);
        y2r.fma(s2, y2i.mul(c2)).intoArray(nextIm, to + 2 * run);
        FloatVector c3 = FloatVector.broadcast(SPECIES, pass.cosine(group, 3));
        FloatVector s3 = FloatVector.broadcast(SPECIES, pass.sine(group, 3));
        FloatVector y3r = pr.sub(qi);
        FloatVector y3i = pi.add(qr);
        y3r.fma(c3, y3i.mul(s3).neg()).intoArray(nextRe, to + 3 * run);
        y3r.fma(s3, y3i.mul(c3)).intoArray(nextIm, to + 3 * run);
        FloatVector c4 = FloatVector.broadcast(SPECIES, pass.cosine(group, 4));
        FloatVector s4 = FloatVector.broadcast(SPECIES, pass.sine(group, 4));
        FloatVector y4r = mr.sub(ni);
        FloatVector y4i = mi.add(nr);
        y4r.fma(c4, y4i.mul(s4).neg()).intoArray(nextRe, to + 4 * run);
        y4r.fma(s4, y4i.mul(c4)).intoArray(nextIm, to + 4 * run);
      }
    }
  }
}
