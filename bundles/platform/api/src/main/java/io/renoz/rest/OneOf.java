package io.renoz.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of these fields of an input exactly one is to be given, as a price or a percentage. It is told in the OpenAPI document as
 * {@code x-one-of}; the record itself refuses none and several.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OneOf {

    /** Names of components of the record. */
    String[] value();
}
