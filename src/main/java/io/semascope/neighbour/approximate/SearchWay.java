package io.semascope.neighbour.approximate;

/// How an approximate index answers a query, and why where it does not approximate.
public enum SearchWay {
  /// By itself: it may miss rows.
  BY_INDEX,

  /// Every accepted row is compared, because the index orders rows by the cosine and the query does not.
  EXACT_OTHER_SIMILARITY,

  /// Every accepted row is compared, because the query has no direction: its length is 0, or too near to it to be divided by.
  EXACT_NO_DIRECTION,

  /// Every accepted row is compared, because the query accepts so few that this is sooner.
  EXACT_FEW_ACCEPTED
}
