package io.renoz.platform.rest.operation;

import io.renoz.data.Offer;
import io.renoz.data.Patch;
import io.renoz.rest.Allow;
import io.renoz.rest.Bulk;
import io.renoz.rest.Download;
import io.renoz.rest.Upload;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One method of the API.
 *
 * @param module the module it belongs to; empty for the kernel's own
 * @param resource the object it is called on
 * @param method where its route is declared: in the resource's class, or in the interface of a verb
 * @param implementation the method of the resource's class
 * @param adding the resource's own way to store what the operation creates; null where it has none
 * @param path from the root on, with parameters in braces
 * @param permission {@link Allow#SIGNED_IN} where none is needed
 * @param body type of the request's body, with no type variables left; null where it takes none
 * @param answer type of the result, with no type variables left
 * @param query names of the query parameters that the method declares one by one
 * @param offer what may be asked of it; null where it is no list
 * @param async whether the answer comes by itself, later or in pieces
 */
public record Operation(
        String module,
        Plane plane,
        Object resource,
        Method method,
        Method implementation,
        @Nullable Method adding,
        String verb,
        String path,
        String permission,
        @Nullable Type body,
        Type answer,
        Set<String> query,
        @Nullable Offer offer,
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
        return said(annotation).or(() -> Optional.ofNullable(resource.getClass().getAnnotation(annotation)));
    }

    /** An annotation of the method: in the resource's class, on what it creates by, or where the route is declared. */
    public <A extends Annotation> Optional<A> said(Class<A> annotation) {
        return Stream.of(implementation, adding, method)
                .filter(Objects::nonNull)
                .flatMap(m -> Optional.ofNullable(m.getAnnotation(annotation)).stream())
                .findFirst();
    }

    /** Whether it takes a file. */
    public boolean upload() {
        return body != null && Types.raw(body) == Upload.class;
    }

    /** Whether it answers with a file. */
    public boolean download() {
        return Types.raw(answer) == Download.class;
    }

    /** Whether its body stands for many records. */
    public boolean many() {
        return body != null && Types.raw(body) == Bulk.class;
    }

    /** Names of the fields of its body, or of each of many. */
    public Set<String> bodyFields() {
        if (body == null) {
            return Set.of();
        }
        Class<?> raw = Types.raw(body);
        boolean wrapped = many() || upload() || raw == Patch.class || raw == Optional.class;
        Class<?> record = wrapped ? Types.raw(Types.argument(body)) : raw;
        return record.isRecord()
                ? Stream.of(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** The same under a permission. */
    Operation under(String needed) {
        return new Operation(
                module,
                plane,
                resource,
                method,
                implementation,
                adding,
                verb,
                path,
                needed,
                body,
                answer,
                query,
                offer,
                async);
    }
}
