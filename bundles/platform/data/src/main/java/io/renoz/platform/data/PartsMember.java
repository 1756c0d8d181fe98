package io.renoz.platform.data;

import io.renoz.data.Parts;
import io.renoz.data.Row;
import io.renoz.problem.Problem;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list of records that are rows of their own, written and versioned with their parent. */
final class PartsMember implements Member {

    private final String name;
    private final VarHandle list;
    private final MethodHandle accessor;
    private final Class<?> part;
    private final String parentField;
    private final VarHandle parent;
    private final Shape<Object, Object> shape;
    private final Optional<MethodHandle> id;

    private PartsMember(
            Field field,
            RecordComponent component,
            Class<?> part,
            Shape<Object, Object> shape,
            Optional<MethodHandle> id)
            throws IllegalAccessException {
        this.name = component.getName();
        this.list = Access.handle(field);
        this.accessor = Member.accessor(component);
        this.part = part;
        this.parentField =
                Objects.requireNonNull(field.getAnnotation(Parts.class)).value();
        this.parent = Access.field(part, parentField);
        this.shape = shape;
        this.id = id;
    }

    @SuppressWarnings("unchecked") // a shape of two classes found by reflection
    static PartsMember of(Field field, RecordComponent component, boolean writes, List<String> misfits)
            throws IllegalAccessException {
        Class<?> part = Member.element(field.getGenericType());
        Class<?> record = Member.element(component.getGenericType());
        if (part == null || record == null || !record.isRecord()) {
            throw new IllegalStateException(
                    component.getName() + " has to be a list of records over a list of entities");
        }
        Optional<MethodHandle> id = Optional.empty();
        for (RecordComponent inner : record.getRecordComponents()) {
            if (writes && inner.getName().equals("id")) {
                id = Optional.of(Member.accessor(inner));
            }
        }
        var shape = new Shape<>((Class<Object>) part, (Class<Object>) record, writes, misfits);
        return new PartsMember(field, component, part, shape, id);
    }

    @SuppressWarnings("unchecked")
    private List<Object> rows(Object owner) {
        return (List<Object>) list.get(owner);
    }

    @Override
    public @Nullable Object of(Object record) {
        return Member.call(accessor, record);
    }

    @Override
    public Object read(Object owner) {
        return rows(owner).stream().map(shape::record).toList();
    }

    @Override
    public Reader readerFor(List<?> owners, Unit unit) {
        if (owners.size() == 1) {
            return this::read;
        }
        Map<UUID, List<Object>> found = new HashMap<>();
        var text = "select c from " + part.getSimpleName() + " c where c." + parentField + " in :owners order by c.id";
        List<UUID> ids = owners.stream().map(owner -> ((Row) owner).id()).toList();
        List<Object> rows = ids.isEmpty() ? List.of() : all(unit, text, ids);
        List<Object> records = shape.views(rows, unit);
        for (int i = 0; i < rows.size(); i++) {
            found.computeIfAbsent((UUID) parent.get(rows.get(i)), owner -> new ArrayList<>())
                    .add(records.get(i));
        }
        return owner -> found.getOrDefault(((Row) owner).id(), List.of());
    }

    private List<Object> all(Unit unit, String text, List<UUID> owners) {
        return new ArrayList<>(unit.entities()
                .createQuery(text, part)
                .setParameter("owners", owners)
                .getResultList());
    }

    /** Parts that are named by id or look the same stay; the others go, and what is new comes. */
    @Override
    public boolean write(Object owner, Object record) {
        var wanted = (List<?>) of(record);
        if (wanted == null) {
            return false;
        }
        List<Object> rows = rows(owner);
        var left = new ArrayList<>(rows);
        var kept = new ArrayList<Object>();
        boolean changed = false;
        for (int i = 0; i < wanted.size(); i++) {
            Object values = Objects.requireNonNull(wanted.get(i));
            Object row = match(left, values, i);
            if (row == null) {
                row = shape.make(values);
                parent.set(row, ((Row) owner).id());
                rows.add(row);
                changed = true;
            } else if (!shape.same(row, values)) {
                shape.apply(row, values);
                changed = true;
            }
            kept.add(row);
        }
        changed |= rows.removeIf(row -> !kept.contains(row));
        return changed;
    }

    /** Takes the row that a record means out of those left; null when it means a new one. */
    private @Nullable Object match(List<Object> left, Object values, int position) {
        Object wanted = id.map(handle -> Member.call(handle, values)).orElse(null);
        for (Object row : left) {
            boolean same =
                    wanted == null ? shape.same(row, values) : ((Row) row).id().equals(wanted);
            if (same) {
                left.remove(row);
                return row;
            }
        }
        if (wanted != null) {
            throw Problem.invalid(
                    name + "/" + position + "/id", "There is no such part; leave the id out for a new one.");
        }
        return null;
    }
}
