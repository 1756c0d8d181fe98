package io.renoz.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;

/**
 * What a built-in role (admin, sales, finance, operations, field_tech, support, viewer) may do in this module from the
 * day the module is turned on.
 *
 * <p>The union over all roles is what the module declares; admin has every permission whether listed or not.
 */
@Capability(namespace = "renoz.role")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
@Repeatable(Role.List.class)
public @interface Role {

    /** Key of the role. */
    @Attribute("renoz.role")
    String value();

    /** Permissions without the module's name: {@code read} stands for {@code customers.read}. */
    @Attribute("grants")
    String[] grants();

    /** Several. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PACKAGE)
    @interface List {
        Role[] value();
    }
}
