package io.renoz.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value that a field may have, shown in the OpenAPI document; to be given where type, length and pattern do not tell what is
 * let in, as with the name of a kind of record. The tests of the contract send it too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Example {

    /** The text of a text; of everything else its JSON. {@code null} for what does not go with the rest. */
    String value();
}
