package io.semascope.cli;

/// How an answer is printed.
enum Format {
  table,
  json,
  tsv
}
