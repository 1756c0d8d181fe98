package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several admins at the same switch at the same moment. */
@DisplayName("Two changes of a module set at once")
class SwitchingAtOnceIT {

    private static final int ROUNDS = 25;
    private static final int THREADS = 4;

    private final Client admin = Tenant.with().admin();

    @Test
    @DisplayName("PLT-04, PLT-06: with the same If-Match, exactly one wins and the others are told to look again")
    void oneWins() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Answer before = admin.get("module-set").expect(200);
            boolean on = before.body().path("modules").toString().contains("customers");
            String wanted = on
                    ? "{\"modules\": [], \"remove\": [\"customers\"]}"
                    : "{\"modules\": [{\"name\": \"customers\"}]}";

            List<Answer> answers = together(() -> admin.ifMatch(before.etag()).put("module-set", wanted));

            assertThat(answers.stream().filter(a -> a.status() == 200))
                    .as("winners of " + answers)
                    .hasSize(1);
            assertThat(answers).allSatisfy(a -> assertThat(List.of("", "job-running", "precondition-failed"))
                    .contains(a.problem()));
            assertThat(admin.get("module-set")
                            .expect(200)
                            .body()
                            .path("revision")
                            .asLong())
                    .isEqualTo(before.body().path("revision").asLong() + 1);
        }
    }

    @Test
    @DisplayName("PLT-04: without If-Match, one revision comes of it")
    void oneRevision() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long before = revision();
            boolean on = round % 2 == 1;

            List<Answer> answers = together(() ->
                    on ? admin.delete("modules/customers/enabled") : admin.put("modules/customers/enabled", "{}"));

            assertThat(answers.stream().filter(a -> a.status() == 200))
                    .as("done of " + answers)
                    .isNotEmpty();
            assertThat(answers)
                    .allSatisfy(a -> assertThat(List.of("", "job-running")).contains(a.problem()));
            assertThat(revision()).isEqualTo(before + 1);
        }
    }

    private long revision() {
        return admin.get("module-set").expect(200).body().path("revision").asLong();
    }

    private static List<Answer> together(Callable<Answer> change) throws Exception {
        var pool = Executors.newFixedThreadPool(THREADS);
        var barrier = new CyclicBarrier(THREADS);
        try {
            var all = new ArrayList<Callable<Answer>>();
            for (int i = 0; i < THREADS; i++) {
                all.add(() -> {
                    barrier.await();
                    return change.call();
                });
            }
            var answers = new ArrayList<Answer>();
            for (var done : pool.invokeAll(all)) {
                answers.add(done.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
