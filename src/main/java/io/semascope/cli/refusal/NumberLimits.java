package io.semascope.cli.refusal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Which numbers an option takes; one without takes whatever its type can hold.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NumberLimits {
  /// The smallest number that is taken.
  double least();

  /// What the smallest number stands for, to follow it: “which shows all”.
  String leastMeans() default "";

  /// The largest number that is taken, where the type does not end before.
  double most() default Double.MAX_VALUE;

  /// What else is to be known of a number that is wanted, with its own punctuation before it.
  String also() default "";
}
