package io.renoz.customers.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.customers.Shop;
import io.renoz.customers.Wire;
import io.renoz.customers.api.CustomerSummaryContributor;
import io.renoz.customers.api.SummarySection;
import io.renoz.customers.customer.CustomerView;
import io.renoz.customers.priority.PriorityResource;
import io.renoz.customers.summary.SummaryResource.Account;
import io.renoz.customers.tag.CustomerTagResource;
import io.renoz.customers.tag.TagResource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SummaryIT {

    private final Shop shop = new Shop();

    private Account summary(UUID customer) {
        return shop.organization.read(() -> shop.summary.get(customer));
    }

    private static CustomerSummaryContributor saying(String key) {
        return customer -> new SummarySection(key, Map.of("open", 1), Map.of(), List.of());
    }

    @Test
    void showsTheAccountWithAllThatHangsOnIt() {
        CustomerView acme = shop.open("""
                {"name": "Acme", "contacts": [{"firstName": "Ann", "lastName": "Lee"}],
                 "addresses": [{"street1": "1", "city": "c", "postcode": "p", "type": "shipping"},
                               {"street1": "2", "city": "c", "postcode": "p"}]}
                """);
        UUID tag = shop.in(() -> shop.tags
                .create(Wire.read("{\"name\": \"solar\"}", TagResource.Input.class))
                .body()
                .id());
        shop.in(() -> shop.customerTags.create(acme.id(), new CustomerTagResource.Input(tag, null)));
        shop.in(() -> shop.priority.put(acme.id(), Wire.read("{}", PriorityResource.Input.class)));

        Account account = summary(acme.id());

        assertThat(account.customer()).isEqualTo(acme);
        assertThat(Objects.requireNonNull(account.primaryContact()).firstName()).isEqualTo("Ann");
        assertThat(Objects.requireNonNull(account.primaryAddress()).street1()).isEqualTo("2");
        assertThat(account.tags()).containsExactly("solar");
        assertThat(account.metrics()).isNotNull();
        assertThat(account.priority()).isNotNull();
    }

    @Test
    void asksTheModulesThatAreOnAndNamesThoseThatFailOrAreLate() {
        UUID acme = shop.named("Acme").id();
        var never = new CountDownLatch(1);
        shop.neighbours.add("orders", saying("orders"));
        shop.neighbours.add("pipeline", (CustomerSummaryContributor) customer -> {
            throw new IllegalStateException("broken");
        });
        shop.neighbours.add("support", (CustomerSummaryContributor) customer -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return saying("support").contribute(customer);
        });
        shop.neighbours.add("warranty", saying("warranty"));
        shop.neighbours.modulesOn.remove("warranty");

        Account account = summary(acme);

        assertThat(account.sections()).extracting(SummarySection::key).containsExactly("orders");
        assertThat(account.leftOut()).containsExactlyInAnyOrder("pipeline", "support");
    }
}
