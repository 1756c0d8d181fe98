package io.renoz.customers.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.customers.Shop;
import io.renoz.customers.Together;
import io.renoz.customers.Wire;
import io.renoz.rest.Bulk;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpeningIT {

    private final Shop shop = new Shop();

    @Test
    @DisplayName("CUS-01: a number that a caller gave away before its turn is passed over")
    void passesOverNumbersThatAreGone() {
        shop.open("{\"name\": \"Early\", \"customerCode\": \"CUST-00001\"}");
        shop.open("{\"name\": \"Early too\", \"customerCode\": \"CUST-00002\"}");

        assertThat(shop.named("Next").customerCode()).isEqualTo("CUST-00003");
        var together = Stream.of("{\"name\": \"A\", \"customerCode\": \"CUST-00004\"}", "{\"name\": \"B\"}")
                .map(json -> Wire.read(json, CustomerInput.class))
                .toList();
        assertThat(shop.in(() -> shop.customers.createAll(new Bulk<>(together))).items())
                .extracting(CustomerView::customerCode)
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("CUS-02: a thousand accounts with their people are opened in few statements")
    void isOpenedByTheThousand() {
        var inputs = IntStream.range(0, 1000)
                .mapToObj(i -> Wire.read(
                        "{\"name\": \"n" + i + "\", \"contacts\": [{\"firstName\": \"a\", \"lastName\": \"b\"}],"
                                + " \"addresses\": [{\"street1\": \"1 High St\", \"city\": \"Sydney\","
                                + " \"postcode\": \"2000\"}]}",
                        CustomerInput.class))
                .toList();
        long before = Shop.PLATFORM.statements();

        var made = shop.in(() -> shop.customers.createAll(new Bulk<>(inputs))).items();

        assertThat(Shop.PLATFORM.statements() - before).isBetween(1L, 15L);
        assertThat(shop.neighbours.numbersAsked).isEqualTo(1);
        assertThat(made)
                .hasSize(1000)
                .allMatch(customer -> customer.contacts().get(0).isPrimary())
                .allMatch(customer -> customer.addresses().get(0).isPrimary());
        assertThat(made).extracting(CustomerView::customerCode).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName(
            "CUS-02: of two who change the list of people at once one is told to read it again, and nobody is lost")
    void keepsThePeopleOfAllWhoChangeThemAtOnce() throws Exception {
        CustomerView made = shop.open("{\"name\": \"Acme\", \"contacts\": [" + person("Ann") + "]}");
        for (int round = 0; round < 5; round++) {
            int version = shop.read(made.id()).version();
            int before = shop.read(made.id()).contacts().size();
            int done = Together.run(
                    () -> append(made.id(), version, "Bob"),
                    () -> append(made.id(), version, "Cid"),
                    () -> append(made.id(), version, "Dan"));

            assertThat(done).isEqualTo(1);
            assertThat(shop.read(made.id()).contacts()).hasSize(before + 1);
            assertThat(shop.read(made.id()).version()).isEqualTo(version + 1);
        }
    }

    private CustomerView append(UUID customer, int version, String name) {
        List<String> people = new ArrayList<>();
        shop.read(customer)
                .contacts()
                .forEach(person -> people.add("{\"id\": \"" + person.id() + "\", \"firstName\": \""
                        + person.firstName() + "\", \"lastName\": \"Lee\", \"isPrimary\": " + person.isPrimary()
                        + "}"));
        people.add(person(name));
        return shop.organization
                .ifMatch(version)
                .call(() -> shop.customers.update(
                        customer,
                        Wire.patch("{\"contacts\": [" + String.join(",", people) + "]}", CustomerInput.class)));
    }

    private static String person(String firstName) {
        return "{\"firstName\": \"" + firstName + "\", \"lastName\": \"Lee\"}";
    }
}
