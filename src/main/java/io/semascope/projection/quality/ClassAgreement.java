package io.semascope.projection.quality;

import io.semascope.vector.Estimate;

/// How far rows lie among their own class: the mean share of the k nearest rows that have the same class. A map that agrees better than the space has not
/// become truer, only tidier.
///
/// @param onMap among the k nearest in the map, in [0, 1]
/// @param inSpace among the k nearest in the space, in [0, 1]
/// @param rows how many measured rows have a class
/// @param classes how many different classes there are
public record ClassAgreement(Estimate onMap, Estimate inSpace, int rows, int classes) {}
