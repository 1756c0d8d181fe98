package io.renoz.platform.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("PLT-08: what becomes of a request with an Idempotency-Key")
class DecisionTest {

    private static final UUID ORGANIZATION = new UUID(1, 1);
    private static final UUID ACTOR = new UUID(2, 2);
    private final AnswerKey key = key("/orders", "{}");

    private static AnswerKey key(String path, String body) {
        return AnswerKey.of(ORGANIZATION, ACTOR, "k", path, null, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<KeptAnswer> kept(AnswerKey of) {
        return Optional.of(new KeptAnswer(of.hash(), 201, Map.of(), "{}"));
    }

    @Test
    void theFirstProceeds() {
        assertThat(Decision.of(key, true, Optional.empty()).kind()).isEqualTo(Decision.Kind.PROCEED);
    }

    @Test
    void theSameGetsTheFirstAnswer() {
        assertThat(Decision.of(key("/orders", "{}"), true, kept(key)).kind()).isEqualTo(Decision.Kind.REPLAY);
    }

    @Test
    void anotherBodyOrPathIsAMismatch() {
        assertThat(Decision.of(key("/orders", "{ }"), true, kept(key)).kind()).isEqualTo(Decision.Kind.MISMATCH);
        assertThat(Decision.of(key("/quotes", "{}"), true, kept(key)).kind()).isEqualTo(Decision.Kind.MISMATCH);
    }

    @Test
    void oneThatRunsAtTheSameTimeIsToldSo() {
        assertThat(Decision.of(key, false, Optional.empty()).kind()).isEqualTo(Decision.Kind.RUNNING);
    }
}
