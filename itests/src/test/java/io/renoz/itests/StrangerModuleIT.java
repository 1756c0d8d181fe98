package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** A module from outside this repository, from its first day to its last: one story in several parts. */
@DisplayName("A stranger's module")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class StrangerModuleIT {

    private static final String FILE = "petty-cash.zip";
    private static final String MODULE = "petty-cash";

    private final Tenant mine = Tenant.with("customers");
    private final Tenant other = Tenant.with("customers");
    private final Client admin = mine.admin();

    private String customer;
    private String box;

    @BeforeAll
    void drop() {
        customer = admin.post("customers/customers", "{\"name\": \"Corner Shop\"}")
                .expect(201)
                .id();
        assertThat(StrangerFolder.deployed(MODULE)).isEmpty();
        admin.put("modules/petty-cash/enabled", "{}").expectProblem(422, "unknown-module");
        StrangerFolder.install(StrangerFolder.PETTY_CASH_1, FILE, MODULE, "1.0.0");
    }

    @AfterAll
    void takeAway() {
        StrangerFolder.remove(FILE, MODULE);
    }

    private Answer book(String amount, String more) {
        return admin.post("petty-cash/entries", "{\"boxId\": \"%s\", \"amount\": %s, %s}".formatted(box, amount, more));
    }

    private long paths() {
        return StrangerFolder.paths(admin, MODULE);
    }

    @Test
    @Order(1)
    @DisplayName("is offered to every organization and on for none")
    void isOffered() {
        for (Tenant tenant : List.of(mine, other)) {
            JsonNode module =
                    tenant.admin().get("modules/petty-cash").expect(200).body();
            assertThat(module.path("state").asText()).isEqualTo("available");
            assertThat(module.path("vendor").asText()).isEqualTo("Example Ltd");
            tenant.admin().get("petty-cash/boxes").expectProblem(404, "module-not-enabled");
        }
        assertThat(paths()).isZero();
    }

    @Test
    @Order(2)
    @DisplayName("is turned on for one organization and stays off for another")
    void isTurnedOn() {
        admin.put("modules/petty-cash/enabled", "{\"reason\": \"we have a drawer\"}")
                .expect(200);

        box = admin.post("petty-cash/boxes", "{\"name\": \"Front desk\"}")
                .expect(201)
                .id();
        assertThat(paths()).isGreaterThan(5);
        other.admin().get("petty-cash/boxes").expectProblem(404, "module-not-enabled");
    }

    @Test
    @Order(3)
    @DisplayName("is turned on where what it requires is on, too")
    void needsCustomers() {
        Client without = Tenant.with().admin();

        Answer refused = without.put("modules/petty-cash/enabled", "{}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("customers");
    }

    @Test
    @Order(4)
    @DisplayName("PET-01, PET-02: keeps its own rules, in the platform's words")
    void keepsItsRules() {
        book("20.00", "\"kind\": \"receipt\"").expect(201);

        assertThat(book("20.01", "\"kind\": \"payment\", \"category\": \"office\"")
                        .expectProblem(409, "insufficient-cash")
                        .body()
                        .path("balance")
                        .decimalValue())
                .isEqualByComparingTo("20.00");
        book("1.00", "\"kind\": \"payment\"").expectProblem(422, "validation-failed");
        book("0.00", "\"kind\": \"receipt\"").expectProblem(422, "validation-failed");
        book("1.00", "\"kind\": \"receipt\", \"receiptNumber\": \"R-1\"").expectProblem(422, "validation-failed");
        admin.delete("petty-cash/boxes/" + box).expectProblem(409, "reference-in-use");
    }

    @Test
    @Order(5)
    @DisplayName("PET-04, PET-05: works with customers and numbers of modules that know nothing of it")
    void usesOtherModules() {
        Answer entry = book("2.50", "\"kind\": \"receipt\", \"customerId\": \"%s\"".formatted(customer))
                .expect(201);

        assertThat(entry.body().path("number").asText()).matches("PC-\\d{4}-00002");
        book("1.00", "\"kind\": \"receipt\", \"customerId\": \"00000000-0000-7000-8000-000000000000\"")
                .expectProblem(422, "validation-failed");
        assertThat(admin.delete("customers/customers/" + customer)
                        .expectProblem(409, "customer-in-use")
                        .body()
                        .path("references")
                        .path("petty-cash")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @Order(6)
    @DisplayName("is in the log of activities without having written a line of it")
    void isAudited() {
        String entries = "activities/activities?entityType=petty_cash_entry";

        List<JsonNode> log = StrangerFolder.items(admin.get(entries));

        assertThat(log).hasSize(2);
        assertThat(log).allSatisfy(entry -> {
            assertThat(entry.path("module").asText()).isEqualTo(MODULE);
            assertThat(entry.path("action").asText()).isEqualTo("created");
            assertThat(entry.path("parentId").asText()).isEqualTo(box);
        });
        assertThat(log).anySatisfy(entry -> assertThat(entry.path("customerId").asText())
                .isEqualTo(customer));
    }

    @Test
    @Order(7)
    @DisplayName("is replaced by its next version while people work with it, and not one request fails")
    void isSwapped() {
        var load = StrangerLoad.begin(admin, box);
        try (load) {
            int before = awaitRequests(load, 0);
            StrangerFolder.install(StrangerFolder.PETTY_CASH_2, FILE, MODULE, "2.0.0");
            awaitRequests(load, Math.max(before, load.requests()));
        }

        assertThat(load.failures()).isEmpty();
        Answer after = admin.get("petty-cash/entries?count=true&limit=1").expect(200);
        assertThat(after.body().path("total").asInt()).isEqualTo(load.booked() + 2);
    }

    private static int awaitRequests(StrangerLoad load, int since) {
        await().atMost(Duration.ofSeconds(60)).until(() -> load.requests() > since + 100);
        return load.requests();
    }

    @Test
    @Order(8)
    @DisplayName("has what the next version brought, and all that it had")
    void isNew() {
        Answer entry = book("3.00", "\"kind\": \"receipt\", \"receiptNumber\": \"R-77\"")
                .expect(201);

        assertThat(entry.body().path("receiptNumber").asText()).isEqualTo("R-77");
        assertThat(StrangerFolder.items(admin.get("petty-cash/entries?receiptNumber=R-77")))
                .hasSize(1);
        assertThat(admin.get("modules/petty-cash")
                        .expect(200)
                        .body()
                        .path("version")
                        .asText())
                .isEqualTo("2.0.0");
        assertThat(admin.get("modules/petty-cash").body().path("state").asText())
                .isEqualTo("enabled");
        other.admin().get("petty-cash/boxes").expectProblem(404, "module-not-enabled");
    }

    @Test
    @Order(9)
    @DisplayName("is taken away with its paths; what it stored is there when it comes back")
    void isTakenAway() {
        Answer before = admin.get("petty-cash/boxes/" + box).expect(200);

        StrangerFolder.remove(FILE, MODULE);

        assertThat(admin.get("petty-cash/boxes/" + box).status()).isEqualTo(404);
        assertThat(admin.post("petty-cash/boxes", "{\"name\": \"x\"}").status()).isEqualTo(404);
        assertThat(paths()).isZero();
        admin.get("customers/customers/" + customer).expect(200);

        StrangerFolder.install(StrangerFolder.PETTY_CASH_2, FILE, MODULE, "2.0.0");
        assertThat(admin.get("petty-cash/boxes/" + box).expect(200).body()).isEqualTo(before.body());
    }
}
