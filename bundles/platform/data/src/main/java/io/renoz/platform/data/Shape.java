package io.renoz.platform.data;

import io.renoz.data.Row;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies between an entity and a record by name: fields both ways, no-argument methods into views, lists of parts. All look-up
 * is done when it is made.
 */
final class Shape<E, R> {

    static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final List<Member> members = new ArrayList<>();
    private final MethodHandle newRecord;
    private final @Nullable MethodHandle newEntity;

    /** For what callers send: every component is a field. */
    static <E, R> Shape<E, R> input(Class<E> entity, Class<R> record) {
        return of(entity, record, true);
    }

    /** For what callers see. */
    static <E, R> Shape<E, R> view(Class<E> entity, Class<R> record) {
        return of(entity, record, false);
    }

    private static <E, R> Shape<E, R> of(Class<E> entity, Class<R> record, boolean writes) {
        var misfits = new ArrayList<String>();
        var shape = new Shape<E, R>(entity, record, writes, misfits);
        if (!misfits.isEmpty()) {
            throw new IllegalStateException(
                    record.getName() + " does not fit " + entity.getSimpleName() + ": " + misfits);
        }
        return shape;
    }

    Shape(Class<E> entity, Class<R> record, boolean writes, List<String> misfits) {
        RecordComponent[] components = record.getRecordComponents();
        try {
            for (RecordComponent component : components) {
                Member.of(entity, component, writes, misfits).ifPresent(members::add);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            newRecord = MethodHandles.privateLookupIn(record, LOOKUP)
                    .findConstructor(record, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            newEntity = writes
                    ? MethodHandles.privateLookupIn(entity, LOOKUP)
                            .findConstructor(entity, MethodType.methodType(void.class))
                            .asType(MethodType.methodType(Object.class))
                    : null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(entity.getSimpleName() + " cannot be copied to " + record.getName(), e);
        }
    }

    /** The record of a row, with the parts it has in memory. */
    @SuppressWarnings("unchecked")
    R record(E row) {
        var values = new @Nullable Object[members.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = members.get(i).read(row);
        }
        return (R) made(values);
    }

    /** The records of rows, the parts of all of them read in one statement a list. */
    @SuppressWarnings("unchecked")
    List<R> views(List<E> rows, Unit unit) {
        List<Member.Reader> readers =
                members.stream().map(member -> member.readerFor(rows, unit)).toList();
        var records = new ArrayList<R>(rows.size());
        for (E row : rows) {
            var values = new @Nullable Object[readers.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = readers.get(i).read(row);
            }
            records.add((R) made(values));
        }
        return records;
    }

    private Object made(@Nullable Object[] values) {
        try {
            return (Object) newRecord.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    E make(R record) {
        if (newEntity == null) {
            throw new IllegalStateException("A view makes no rows.");
        }
        try {
            var row = (E) (Object) newEntity.invokeExact();
            apply(row, record);
            return row;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives a row the values of a record; a change of its parts alone raises its version too. */
    void apply(E row, R record) {
        boolean partsChanged = false;
        for (Member member : members) {
            partsChanged |= member.write(row, record);
        }
        if (partsChanged) {
            ((Row) row).touch();
        }
    }

    /** Whether a row has the values of a record, its id aside. */
    boolean same(E row, R record) {
        return members.stream().allMatch(member -> member.sameIn(row, record));
    }

    /** A field's value by name, for keys of paging and parents; not for every row. */
    static @Nullable Object value(Object row, String name) {
        return Access.field(row.getClass(), name).get(row);
    }

    static void set(Object row, String name, Object value) {
        Access.field(row.getClass(), name).set(row, value);
    }

    /** Whether rows of an entity stay when they are deleted. */
    static boolean kept(Class<?> entity) {
        return Fields.find(entity, "deletedAt").isPresent();
    }
}
