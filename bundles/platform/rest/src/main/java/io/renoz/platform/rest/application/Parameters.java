package io.renoz.platform.rest.application;

import io.renoz.data.Coded;
import io.renoz.problem.Problem;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.QueryParam;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;
import org.jspecify.annotations.Nullable;

/** Values in paths and queries: what does not fit a path is not found, what does not fit a query is the caller's mistake. */
final class Parameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.of(
            UUID.class, Parameters::uuid,
            int.class, Integer::valueOf,
            Integer.class, Integer::valueOf,
            long.class, Long::valueOf,
            Long.class, Long::valueOf,
            BigDecimal.class, Parameters::number,
            boolean.class, Parameters::flag,
            Boolean.class, Parameters::flag,
            LocalDate.class, LocalDate::parse,
            Instant.class, text -> OffsetDateTime.parse(text).toInstant());

    private static Object uuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }

    private static Object number(String text) {
        if (!text.matches("-?[0-9]{1,20}([.][0-9]{1,10})?")) {
            throw new IllegalArgumentException("not a number");
        }
        return new BigDecimal(text);
    }

    private static Object flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("not a flag");
        };
    }

    private static Function<String, Object> constant(Class<?> type) {
        return text -> Stream.of(type.getEnumConstants())
                .filter(value -> Coded.of((Enum<?>) value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such value"));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, Object> parser = type.isEnum() ? constant(type) : PARSERS.get(type);
        return parser == null
                ? null
                : new ParamConverter<>() {
                    @Override
                    public T fromString(String text) {
                        try {
                            return (T) parser.apply(text);
                        } catch (IllegalArgumentException | DateTimeException e) {
                            throw refusal(annotations, e);
                        }
                    }

                    @Override
                    public String toString(T value) {
                        return value instanceof Enum<?> constant ? Coded.of(constant) : String.valueOf(value);
                    }
                };
    }

    private static RuntimeException refusal(Annotation[] annotations, RuntimeException cause) {
        return Arrays.stream(annotations)
                .map(Parameters::name)
                .filter(name -> !name.isEmpty())
                .<RuntimeException>map(
                        name -> Problem.parameter(name, "The value of " + name + " is not as it should be."))
                .findFirst()
                .orElseGet(() -> new NotFoundException(cause));
    }

    private static String name(Annotation annotation) {
        if (annotation instanceof QueryParam query) {
            return query.value();
        }
        return annotation instanceof HeaderParam header ? header.value() : "";
    }
}
