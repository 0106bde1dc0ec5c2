package io.semascope.projection.fourier;

/// Plain loops, for a JVM without the Vector API.
final class ScalarButterflies implements Butterflies {
  @Override
  public void two(Pass pass, Lanes lanes) {
    float[] re = lanes.re;
    float[] im = lanes.im;
    int run = pass.run();
    int apart = pass.groups() * run;
    for (int group = 0; group < pass.groups(); group++) {
      for (int i = 0; i < run; i++) {
        int from = group * run + i;
        int to = group * 2 * run + i;
        float ar = re[from];
        float ai = im[from];
        float br = re[from + apart];
        float bi = im[from + apart];
        put(lanes, to, ar + br, ai + bi);
        float c1 = pass.cosine(group, 1);
        float s1 = pass.sine(group, 1);
        float y1r = ar - br;
        float y1i = ai - bi;
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
      for (int i = 0; i < run; i++) {
        int from = group * run + i;
        int to = group * 3 * run + i;
        float ar = re[from];
        float ai = im[from];
        float br = re[from + apart];
        float bi = im[from + apart];
        float cr = re[from + 2 * apart];
        float ci = im[from + 2 * apart];
        float tr = br + cr;
        float ti = bi + ci;
        float nr = (br - cr) * S3;
        float ni = (bi - ci) * S3;
        float mr = Math.fma(tr, -0.5f, ar);
        float mi = Math.fma(ti, -0.5f, ai);
        put(lanes, to, ar + tr, ai + ti);
        float c1 = pass.cosine(group, 1);
        float s1 = pass.sine(group, 1);
        float y1r = mr + ni;
        float y1i = mi - nr;
        put(lanes, to + run, real(y1r, y1i, c1, s1), imaginary(y1r, y1i, c1, s1));
        float c2 = pass.cosine(group, 2);
        float s2 = pass.sine(group, 2);
        float y2r = mr - ni;
        float y2i = mi + nr;
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
      for (int i = 0; i < run; i++) {
        int from = group * run + i;
        int to = group * 4 * run + i;
        float ar = re[from];
        float ai = im[from];
        float br = re[from + apart];
        float bi = im[from + apart];
        float cr = re[from + 2 * apart];
        float ci = im[from + 2 * apart];
        float dr = re[from + 3 * apart];
        float di = im[from + 3 * apart];
        float sr = ar + cr;
        float si = ai + ci;
        float tr = ar - cr;
        float ti = ai - ci;
        float ur = br + dr;
        float ui = bi + di;
        float vr = br - dr;
        float vi = bi - di;
        put(lanes, to, sr + ur, si + ui);
        float c1 = pass.cosine(group, 1);
        float s1 = pass.sine(group, 1);
        float y1r = tr + vi;
        float y1i = ti - vr;
        put(lanes, to + run, real(y1r, y1i, c1, s1), imaginary(y1r, y1i, c1, s1));
        float c2 = pass.cosine(group, 2);
        float s2 = pass.sine(group, 2);
        float y2r = sr - ur;
        float y2i = si - ui;
        put(lanes, to + 2 * run, real(y2r, y2i, c2, s2), imaginary(y2r, y2i, c2, s2));
        float c3 = pass.cosine(group, 3);
        float s3 = pass.sine(group, 3);
        float y3r = tr - vi;
        float y3i = ti + vr;
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
      for (int i = 0; i < run; i++) {
        int from = group * run + i;
        int to = group * 5 * run + i;
        float ar = re[from];
        float ai = im[from];
        float br = re[from + apart];
        float bi = im[from + apart];
        float cr = re[from + 2 * apart];
        float ci = im[from + 2 * apart];
        float dr = re[from + 3 * apart];
        float di = im[from + 3 * apart];
        float er = re[from + 4 * apart];
        float ei = im[from + 4 * apart];
        float sr = br + er;
        float si = bi + ei;
        float tr = br - er;
        float ti = bi - ei;
        float ur = cr + dr;
        float ui = ci + di;
        float vr = cr - dr;
        float vi = ci - di;
        float mr = Math.fma(ur, C2, Math.fma(sr, C1, ar));
        float mi = Math.fma(ui, C2, Math.fma(si, C1, ai));
        float nr = Math.fma(vr, S2, tr * S1);
        float ni = Math.fma(vi, S2, ti * S1);
        float pr = Math.fma(ur, C1, Math.fma(sr, C2, ar));
        float pi = Math.fma(ui, C1, Math.fma(si, C2, ai));
        float qr = Math.fma(vr, -S1, tr * S2);
        float qi = Math.fma(vi, -S1, ti * S2);
        put(lanes, to, ar + (sr + ur), ai + (si + ui));
        float c1 = pass.cosine(group, 1);
        float s1 = pass.sine(group, 1);
        float y1r = mr + ni;
        float y1i = mi - nr;
        put(lanes, to + run, real(y1r, y1i, c1, s1), imaginary(y1r, y1i, c1, s1));
        float c2 = pass.cosine(group, 2);
        float s2 = pass.sine(group, 2);
        float y2r = pr + qi;
        float y2i = pi - qr;
        put(lanes, to + 2 * run, real(y2r, y2i, c2, s2), imaginary(y2r, y2i, c2, s2));
        float c3 = pass.cosine(group, 3);
        float s3 = pass.sine(group, 3);
        float y3r = pr - qi;
        float y3i = pi + qr;
        put(lanes, to + 3 * run, real(y3r, y3i, c3, s3), imaginary(y3r, y3i, c3, s3));
        float c4 = pass.cosine(group, 4);
        float s4 = pass.sine(group, 4);
        float y4r = mr - ni;
        float y4i = mi + nr;
        put(lanes, to + 4 * run, real(y4r, y4i, c4, s4), imaginary(y4r, y4i, c4, s4));
      }
    }
  }

  private static void put(Lanes lanes, int at, float re, float im) {
    lanes.nextRe[at] = re;
    lanes.nextIm[at] = im;
  }

  /// Real part of (re + i im) (cosine + i sine).
  private static float real(float re, float im, float cosine, float sine) {
    return Math.fma(re, cosine, -(im * sine));
  }

  /// Imaginary part of the same.
  private static float imaginary(float re, float im, float cosine, float sine) {
    return Math.fma(re, sine, im * cosine);
  }
}
