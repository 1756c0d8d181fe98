package io.renoz.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.bundle.Header;

/**
 * Declares, on the root package of a core bundle, the module that the bundle ships.
 *
 * <p>Bnd turns it into a {@code renoz.module} capability; the platform reads wiring metadata and no other descriptor.
 * The bundle carries its persistence unit in {@code META-INF/persistence.xml}, named like the module, and its changelog
 * in {@code db/changelog.yaml}.
 */
@Capability(namespace = "renoz.module")
@Header(name = "Meta-Persistence", value = "META-INF/persistence.xml")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface Module {

    /**
     * Name, {@code [a-z][a-z0-9-]{1,30}}: the path under {@code /api/v1}, and with {@code -} read as {@code _} the
     * PostgreSQL schema.
     */
    @Attribute("renoz.module")
    String value();

    /** Semantic version of the module; its major is what other modules require. */
    @Attribute("version:Version")
    String version();

    /** What people call it. */
    @Attribute("title")
    String title();

    /** One of {@code core} (always on), {@code standard} and {@code extension} (switched per organization). */
    @Attribute("kind")
    String kind();

    /** Who makes it; a schema belongs to the vendor that claimed it first. */
    @Attribute("vendor")
    String vendor();
}
