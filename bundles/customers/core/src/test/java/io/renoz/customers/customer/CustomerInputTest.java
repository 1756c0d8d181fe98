package io.renoz.customers.customer;

import static io.renoz.customers.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.customers.Wire;
import java.util.List;
import javax.validation.Validation;
import javax.validation.Validator;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CustomerInputTest {

    private static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private static List<String> faults(String json) {
        return VALIDATOR.validate(Wire.read(json, CustomerInput.class)).stream()
                .map(violation -> violation.getPropertyPath().toString())
                .sorted()
                .toList();
    }

    @Test
    @DisplayName("CUS-02: every fault of an account and its parts is told at once, with its place")
    void tellsEveryFault() {
        assertThat(faults("""
                        {"name": " ", "creditLimit": -1, "email": "nobody",
                         "contacts": [{"firstName": "Ann", "lastName": "Lee"}, {"firstName": "", "lastName": "Lee"}],
                         "addresses": [{"street1": "1 High St", "city": "Sydney", "postcode": "2000", "country": "AUS"}]}
                        """))
                .containsExactly("addresses[0].country", "contacts[1].firstName", "creditLimit", "email", "name");
        assertThat(faults("{\"name\": \"Acme\"}")).isEmpty();
    }

    @Test
    @DisplayName("CUS-02, CUS-03: of two that ask to come first the second is told so")
    void lacksTwoThatComeFirst() {
        assertInvalid(() -> Wire.read("""
                        {"name": "Acme", "addresses": [
                          {"street1": "1", "city": "c", "postcode": "p", "isPrimary": true},
                          {"street1": "2", "city": "c", "postcode": "p", "isPrimary": true, "type": "shipping"},
                          {"street1": "3", "city": "c", "postcode": "p", "isPrimary": true, "type": "billing"}]}
                        """, CustomerInput.class)).isEqualTo("/addresses/2/isPrimary");
    }

    @Test
    void takesAPointOnEarthAsAWhole() {
        assertInvalid(() -> Wire.read(
                        "{\"street1\": \"1\", \"city\": \"c\", \"postcode\": \"p\", \"latitude\": -33.8}",
                        CustomerInput.Place.class))
                .isEqualTo("/longitude");
    }
}
