package io.renoz.platform.rest.json;

import java.math.BigDecimal;
import javax.validation.ConstraintValidator;
import javax.validation.ConstraintValidatorContext;
import javax.validation.constraints.Digits;
import org.jspecify.annotations.Nullable;

/**
 * Counts the digits of a number's value and not of the way it is written: a rate comes back from the database with eight
 * digits after the point, and a merge patch must not stumble over zeros that nobody sent.
 */
public final class SignificantDigits implements ConstraintValidator<Digits, BigDecimal> {

    private int integer;
    private int fraction;

    @Override
    public void initialize(Digits constraint) {
        integer = constraint.integer();
        fraction = constraint.fraction();
    }

    @Override
    public boolean isValid(@Nullable BigDecimal value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.precision() - shortest.scale() <= integer && shortest.scale() <= fraction;
    }
}
