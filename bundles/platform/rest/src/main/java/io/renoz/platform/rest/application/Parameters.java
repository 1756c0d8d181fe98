package io.renoz.platform.rest.application;

import io.renoz.data.Coded;
import io.renoz.platform.rest.json.Texts;
import io.renoz.problem.Problem;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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

    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.ofEntries(
            Map.entry(String.class, Texts::storable),
            Map.entry(UUID.class, Texts::uuid),
            Map.entry(int.class, Integer::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(long.class, Long::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(BigDecimal.class, Parameters::number),
            Map.entry(boolean.class, Parameters::flag),
            Map.entry(Boolean.class, Parameters::flag),
            Map.entry(LocalDate.class, Texts::date),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(Instant.class, Texts::instant));

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

    private static @Nullable Function<String, Object> parser(Class<?> type) {
        return type.isEnum() ? constant(type) : PARSERS.get(type);
    }

    /**
     * The value that a text stands for; the text itself for types that are not known here.
     *
     * @throws IllegalArgumentException or {@link DateTimeException}
     */
    static Object read(Class<?> type, String text) {
        Function<String, Object> parser = parser(type);
        return parser == null ? text : parser.apply(text);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, Object> parser = parser(type);
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
