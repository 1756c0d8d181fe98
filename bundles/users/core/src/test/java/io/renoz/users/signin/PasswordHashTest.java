package io.renoz.users.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

    private final PasswordHash hash = new PasswordHash();

    @Test
    @DisplayName("USR-05: Argon2id with 19 MiB, 2 passes, 1 lane and a salt of 16 bytes")
    void hasTheParametersOfTheRule() {
        assertThat(hash.of("correct horse battery"))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    @DisplayName("USR-05: the right password fits, another does not, and no two hashes are alike")
    void knowsThePassword() {
        String stored = hash.of("correct horse bättery");

        assertThat(hash.matches("correct horse bättery", stored)).isTrue();
        assertThat(hash.matches("correct horse battery", stored)).isFalse();
        assertThat(hash.of("correct horse bättery")).isNotEqualTo(stored);
    }

    @Test
    @DisplayName("USR-05: a hash with weaker parameters is still known, and known to be old")
    void readsOlderHashes() {
        // A vector of the reference implementation: password "password", salt "somesalt".
        String old = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

        assertThat(hash.matches("password", old)).isTrue();
        assertThat(hash.outdated(old)).isTrue();
        assertThat(hash.outdated(hash.of("x"))).isFalse();
    }
}
