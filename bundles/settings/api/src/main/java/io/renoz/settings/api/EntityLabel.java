package io.renoz.settings.api;

import org.jspecify.annotations.Nullable;

/**
 * What to call a record where another one names it.
 *
 * @param name as lists show it
 * @param number human number or code, where records of the type have one
 * @param url its path in the API, where it has one
 */
public record EntityLabel(
        String name, @Nullable String number, @Nullable String url) {

    /** A record without a number; the platform knows its path from the type. */
    public static EntityLabel named(String name) {
        return new EntityLabel(name, null, null);
    }

    /** A record with a number or code; the platform knows its path from the type. */
    public static EntityLabel numbered(String name, String number) {
        return new EntityLabel(name, number, null);
    }

    /** The same with a path. */
    public EntityLabel at(@Nullable String path) {
        return new EntityLabel(name, number, path);
    }
}
