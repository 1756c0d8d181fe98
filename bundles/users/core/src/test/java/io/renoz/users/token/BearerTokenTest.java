package io.renoz.users.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BearerTokenTest {

    private static final UUID ACME = UUID.randomUUID();

    @Test
    @DisplayName("USR-02: the organization stands in the token, the secret has 32 random bytes")
    void namesItsOrganization() {
        BearerToken session = BearerToken.session(ACME);

        assertThat(session.text()).matches("rns_" + ACME + "_[A-Za-z0-9_-]{43}");
        assertThat(BearerToken.api(ACME).text()).startsWith("rnz_" + ACME);
        assertThat(BearerToken.read(session.text())).contains(session);
        assertThat(BearerToken.session(ACME).text()).isNotEqualTo(session.text());
    }

    @Test
    @DisplayName("USR-02: only the hash is stored, and only the hash and a beginning are ever shown")
    void hidesItsSecret() {
        BearerToken token = BearerToken.api(ACME);

        assertThat(token.hash())
                .matches("[0-9a-f]{64}")
                .isEqualTo(BearerToken.read(token.text()).orElseThrow().hash());
        assertThat(token.toString()).doesNotContain(token.text());
        assertThat(token.shown()).hasSize(10).startsWith("rnz_");
    }

    @Test
    @DisplayName("USR-02: what does not look like a token is none")
    void readsNothingElse() {
        String good = BearerToken.session(ACME).text();

        assertThat(BearerToken.read("")).isEmpty();
        assertThat(BearerToken.read(good + "x")).isEmpty();
        assertThat(BearerToken.read(good.replace("rns_", "rnx_"))).isEmpty();
        assertThat(BearerToken.read("rns_" + "g".repeat(36) + good.substring(40)))
                .isEmpty();
    }
}
