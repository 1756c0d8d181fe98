package io.renoz.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Requirement;

/** An optional partner: used through {@link Partners} while it is on, done without while it is not; no foreign keys. */
@Requirement(
        namespace = "renoz.module",
        filter = "(renoz.module=${#value})",
        effective = "renoz",
        resolution = Requirement.Resolution.OPTIONAL)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
@Repeatable(Uses.List.class)
public @interface Uses {

    /** Name of the module. */
    String value();

    /** Several. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PACKAGE)
    @interface List {
        Uses[] value();
    }
}
