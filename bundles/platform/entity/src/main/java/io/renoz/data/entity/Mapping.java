package io.renoz.data.entity;

import io.renoz.data.Json;
import io.renoz.data.Parts;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.persistence.config.CacheIsolationType;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;

/**
 * How fields become columns in every persistence unit, without a word in the entities: names in snake case, native
 * PostgreSQL types, enums as the lower case of their names, and no retries inside a transaction.
 */
public final class Mapping implements SessionCustomizer {

    @Override
    public void customize(Session session) throws Exception {
        // On an SQL error EclipseLink would ping, take the aborted transaction for a dead connection, and repeat for 10
        // s
        // what another connection cannot do: the transaction went with this one.
        session.getLogin().setConnectionHealthValidatedOnError(false);
        session.getLogin().setQueryRetryAttemptCount(0);
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            descriptor.setCacheIsolation(CacheIsolationType.ISOLATED); // no row outlives its transaction, and tenant
            parts(descriptor);
            for (DatabaseMapping mapping : descriptor.getMappings()) {
                if (mapping instanceof AbstractDirectMapping direct) {
                    name(direct);
                    convert(direct, field(descriptor.getJavaClass(), direct.getAttributeName()));
                }
            }
        }
    }

    /** A lazy list without weaving, and without a reference back that would load the parent of every part. */
    private static void parts(ClassDescriptor descriptor) {
        for (Field field : descriptor.getJavaClass().getDeclaredFields()) {
            Parts parts = field.getAnnotation(Parts.class);
            if (parts != null) {
                var part = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
                var mapping = new OneToManyMapping();
                mapping.setAttributeName(field.getName());
                mapping.setReferenceClass(part);
                mapping.addTargetForeignKeyFieldName("organization_id", "organization_id");
                mapping.addTargetForeignKeyFieldName(snake(parts.value()), "id");
                mapping.useTransparentList();
                mapping.privateOwnedRelationship();
                mapping.setCascadeAll(true);
                mapping.addAscendingOrdering("id");
                descriptor.addMapping(mapping);
            }
        }
    }

    /** A column that no annotation names has the field's name in capitals at this point. */
    private static void name(AbstractDirectMapping mapping) {
        String attribute = mapping.getAttributeName();
        if (mapping.getField().getName().equals(attribute.toUpperCase(Locale.ROOT))) {
            mapping.getField().setName(snake(attribute));
        }
    }

    static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static void convert(AbstractDirectMapping mapping, Field field) {
        Class<?> type = field.getType();
        String column = mapping.getField().getColumnDefinition();
        if (type == UUID.class) {
            mapping.setConverter(new Converters.Uuids());
        } else if (type == Instant.class) {
            mapping.setConverter(new Converters.Instants());
        } else if (type.isEnum()) {
            mapping.setConverter(new Converters.Enums(type));
        } else if (type == Json.class) {
            mapping.setConverter(new Converters.Texts("jsonb", Json::new));
        } else if (type == String[].class) {
            mapping.setConverter(new Converters.TextArrays());
        } else if (type == String.class && column != null && !column.isEmpty()) {
            mapping.setConverter(new Converters.Texts(column, text -> text));
        }
    }

    private static Field field(Class<?> entity, String attribute) throws NoSuchFieldException {
        for (Class<?> c = entity; c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getName().equals(attribute)) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(entity.getName() + "." + attribute);
    }
}
