package io.renoz.platform.rest.operation;

import io.renoz.module.ModuleDescriptor;
import java.util.Set;

/**
 * Where the resources of an application stand below {@code /api/v1}.
 *
 * @param name the module's name, {@code operator}, or empty for the kernel's own
 * @param title what people call it
 * @param permissions what the module declares
 */
public record Mount(String name, String title, Set<String> permissions) {

    private static final String ROOT = "/api/v1";

    public Mount {
        permissions = Set.copyOf(permissions);
    }

    /** The mount of a module. */
    public static Mount of(ModuleDescriptor module) {
        return new Mount(module.name(), module.title(), module.permissions());
    }

    /** The mount of the operator plane. */
    public static Mount operator() {
        return new Mount("operator", "Operation of the platform", Set.of());
    }

    /** The mount of the kernel's own resources. */
    public static Mount kernel() {
        return new Mount("", "Modules and their switches", Set.of());
    }

    /** A name that is never empty. */
    public String label() {
        return name.isEmpty() ? "platform" : name;
    }

    /** The address for the JAX-RS runtime, below the front servlet. */
    public String address() {
        return "/" + name;
    }

    /** The whole path in front of that of a resource. */
    String path() {
        return name.isEmpty() ? ROOT : ROOT + "/" + name;
    }

    boolean isOperator() {
        return name.equals("operator");
    }
}
