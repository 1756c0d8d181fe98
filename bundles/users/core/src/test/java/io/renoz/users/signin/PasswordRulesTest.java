package io.renoz.users.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.problem.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    private static void assertWeak(String password, String why) {
        Problem refusal = catchThrowableOfType(
                Problem.class,
                () -> PasswordRules.check("p", password, 12, "anna.long@acme.example", "Annabella Longname"));
        assertThat(refusal.slug()).isEqualTo("weak-password");
        assertThat(refusal.detail()).contains(why);
    }

    @Test
    @DisplayName("USR-05: 12 to 128 characters")
    void hasALength() {
        assertWeak("short", "12 to 128");
        assertWeak("x".repeat(129), "12 to 128");
        assertWeak("😀".repeat(11), "12 to 128");
    }

    @Test
    @DisplayName("USR-05: not one's own address or name")
    void isNotWhoOneIs() {
        assertWeak("Anna.Long@acme.example", "address or name");
        assertWeak("annabella longname", "address or name");
    }

    @Test
    @DisplayName("USR-05: not one of the most common ones")
    void isNotCommon() {
        assertWeak("LeaveMeAlone", "tried first");
        assertWeak("1q2w3e4r5t6y", "tried first");
    }

    @Test
    @DisplayName("USR-05: anything else will do, in any script")
    void isOtherwiseFree() {
        PasswordRules.check("p", "correct horse battery", 12, "a@b.c", "Anna");
        PasswordRules.check("p", "пароль длинный очень", 12, "a@b.c", "Anna");
        PasswordRules.check("p", "x".repeat(128), 12, "a@b.c", "Anna");
    }
}
