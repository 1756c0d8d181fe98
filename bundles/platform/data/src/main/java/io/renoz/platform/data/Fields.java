package io.renoz.platform.data;

import java.lang.reflect.Field;
import java.util.Optional;

/** Finds the fields of entities, those of their superclasses included. */
final class Fields {

    private Fields() {}

    static Optional<Field> find(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }

    static Field require(Class<?> type, String name) {
        return find(type, name)
                .orElseThrow(() -> new IllegalStateException(type.getSimpleName() + " has no field " + name));
    }
}
