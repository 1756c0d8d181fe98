package io.renoz.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission an operation needs, in place of the usual one: {@code <module>.read} for GET, {@code <module>.delete}
 * for DELETE where the module declares it, {@code <module>.write} for everything else.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allow {

    /** Permission in full, as {@code customers.merge}; {@link #SIGNED_IN} for everybody who is signed in. */
    String value();

    /** No permission: being signed in is enough. */
    String SIGNED_IN = "signed-in";
}
