-- The tables of a workspace file (*.semascope), version 1. An SQLite database: any SQLite tool can read it.
--
--   document ──< unit >── vector_key ──< vector >── origin
--                 unit >── space >── origin
--
-- A document is cut into units, once for each space. A space is one origin of vectors (a model, or a file of vectors)
-- at one granularity. A vector belongs to an origin and a vector_key, not to a unit: for a model the key is the text
-- itself, so equal texts are embedded once and every space of that model uses the same vector.
--
-- Columns of type ANY hold texts: TEXT in UTF-8 as a rule; a text with a NUL or an unpaired surrogate, which UTF-8 cannot
-- carry through, is a BLOB of its UTF-16LE code units.
-- Vectors and positions are BLOBs of float32, little-endian, without a header.

-- What was imported. Rows are never changed and never removed.
CREATE TABLE document (
  number      INTEGER PRIMARY KEY,        -- import order
  id          ANY     NOT NULL UNIQUE,
  given_id    ANY     NOT NULL,           -- as the source had it; id gets "~2", "~3" … when another text has it already
  text_digest BLOB    NOT NULL,           -- SHA-256 of the UTF-16LE code units
  title       ANY     NOT NULL,
  text        ANY     NOT NULL,
  category    ANY     NOT NULL,
  source      ANY     NOT NULL
) STRICT;
CREATE INDEX document_by_given_id ON document (given_id, text_digest);

-- Where vectors come from. Vectors are comparable only within one origin.
CREATE TABLE origin (
  number      INTEGER PRIMARY KEY,
  kind        TEXT    NOT NULL CHECK (kind IN ('model', 'imported')),
  name        ANY     NOT NULL,           -- the model's id, or the name of the imported file
  fingerprint TEXT    NOT NULL UNIQUE,    -- 64 hexadecimal digits
  dimension   INTEGER NOT NULL CHECK (dimension BETWEEN 1 AND 65536)
) STRICT;

-- An origin at one granularity.
CREATE TABLE space (
  number      INTEGER PRIMARY KEY,
  origin      INTEGER NOT NULL REFERENCES origin (number),
  granularity TEXT    NOT NULL,           -- document, paragraph, sentence, word, window:N/M
  revision    INTEGER NOT NULL DEFAULT 0, -- grows when units or their vectors are added
  UNIQUE (origin, granularity)
) STRICT;

-- What a vector is made from: a distinct text, or (imported vectors) a unit.
CREATE TABLE vector_key (
  number      INTEGER PRIMARY KEY,
  digest      BLOB    NOT NULL UNIQUE     -- SHA-256 of the UTF-16LE code units of the text, or of the unit's id
) STRICT;

-- The pieces of documents, in order. Their text is the span of the document's text.
CREATE TABLE unit (
  number      INTEGER PRIMARY KEY,        -- order within the space
  space       INTEGER NOT NULL REFERENCES space (number),
  id          ANY     NOT NULL,
  document    INTEGER NOT NULL REFERENCES document (number),
  span_start  INTEGER NOT NULL,           -- UTF-16 offset, inclusive
  span_end    INTEGER NOT NULL,           -- UTF-16 offset, exclusive
  vector_key  INTEGER NOT NULL REFERENCES vector_key (number),
  UNIQUE (space, id)
) STRICT;
CREATE INDEX unit_in_order ON unit (space);
CREATE INDEX unit_by_vector_key ON unit (vector_key, space);

-- One vector for each origin and key. The four last columns are set when the end of the text did not reach the vector.
CREATE TABLE vector (
  number      INTEGER PRIMARY KEY,
  origin      INTEGER NOT NULL REFERENCES origin (number),
  vector_key  INTEGER NOT NULL REFERENCES vector_key (number),
  float32     BLOB    NOT NULL,           -- as many values as the origin's dimension
  tokens      INTEGER,                    -- tokens of the whole text
  kept_tokens INTEGER,                    -- tokens the model saw
  lost_start  INTEGER,                    -- the part it never saw: UTF-16 offsets into the unit's text
  lost_end    INTEGER,
  UNIQUE (origin, vector_key)
) STRICT;

-- Texts a person typed into a space, in order.
CREATE TABLE typed_text (
  number      INTEGER PRIMARY KEY,
  space       INTEGER NOT NULL REFERENCES space (number),
  id          ANY     NOT NULL,
  text        ANY     NOT NULL,
  float32     BLOB    NOT NULL,
  UNIQUE (space, id)
) STRICT;

-- Pictures: the newest for each method and list of spaces. Behind a method_key with "/running" stands the last frame of a
-- run that has come to no end yet.
CREATE TABLE projection (
  number      INTEGER PRIMARY KEY,
  spaces      TEXT    NOT NULL,           -- numbers of the spaces it shows: "1" or "1,3"
  method_key  TEXT    NOT NULL,           -- pca, tsne
  revision    INTEGER NOT NULL,           -- of the spaces when it was made
  method      TEXT    NOT NULL,           -- JSON: all parameters
  facts       TEXT    NOT NULL,           -- JSON: what is known about the picture
  count       INTEGER NOT NULL,           -- points
  positions   BLOB    NOT NULL,           -- float32 x, y of each point
  UNIQUE (spaces, method_key)
) STRICT;

-- How the window was left.
CREATE TABLE window_state (
  key         ANY     PRIMARY KEY NOT NULL,
  value       ANY     NOT NULL
) STRICT;
