package io.renoz.platform.data;

import io.renoz.data.Parts;
import io.renoz.data.Row;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.persistence.EntityManager;
import javax.persistence.metamodel.EntityType;
import javax.persistence.metamodel.Metamodel;

/**
 * Which records hold which parts. A part that is removed by itself has to leave the list of its record, if that is in memory:
 * the list would bring it back with the next flush.
 */
final class Owners {

    /** No statement is sent. */
    static final Map<String, Object> IN_MEMORY = Map.of("eclipselink.cache-usage", "CheckCacheOnly");

    private record Owner(Class<?> type, VarHandle list, VarHandle parentId) {}

    private final Map<Class<?>, List<Owner>> byPart = new HashMap<>();

    Owners(Metamodel metamodel) {
        for (EntityType<?> entity : metamodel.getEntities()) {
            for (Field field : entity.getJavaType().getDeclaredFields()) {
                Parts parts = field.getAnnotation(Parts.class);
                Class<?> part = parts == null ? null : Member.element(field.getGenericType());
                if (parts != null && part != null) {
                    var owner =
                            new Owner(entity.getJavaType(), Access.handle(field), Access.field(part, parts.value()));
                    byPart.computeIfAbsent(part, type -> new ArrayList<>()).add(owner);
                }
            }
        }
    }

    /**
     * Takes a part out of the list of its record.
     *
     * @param keys the key of a record by entity and id
     */
    void forget(Row part, EntityManager entities, BiFunction<Class<?>, UUID, Object> keys) {
        for (Owner owner : byPart.getOrDefault(part.getClass(), List.of())) {
            Object key = keys.apply(owner.type(), (UUID) owner.parentId().get(part));
            Object parent = entities.find(owner.type(), key, IN_MEMORY);
            if (parent != null) {
                ((List<?>) owner.list().get(parent)).remove(part);
            }
        }
    }
}
