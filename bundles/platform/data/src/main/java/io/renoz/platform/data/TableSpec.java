package io.renoz.platform.data;

import io.renoz.data.Row;
import io.renoz.data.Rows;
import io.renoz.data.Table;
import io.renoz.data.Versioned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What a collection offers, collected step by step. */
record TableSpec<E extends Row>(
        Unit unit, Class<E> type, Filters filters, Map<String, Class<?>> sorts, String sort, Optional<Parent> parent)
        implements Table<E> {

    /** The field with the id of the record that rows are parts of, and its entity. */
    record Parent(String field, Class<? extends Row> type) {}

    static <E extends Row> TableSpec<E> of(Unit unit, Class<E> type) {
        return new TableSpec<>(unit, type, new Filters(), Map.of("id", UUID.class), "id", Optional.empty());
    }

    private Class<?> typeOf(String field) {
        return Fields.require(type, field).getType();
    }

    private TableSpec<E> with(Filters more) {
        return new TableSpec<>(unit, type, more, sorts, sort, parent);
    }

    @Override
    public Table<E> filter(String... fields) {
        Filters more = filters;
        for (String field : fields) {
            more = more.field(field, typeOf(field));
        }
        return with(more);
    }

    @Override
    public <T> Table<E> filter(String name, Class<T> valueType, Function<T, String> condition) {
        return with(filters.special(name, valueType, condition));
    }

    @Override
    public Table<E> only(String condition) {
        return with(filters.always(condition));
    }

    @Override
    public Table<E> search(String... fields) {
        for (String field : fields) {
            Fields.require(type, field);
        }
        return with(filters.search(List.of(fields)));
    }

    @Override
    public Table<E> sort(String... fields) {
        var offered = new LinkedHashMap<String, Class<?>>();
        for (String field : fields) {
            String name = field.startsWith("-") ? field.substring(1) : field;
            offered.put(name, typeOf(name));
        }
        return new TableSpec<>(unit, type, filters, offered, fields[0], parent);
    }

    @Override
    public Table<E> within(String field, Class<? extends Row> of) {
        Fields.require(type, field);
        return new TableSpec<>(unit, type, filters, sorts, sort, Optional.of(new Parent(field, of)));
    }

    @Override
    public <I, V extends Versioned> Rows<E, I, V> byName(Class<I> input, Class<V> view) {
        Shape<E, V> views = Shape.view(type, view);
        return new EntityRows<>(this, Optional.of(Shape.input(type, input)), EntityRows.Views.of(unit, views));
    }

    @Override
    public <V extends Versioned> Rows<E, Void, V> viewed(Class<V> view, Function<? super E, V> mapping) {
        return new EntityRows<>(this, Optional.empty(), EntityRows.Views.of(mapping));
    }
}
