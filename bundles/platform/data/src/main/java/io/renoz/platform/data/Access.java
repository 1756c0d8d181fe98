package io.renoz.platform.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Handles of entities' fields by name, found once for each class and forgotten with it. */
final class Access {

    private static final ClassValue<Map<String, VarHandle>> HANDLES = new ClassValue<>() {
        @Override
        protected Map<String, VarHandle> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private Access() {}

    static VarHandle field(Class<?> type, String name) {
        return HANDLES.get(type).computeIfAbsent(name, n -> handle(Fields.require(type, n)));
    }

    static VarHandle handle(Field field) {
        try {
            return MethodHandles.privateLookupIn(field.getDeclaringClass(), Shape.LOOKUP)
                    .unreflectVarHandle(field);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
