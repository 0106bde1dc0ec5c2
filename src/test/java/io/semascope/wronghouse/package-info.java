/// A house that breaks every rule of the floor plan, so that each rule is seen to catch its breach. No class here is ever run.
@org.jspecify.annotations.NullMarked
package io.semascope.wronghouse;
