package io.renoz.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Requirement;

/**
 * Another module that has to be on wherever this one is; foreign keys may point into its schema.
 *
 * <p>The requirement is effective for the platform only, so that OSGi does not wire the two bundles together and
 * updating one never restarts the other.
 */
@Requirement(namespace = "renoz.module", filter = "(renoz.module=${#value})", effective = "renoz")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
@Repeatable(Requires.List.class)
public @interface Requires {

    /** Name of the module. */
    String value();

    /** Several. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PACKAGE)
    @interface List {
        Requires[] value();
    }
}
