/// Which rows are put together into a block, and which blocks are compared with each other?
/// Start at `Schedule`. How two rows are compared, and what is found, does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.neighbour.blocks;
