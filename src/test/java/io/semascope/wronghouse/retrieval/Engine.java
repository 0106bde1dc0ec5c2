package io.semascope.wronghouse.retrieval;

/// A sealed interface that is no value type, because its only member is a class.
public sealed interface Engine permits Engine.Steam {
  final class Steam implements Engine {}
}
