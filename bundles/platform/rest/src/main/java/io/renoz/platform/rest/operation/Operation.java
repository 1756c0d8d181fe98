package io.renoz.platform.rest.operation;

import io.renoz.rest.Allow;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One method of the API.
 *
 * @param module the module it belongs to; empty for the kernel's own
 * @param resource the object it is called on
 * @param method where its route is declared: in the resource's class, or in the interface of a verb
 * @param implementation the method of the resource's class
 * @param path from the root on, with parameters in braces
 * @param permission {@link Allow#SIGNED_IN} where none is needed
 * @param body type of the request's body, with no type variables left; null where it takes none
 * @param answer type of the result, with no type variables left
 * @param async whether the answer comes by itself, later or in pieces
 */
public record Operation(
        String module,
        Plane plane,
        Object resource,
        Method method,
        Method implementation,
        String verb,
        String path,
        String permission,
        @Nullable Type body,
        Type answer,
        boolean async) {

    /** Who an operation is for. */
    public enum Plane {
        /** Signed-in members of an organization. */
        TENANT,
        /** Everybody. */
        ANONYMOUS,
        /** The host's staff. */
        OPERATOR
    }

    /** Whether it reads only. */
    public boolean reading() {
        return verb.equals("GET") || verb.equals("HEAD");
    }

    /** Whether an address is one of this operation's. */
    boolean serves(String address) {
        String[] names = path.split("/", -1);
        String[] parts = address.split("/", -1);
        return names.length == parts.length
                && IntStream.range(0, names.length)
                        .allMatch(i -> names[i].startsWith("{") || names[i].equals(parts[i]));
    }

    /** Whether everybody who may use the API at all may use it. */
    public boolean free() {
        return permission.equals(Allow.SIGNED_IN) || plane != Plane.TENANT;
    }

    /** Whether an annotation stands on the method or its class. */
    public boolean is(Class<? extends Annotation> annotation) {
        return find(annotation).isPresent();
    }

    /** An annotation of the method, or else of the resource's class. */
    public <A extends Annotation> Optional<A> find(Class<A> annotation) {
        return find(annotation, implementation, method)
                .or(() -> Optional.ofNullable(resource.getClass().getAnnotation(annotation)));
    }

    /** An annotation of one of several methods, the first that has it. */
    public static <A extends Annotation> Optional<A> find(Class<A> annotation, Method... methods) {
        return List.of(methods).stream()
                .flatMap(m -> Optional.ofNullable(m.getAnnotation(annotation)).stream())
                .findFirst();
    }
}
