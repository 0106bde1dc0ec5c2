package io.semascope.wronghouse.vector;

import io.semascope.wronghouse.text.Reader;
import java.util.List;

/// Uses text, opens a database connection, holds arrays.
public record Numbers(List<float[]> rows, Reader reader) {
  public boolean connected(java.sql.Connection connection) throws java.sql.SQLException {
    return connection.isValid(rows.size());
  }
}
