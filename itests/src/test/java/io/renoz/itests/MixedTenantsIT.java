package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two tenants at once on the same threads and connections. */
@DisplayName("Two tenants at work at the same time")
class MixedTenantsIT {

    private static final int THREADS = 8;
    private static final int ROUNDS = 125; // of four requests

    private final List<Tenant> tenants = List.of(Tenant.whole(), Tenant.whole());
    private final List<ConcurrentLinkedQueue<String>> made =
            List.of(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void neverSeeEachOthersRows() throws Exception {
        AtOnce.run(THREADS, this::work);

        assertThat(requests.get()).isGreaterThan(3000);
        for (int who = 0; who < tenants.size(); who++) {
            assertThat(count(who)).isEqualTo(made.get(who).size());
        }
    }

    private Void work() {
        RandomGenerator random = RandomGenerator.getDefault();
        for (int round = 0; round < ROUNDS; round++) {
            int who = random.nextInt(2);
            Tenant tenant = tenants.get(who);
            Client admin = tenant.admin();
            Answer created = admin.post("customers/customers", """
                            {"name": "%s %d"}""".formatted(tenant.slug(), random.nextInt(1_000_000)))
                    .expect(201);
            made.get(who).add(created.id());
            owned(tenant, created.body());
            Answer list =
                    admin.get("customers/customers?sort=-createdAt&limit=20").expect(200);
            list.body().path("items").forEach(item -> owned(tenant, item));
            Answer read = admin.get("customers/customers/" + created.id()).expect(200);
            owned(tenant, read.body());
            Answer changed = admin.ifMatch(read.etag())
                    .patch("customers/customers/" + created.id(), """
                            {"name": "%s changed", "notes": "%s"}""".formatted(tenant.slug(), tenant.slug()))
                    .expect(200);
            owned(tenant, changed.body());
            foreign(1 - who, admin);
            requests.addAndGet(4);
        }
        return null;
    }

    private static void owned(Tenant tenant, JsonNode customer) {
        assertThat(customer.path("name").asText()).startsWith(tenant.slug());
    }

    private void foreign(int other, Client admin) {
        String id = made.get(other).peek();
        if (id != null) {
            requests.incrementAndGet();
            admin.get("customers/customers/" + id).expectProblem(404, "not-found");
        }
    }

    private long count(int who) {
        return tenants.get(who)
                .admin()
                .get("customers/customers?limit=1&count=true")
                .expect(200)
                .body()
                .path("total")
                .asLong();
    }
}
