package io.semascope.model;

/// What a text is embedded for; many models put a different prompt before each.
public enum Purpose {
  QUERY,
  DOCUMENT
}
