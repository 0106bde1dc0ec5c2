package io.semascope.text;

/// A half-open range of UTF-16 offsets into a text.
///
/// @param start first offset, inclusive, at least 0
/// @param end last offset, exclusive, at least `start`
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /// The part of `text` this span covers.
  public String of(String text) {
    return text.substring(start, end);
  }

  /// Whether `other` lies wholly inside this span.
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }
}
