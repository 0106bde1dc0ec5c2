/// Tests of t-SNE, term by term against its formula, and as a whole by the neighbours it keeps.
@org.jspecify.annotations.NullMarked
package io.semascope.projection.umap;
