/// Where does a row lie, judged from a byte per value, and how wrong can that be?
/// Start at `RowCodes`. Which rows are then found does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.neighbour.quantised;
