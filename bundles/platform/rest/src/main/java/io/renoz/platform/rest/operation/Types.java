package io.renoz.platform.rest.operation;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts real types in the place of type variables: {@code Bulk<I>} of a resource's verb becomes {@code Bulk<Input>}. */
public final class Types {

    private final Map<TypeVariable<?>, Type> bound = new HashMap<>();

    private Types() {}

    /** The bindings of a class, through everything it extends and implements. */
    public static Types of(Class<?> type) {
        var types = new Types();
        types.bind(type);
        return types;
    }

    /** One binding alone. */
    public static Types binding(TypeVariable<?> variable, Type real) {
        var types = new Types();
        types.bound.put(variable, real);
        return types;
    }

    private void bind(@Nullable Type type) {
        if (type instanceof ParameterizedType parameterized) {
            var raw = (Class<?>) parameterized.getRawType();
            var variables = raw.getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                bound.put(variables[i], resolve(parameterized.getActualTypeArguments()[i]));
            }
            bindAll(raw);
        } else if (type instanceof Class<?> raw) {
            bindAll(raw);
        }
    }

    private void bindAll(Class<?> raw) {
        bind(raw.getGenericSuperclass());
        Arrays.stream(raw.getGenericInterfaces()).forEach(this::bind);
    }

    /** The type with its variables replaced. */
    public Type resolve(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            Type real = bound.get(variable);
            return real == null ? resolve(variable.getBounds()[0]) : real;
        }
        if (type instanceof WildcardType wildcard) {
            return resolve(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof ParameterizedType parameterized) {
            return new Resolved(
                    (Class<?>) parameterized.getRawType(),
                    Arrays.stream(parameterized.getActualTypeArguments())
                            .map(this::resolve)
                            .toList());
        }
        return type;
    }

    /** The class behind a type. */
    public static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    /** The argument of a type that has one, else {@code Object}. */
    public static Type argument(Type type) {
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[0]
                : Object.class;
    }

    private record Resolved(Class<?> type, java.util.List<Type> arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return type;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return type.getDeclaringClass();
        }
    }
}
