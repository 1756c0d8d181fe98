package io.renoz.platform.rest.operation;

import io.renoz.data.ListQuery;
import io.renoz.rest.Allow;
import io.renoz.rest.Anonymous;
import io.renoz.rest.Answers;
import io.renoz.rest.HandsOutSecret;
import io.renoz.rest.InPerson;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.rest.WhileEnrolling;
import io.renoz.rest.WhileSuspended;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds what a resource says where nobody listens. A permission asked for in vain would be a hole. */
final class Misplaced {

    private static final List<Class<? extends Annotation>> SAID = List.of(
            Allow.class,
            Anonymous.class,
            Answers.class,
            HandsOutSecret.class,
            InPerson.class,
            Summary.class,
            WhileEnrolling.class,
            WhileSuspended.class);

    private Misplaced() {}

    /**
     * Refuses a resource with such words.
     *
     * @throws IllegalStateException naming them
     */
    static void refuse(Object resource, Collection<Operation> operations) {
        Class<?> type = resource.getClass();
        List<Method> heard = operations.stream()
                .flatMap(o -> Stream.of(o.method(), o.implementation(), o.adding()))
                .filter(Objects::nonNull)
                .toList();
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && heard.stream().noneMatch(known -> same(known, method)))
                .forEach(method -> SAID.stream()
                        .filter(method::isAnnotationPresent)
                        .forEach(said -> {
                            throw new IllegalStateException("@" + said.getSimpleName() + " stands on "
                                    + method.getName() + " of " + type.getName() + ", which is no operation.");
                        }));
        if (resource instanceof Resource offering) {
            offering.offers().keySet().stream()
                    .filter(name -> operations.stream()
                            .noneMatch(o -> o.method().getName().equals(name) && list(o.method())))
                    .forEach(name -> {
                        throw new IllegalStateException(type.getName() + " offers something for " + name
                                + ", which is no operation with a ListQuery.");
                    });
        }
    }

    private static boolean same(Method one, Method other) {
        return one.getName().equals(other.getName()) && one.getParameterCount() == other.getParameterCount();
    }

    /** Whether an operation takes what lists take. */
    static boolean list(Method method) {
        return List.of(method.getParameterTypes()).contains(ListQuery.class);
    }
}
