package io.renoz.platform.data;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Row;
import io.renoz.data.Rows;
import io.renoz.data.Versioned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link Rows} over one entity. */
final class EntityRows<E extends Row, I, V extends Versioned> implements Rows<E, I, V> {

    /** How rows look; many at once, so that their parts are read together. */
    interface Views<E, V> {

        List<V> of(List<E> rows);

        static <E extends Row, V> Views<E, V> of(Unit unit, Shape<E, V> shape) {
            return rows -> shape.views(rows, unit);
        }

        static <E, V> Views<E, V> of(Function<? super E, V> mapping) {
            return rows -> rows.stream().<V>map(mapping).toList();
        }
    }

    private final TableSpec<E> table;
    private final Unit unit;
    private final Optional<Shape<E, I>> input;
    private final Views<E, V> views;
    private final Optional<UUID> parent;
    private final boolean kept;

    EntityRows(TableSpec<E> table, Optional<Shape<E, I>> input, Views<E, V> views) {
        this(table, input, views, Optional.empty());
    }

    private EntityRows(TableSpec<E> table, Optional<Shape<E, I>> input, Views<E, V> views, Optional<UUID> parent) {
        this.table = table;
        this.unit = table.unit();
        this.input = input;
        this.views = views;
        this.parent = parent;
        this.kept = Shape.kept(table.type());
    }

    @Override
    public Rows<E, I, V> within(UUID id) {
        TableSpec.Parent owner =
                table.parent().orElseThrow(() -> new IllegalStateException(table.type() + " is part of nothing"));
        unit.require(owner.type(), id);
        return new EntityRows<>(table, input, views, Optional.of(id));
    }

    private Shape<E, I> shape() {
        return input.orElseThrow(() -> new IllegalStateException(table.type() + " is read only here"));
    }

    // Reading

    @Override
    public Page<V> list(ListQuery query) {
        var jpql = new Jpql(table.type());
        table.filters().apply(query.filters(), jpql);
        parent.ifPresent(id -> jpql.where("e." + parentField() + " = :parent", "parent", id));
        if (kept) {
            jpql.where("e.deletedAt is null");
        }
        Long total = query.count() ? jpql.count(unit.entities()) : null;
        Order order = Order.of(query.sort().orElse(table.sort()), table.sorts());
        query.cursor().ifPresent(cursor -> order.after(cursor, jpql));
        List<E> rows = jpql.order(order.clause())
                .rows(unit.entities(), table.type())
                .setMaxResults(query.limit() + 1)
                .getResultList();
        boolean more = rows.size() > query.limit();
        List<E> shown = more ? rows.subList(0, query.limit()) : rows;
        String next = more ? order.cursorAfter(keys(order, shown.get(shown.size() - 1))) : null;
        return new Page<>(views.of(shown), next, total);
    }

    private Map<String, @Nullable Object> keys(Order order, E row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        order.fields().forEach(field -> values.put(field, Shape.value(row, field)));
        return values;
    }

    private String parentField() {
        return table.parent().orElseThrow().field();
    }

    @Override
    public V get(UUID id) {
        return view(require(id));
    }

    @Override
    public V view(E row) {
        return views.of(List.of(row)).get(0);
    }

    /** The row, if it is this parent's. */
    private E require(UUID id) {
        E row = unit.require(table.type(), id);
        if (parent.isPresent() && !parent.get().equals(Shape.value(row, parentField()))) {
            throw Unit.missing(table.type());
        }
        return row;
    }

    @Override
    public Offer offer() {
        return new Offer(
                table.filters().types(),
                table.filters().plain(),
                table.filters().ranged(),
                List.copyOf(table.sorts().keySet()));
    }

    // Writing

    @Override
    public List<V> createAll(List<I> inputs) {
        return createAll(inputs, (row, values) -> {});
    }

    @Override
    public List<V> createAll(List<I> inputs, BiConsumer<? super E, ? super I> complete) {
        var rows = new ArrayList<E>(inputs.size());
        for (I values : inputs) {
            E row = shape().make(values);
            parent.ifPresent(id -> Shape.set(row, parentField(), id));
            complete.accept(row, values);
            rows.add(unit.add(row));
        }
        unit.flush();
        return views.of(rows);
    }

    @Override
    public V update(UUID id, Patch<I> patch) {
        return update(id, patch, (row, values) -> {});
    }

    @Override
    public V update(UUID id, Patch<I> patch, BiConsumer<? super E, ? super I> complete) {
        return changeExpected(id, row -> {
            I values = patch.onto(shape().record(row));
            shape().apply(row, values);
            complete.accept(row, values);
        });
    }

    @Override
    public V change(UUID id, Consumer<? super E> change) {
        E row = require(id);
        Preconditions.check(row);
        return changed(row, change);
    }

    @Override
    public V changeExpected(UUID id, Consumer<? super E> change) {
        E row = require(id);
        Preconditions.demand(row);
        return changed(row, change);
    }

    private V changed(E row, Consumer<? super E> change) {
        change.accept(row);
        unit.flush();
        return view(row);
    }

    @Override
    public void delete(UUID id) {
        E row = require(id);
        Preconditions.check(row);
        unit.remove(row);
        unit.flush();
    }
}
