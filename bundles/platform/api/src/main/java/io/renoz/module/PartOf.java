package io.renoz.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;

/**
 * Declares, on the root package of a bundle that comes in a module's file beside its core, that the services it offers are the
 * module's: on and off with it, and held by others while they are replaced.
 *
 * <p>It is for adapters, which offer an earlier major version of a service over the present one. Tables, resources, jobs and
 * listeners belong into the core bundle.
 */
@Capability(namespace = "renoz.part")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface PartOf {

    /** Name of the module, which is the one that ships in the same file. */
    @Attribute("renoz.part")
    String value();
}
