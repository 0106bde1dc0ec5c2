package io.semascope.session.filter;

/// Which texts a search could find.
///
/// @param filter what was asked for
/// @param letIn how many texts the filter let in, the text asked about not counted
/// @param all how many there are without a filter, the text asked about not counted
public record SearchedTexts(TextFilter filter, int letIn, int all) {
  /// A search without a filter.
  public static SearchedTexts all(int count) {
    return new SearchedTexts(TextFilter.none(), count, count);
  }
}
