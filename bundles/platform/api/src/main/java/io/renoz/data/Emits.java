package io.renoz.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The platform publishes {@code <module>.<type>.created}, {@code .updated} and {@code .deleted} for changes of the
 * entity, with the record's fields as payload.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Emits {

    /** The thing, in the names of the events: {@code customer}. */
    String type();

    /** Which changes are told. */
    Kind[] on() default {Kind.CREATED, Kind.UPDATED, Kind.DELETED};

    /** Kinds of changes. */
    enum Kind {
        CREATED,
        UPDATED,
        DELETED
    }
}
