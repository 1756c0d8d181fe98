package io.renoz.platform.data;

import io.renoz.data.Parts;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One component of a record, and what it is in the entity. */
interface Member {

    /** Reads the component's value from a row. */
    interface Reader {
        @Nullable
        Object read(Object row);
    }

    @Nullable
    Object read(Object row);

    /** The component's value in a record. */
    @Nullable
    Object of(Object record);

    /** Writes the component of a record into a row; says whether parts of the row changed. */
    boolean write(Object row, Object record);

    /** Whether row and record agree here. */
    default boolean sameIn(Object row, Object record) {
        return Objects.equals(read(row), of(record));
    }

    /** A reader for these rows, which may fetch for all of them at once. */
    default Reader readerFor(List<?> rows, Unit unit) {
        return this::read;
    }

    /** Finds what a component is: a field, a list of parts, or in views a method; else adds to the misfits. */
    static Optional<Member> of(Class<?> entity, RecordComponent component, boolean writes, List<String> misfits)
            throws ReflectiveOperationException {
        String name = component.getName();
        Optional<Field> field = Fields.find(entity, name);
        if (field.isPresent() && field.get().isAnnotationPresent(Parts.class)) {
            return Optional.of(PartsMember.of(field.get(), component, writes, misfits));
        }
        if (field.isPresent() && field.get().getType() == component.getType()) {
            return Optional.of(new FieldMember(Access.handle(field.get()), accessor(component), !name.equals("id")));
        }
        if (field.isPresent()
                && field.get().getType() == String[].class
                && element(component.getGenericType()) == String.class) {
            return Optional.of(new TextsMember(Access.handle(field.get()), accessor(component)));
        }
        Optional<Method> method = writes ? Optional.empty() : method(entity, component);
        if (method.isPresent()) {
            MethodHandle handle = MethodHandles.privateLookupIn(method.get().getDeclaringClass(), Shape.LOOKUP)
                    .unreflect(method.get())
                    .asType(MethodType.methodType(Object.class, Object.class));
            return Optional.of(new MethodMember(handle));
        }
        misfits.add(name + ": "
                + field.map(f -> component.getType().getSimpleName() + " is not "
                                + f.getType().getSimpleName())
                        .orElse("no such field"));
        return Optional.empty();
    }

    private static Optional<Method> method(Class<?> entity, RecordComponent component) {
        for (Class<?> c = entity; c != null; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.getName().equals(component.getName())
                        && method.getParameterCount() == 0
                        && method.getReturnType() == component.getType()) {
                    return Optional.of(method);
                }
            }
        }
        return Optional.empty();
    }

    /** The accessor of a component, as a handle from object to object. */
    static MethodHandle accessor(RecordComponent component) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(component.getDeclaringRecord(), Shape.LOOKUP)
                .unreflect(component.getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class));
    }

    /** The type of a list's elements, if it is a list of a class. */
    static @Nullable Class<?> element(Type type) {
        return type instanceof ParameterizedType p
                        && p.getRawType() == List.class
                        && p.getActualTypeArguments()[0] instanceof Class<?> c
                ? c
                : null;
    }

    static @Nullable Object call(MethodHandle handle, Object argument) {
        try {
            return (Object) handle.invokeExact(argument);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** A field of the same type; the id of a row is given once and never written. */
    record FieldMember(VarHandle field, MethodHandle accessor, boolean writable) implements Member {

        @Override
        public @Nullable Object of(Object record) {
            return call(accessor, record);
        }

        @Override
        public @Nullable Object read(Object row) {
            return field.get(row);
        }

        @Override
        public boolean sameIn(Object row, Object record) {
            return !writable || same(read(row), of(record));
        }

        private static boolean same(@Nullable Object one, @Nullable Object other) {
            return (one instanceof BigDecimal a && other instanceof BigDecimal b)
                    ? a.compareTo(b) == 0
                    : Objects.equals(one, other);
        }

        @Override
        public boolean write(Object row, Object record) {
            if (!sameIn(row, record)) { // 1.50 over 1.5 would look like a change
                field.set(row, of(record));
            }
            return false;
        }
    }

    /** A list of texts that is an array in the entity. */
    record TextsMember(VarHandle field, MethodHandle accessor) implements Member {

        @Override
        public @Nullable Object of(Object record) {
            return call(accessor, record);
        }

        @Override
        public @Nullable Object read(Object row) {
            var texts = (String[]) field.get(row);
            return texts == null ? null : List.of(texts);
        }

        @Override
        public boolean write(Object row, Object record) {
            var texts = (List<?>) of(record);
            String[] wanted =
                    texts == null ? null : texts.stream().map(String::valueOf).toArray(String[]::new);
            if (!Arrays.equals((String[]) field.get(row), wanted)) {
                field.set(row, wanted);
            }
            return false;
        }
    }

    /** Something the entity computes. */
    record MethodMember(MethodHandle method) implements Member {

        @Override
        public @Nullable Object of(Object record) {
            throw new IllegalStateException("What an entity computes comes from no record.");
        }

        @Override
        public @Nullable Object read(Object row) {
            return call(method, row);
        }

        @Override
        public boolean write(Object row, Object record) {
            throw new IllegalStateException("What an entity computes is not written.");
        }
    }
}
