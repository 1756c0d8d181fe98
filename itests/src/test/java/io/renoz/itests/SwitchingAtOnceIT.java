package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

            List<Answer> answers =
                    AtOnce.run(THREADS, () -> admin.ifMatch(before.etag()).put("module-set", wanted));

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

            List<Answer> answers = AtOnce.run(
                    THREADS,
                    () -> on
                            ? admin.delete("modules/customers/enabled")
                            : admin.put("modules/customers/enabled", "{}"));

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
}
