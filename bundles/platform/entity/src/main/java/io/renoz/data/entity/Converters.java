package io.renoz.data.entity;

import io.renoz.data.Coded;
import java.io.Serializable;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Between Java types and the ones of PostgreSQL. */
final class Converters {

    private Converters() {}

    /** A converter with fixed column types; null stays null. */
    private abstract static class Typed implements Converter {
        private static final long serialVersionUID = 1L;
        private final Class<?> java;
        private final int sql;

        Typed(Class<?> java, int sql) {
            this.java = java;
            this.sql = sql;
        }

        abstract Object toColumn(Object value) throws SQLException;

        abstract Object toField(Object value) throws SQLException;

        @Override
        public final @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
            try {
                return value == null ? null : toColumn(value);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public final @Nullable Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
            try {
                return value == null ? null : toField(value);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public void initialize(DatabaseMapping mapping, Session session) {
            ((AbstractDirectMapping) mapping).setFieldClassification(java);
            mapping.getField().setSqlType(sql);
        }
    }

    static final class Uuids extends Typed {
        private static final long serialVersionUID = 1L;

        Uuids() {
            super(UUID.class, java.sql.Types.OTHER);
        }

        @Override
        Object toColumn(Object value) {
            return value;
        }

        @Override
        Object toField(Object value) {
            return value instanceof UUID ? value : UUID.fromString(value.toString());
        }
    }

    static final class Instants extends Typed {
        private static final long serialVersionUID = 1L;

        Instants() {
            super(Timestamp.class, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        Object toColumn(Object value) {
            return Timestamp.from((Instant) value);
        }

        @Override
        Object toField(Object value) {
            return value instanceof Timestamp t ? t.toInstant() : ((OffsetDateTime) value).toInstant();
        }
    }

    /** The lower case of the constant's name, or what {@link Coded} says. */
    static final class Enums extends Typed {
        private static final long serialVersionUID = 1L;
        private final HashMap<String, Object> constants = new HashMap<>();

        Enums(Class<?> type) {
            super(String.class, java.sql.Types.VARCHAR);
            for (Object constant : type.getEnumConstants()) {
                constants.put(Coded.of((Enum<?>) constant), constant);
            }
        }

        @Override
        Object toColumn(Object value) {
            return Coded.of((Enum<?>) value);
        }

        @Override
        Object toField(Object value) {
            Object constant = constants.get(value.toString());
            if (constant == null) {
                throw new IllegalStateException(value + " is none of " + constants.keySet());
            }
            return constant;
        }
    }

    /** Types that PostgreSQL reads from text: jsonb, inet. */
    static final class Texts extends Typed {
        private static final long serialVersionUID = 1L;
        private final String type;
        private final Reader reader;

        /** Makes the field's value from text. */
        interface Reader extends Function<String, Object>, Serializable {}

        Texts(String type, Reader reader) {
            super(PGobject.class, java.sql.Types.OTHER);
            this.type = type;
            this.reader = reader;
        }

        @Override
        Object toColumn(Object value) throws SQLException {
            return pg(type, value.toString());
        }

        @Override
        Object toField(Object value) {
            String text = value instanceof PGobject object ? object.getValue() : value.toString();
            return reader.apply(String.valueOf(text));
        }
    }

    static final class TextArrays extends Typed {
        private static final long serialVersionUID = 1L;
        private static final Map<String, String> ESCAPES = Map.of("\\", "\\\\", "\"", "\\\"");

        TextArrays() {
            super(PGobject.class, java.sql.Types.OTHER);
        }

        @Override
        Object toColumn(Object value) throws SQLException {
            return pg(
                    "text[]",
                    Arrays.stream((String[]) value)
                            .map(s -> '"' + escaped(s) + '"')
                            .collect(Collectors.joining(",", "{", "}")));
        }

        private static String escaped(String text) {
            return text.chars()
                    .mapToObj(c -> String.valueOf((char) c))
                    .map(c -> ESCAPES.getOrDefault(c, c))
                    .collect(Collectors.joining());
        }

        @Override
        Object toField(Object value) throws SQLException {
            return ((Array) value).getArray();
        }
    }

    private static PGobject pg(String type, String text) throws SQLException {
        var object = new PGobject();
        object.setType(type);
        object.setValue(text);
        return object;
    }
}
