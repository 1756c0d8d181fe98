package io.renoz.products.product;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.renoz.data.Coded;
import io.renoz.data.Json;
import io.renoz.settings.api.ImportField;
import io.renoz.settings.api.ImportRow;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a kind of record that files can bring: how they are read from the record and from a checked input, and written.
 * What an update changed is kept as texts, so that it can be put back. Immutable.
 *
 * @param <E> the records
 * @param <I> what callers may set of them
 */
final class ImportColumns<E, I> {

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * One field.
     *
     * @param parse reads a text that {@link #text} made
     */
    record Column<E, I, T>(
            ImportField field,
            Function<E, @Nullable T> of,
            Function<I, @Nullable T> from,
            BiConsumer<E, @Nullable T> set,
            Function<String, T> parse) {

        /** A text as it stands. */
        static <E, I> Column<E, I, String> text(
                ImportField field,
                Function<E, @Nullable String> of,
                Function<I, @Nullable String> from,
                BiConsumer<E, @Nullable String> set) {
            return new Column<>(field, of, from, set, text -> text);
        }

        boolean apply(E row, I input, Map<String, @Nullable String> before) {
            T old = of.apply(row);
            T next = from.apply(input);
            if (same(old, next)) {
                return false;
            }
            before.put(field.name(), old == null ? null : text(old));
            set.accept(row, next);
            return true;
        }

        void restore(E row, @Nullable String text) {
            set.accept(row, text == null ? null : parse.apply(text));
        }

        private static boolean same(@Nullable Object one, @Nullable Object other) {
            return (one instanceof BigDecimal a && other instanceof BigDecimal b)
                    ? a.compareTo(b) == 0
                    : Objects.equals(one, other);
        }

        static String text(Object value) {
            return value instanceof Enum<?> constant ? Coded.of(constant) : value.toString();
        }
    }

    private final List<Column<E, I, ?>> columns;

    ImportColumns(List<Column<E, I, ?>> columns) {
        this.columns = List.copyOf(columns);
    }

    List<ImportField> fields() {
        return columns.stream().<ImportField>map(Column::field).toList();
    }

    /** Takes over what differs; what it was before, empty when nothing did. */
    Optional<Json> apply(E row, I input) {
        var before = new LinkedHashMap<String, @Nullable String>();
        columns.forEach(column -> column.apply(row, input, before));
        return before.isEmpty() ? Optional.empty() : Optional.of(written(before));
    }

    void restore(E row, Json before) {
        Map<String, @Nullable String> values = read(before);
        columns.stream()
                .filter(column -> values.containsKey(column.field().name()))
                .forEach(column -> column.restore(row, values.get(column.field().name())));
    }

    private static Json written(Map<String, @Nullable String> values) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, @Nullable String> value : values.entrySet()) {
                json.writeStringField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Json(text.toString());
    }

    private static Map<String, @Nullable String> read(Json object) {
        var values = new LinkedHashMap<String, @Nullable String>();
        try (JsonParser parser = JSON.createParser(object.text())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                values.put(name, parser.nextToken() == JsonToken.VALUE_NULL ? null : parser.getText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    /**
     * The values that a record would have: the row's, else its own.
     *
     * @param current null for a new record
     * @param gapsOnly leaves alone what the record says already
     */
    Cellular over(@Nullable E current, ImportRow row, boolean gapsOnly) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (Column<E, I, ?> column : columns) {
            String name = column.field().name();
            Object own = current == null ? null : column.of().apply(current);
            boolean keeps = own != null && (gapsOnly || !row.has(name));
            values.put(name, keeps ? own : row.value(name, Object.class));
        }
        return new Cellular(values);
    }

    /** Values by name of the field. */
    record Cellular(Map<String, @Nullable Object> values) {

        @Nullable
        String text(String name) {
            Object value = values.get(name);
            return value == null ? null : Column.text(value);
        }

        <T> @Nullable T value(String name, Class<T> type) {
            return type.cast(values.get(name));
        }

        boolean flag(String name) {
            return Boolean.TRUE.equals(values.get(name));
        }

        /** A choice; {@code own} reads the name of one. */
        <T extends Enum<T>> @Nullable T choice(String name, Class<T> type) {
            String text = text(name);
            return text == null ? null : constant(type, text);
        }
    }

    /** The constant of a code that is known to be one. */
    static <T extends Enum<T>> T constant(Class<T> type, String code) {
        for (T constant : type.getEnumConstants()) {
            if (Coded.of(constant).equals(code)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(code + " is no " + type.getSimpleName());
    }

    static <T extends Enum<T>> List<String> codes(Class<T> type) {
        return List.of(type.getEnumConstants()).stream().map(Coded::of).toList();
    }
}
