package io.renoz.platform.rest.json;

import com.fasterxml.jackson.core.JsonPointer;
import io.renoz.problem.Problem.FieldError;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.validation.ConstraintViolation;
import javax.validation.ElementKind;
import javax.validation.Path;
import javax.validation.Validation;
import javax.validation.ValidatorFactory;
import javax.validation.constraints.Digits;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** The constraints that inputs declare. One an application: its factory remembers the classes it has met. Thread-safe. */
public final class Checks implements AutoCloseable {

    private final ValidatorFactory factory;

    private Checks(ValidatorFactory factory) {
        this.factory = factory;
    }

    /** A new one. */
    public static Checks create() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(HibernateValidator.class.getClassLoader());
        try {
            HibernateValidatorConfiguration configuration = Validation.byProvider(HibernateValidator.class)
                    .providerResolver(() -> List.of(new HibernateValidator()))
                    .configure();
            ConstraintMapping digits = configuration.createConstraintMapping();
            digits.constraintDefinition(Digits.class).validatedBy(SignificantDigits.class);
            return new Checks(configuration
                    .addMapping(digits)
                    .ignoreXmlConfiguration()
                    .defaultLocale(Locale.ENGLISH)
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .externalClassLoader(HibernateValidator.class.getClassLoader())
                    .buildValidatorFactory());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Every constraint that a value breaks. */
    List<FieldError> errors(Object value) {
        return broken(value)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::message))
                .toList();
    }

    /** Every constraint that a value breaks as that of a property; what is inside it is left out. */
    List<FieldError> errors(Class<?> type, String property, @Nullable Object value) {
        return factory.getValidator().validateValue(type, property, value).stream()
                .map(violation -> new FieldError(pointer(violation), sentence(violation.getMessage())))
                .toList();
    }

    private Stream<FieldError> broken(@Nullable Object value) {
        if (value == null) {
            return Stream.empty();
        }
        if (value instanceof List<?> list) {
            return IntStream.range(0, list.size()).boxed().flatMap(i -> broken(list.get(i))
                    .map(e -> new FieldError("/" + i + e.pointer(), e.message())));
        }
        return factory.getValidator().validate(value).stream()
                .map(violation -> new FieldError(pointer(violation), sentence(violation.getMessage())));
    }

    /** {@code must not be blank} becomes {@code It must not be blank.} */
    private static String sentence(String message) {
        String text = message.startsWith("must ") ? "It " + message : message;
        return text.endsWith(".") ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private static String pointer(ConstraintViolation<?> violation) {
        JsonPointer pointer = JsonPointer.empty();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer = pointer.appendIndex(node.getIndex());
            } else if (node.getKey() != null) {
                pointer = pointer.appendProperty(node.getKey().toString());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer = pointer.appendProperty(node.getName());
            }
        }
        return pointer.toString();
    }

    @Override
    public void close() {
        factory.close();
    }
}
