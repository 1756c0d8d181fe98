package io.renoz.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MailSettingsTest {

    @Test
    @DisplayName("PLT-12: without a server mails become files, or nothing when the operator says so")
    void knowsWhereMailsGo() {
        assertThat(MailSettings.of(Map.of("RENOZ_HOME", "/srv/renoz")).folder()).contains(Path.of("/srv/renoz/mail"));
        assertThat(MailSettings.of(Map.of("RENOZ_HOME", "/srv/renoz", "RENOZ_MAIL", "off"))
                        .folder())
                .isEmpty();
        assertThat(MailSettings.of(Map.of()).smtp()).isEmpty();
    }

    @Test
    void encryptsUnlessToldOtherwise() {
        var settings =
                MailSettings.of(Map.of("RENOZ_SMTP_HOST", "smtp.example.com", "RENOZ_MAIL_FROM", "a@example.com"));

        assertThat(settings.smtp().orElseThrow().port()).isEqualTo(587);
        assertThat(settings.smtp().orElseThrow().security()).isEqualTo(MailSettings.Security.STARTTLS);
        assertThat(settings.folder()).isEmpty();
    }

    @Test
    void knowsWherePeopleReachThePlatform() {
        assertThat(MailSettings.of(Map.of("RENOZ_HTTP_PORT", "9000")).home()).isEqualTo("http://127.0.0.1:9000/");
        assertThat(MailSettings.of(Map.of("RENOZ_PUBLIC_URL", "https://erp.example.com/"))
                        .home())
                .isEqualTo("https://erp.example.com/");
    }

    @Test
    void showsNoPassword() {
        var settings = MailSettings.of(Map.of(
                "RENOZ_SMTP_HOST",
                "smtp.example.com",
                "RENOZ_MAIL_FROM",
                "a@example.com",
                "RENOZ_SMTP_PASSWORD",
                "s3cret"));

        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @Test
    void saysWhichVariableIsWrong() {
        var good = Map.of("RENOZ_SMTP_HOST", "smtp.example.com");

        assertThatThrownBy(() -> MailSettings.of(good)).hasMessageContaining("RENOZ_MAIL_FROM");
        assertThatThrownBy(() -> MailSettings.of(Map.of("RENOZ_SMTP_HOST", "x", "RENOZ_SMTP_PORT", "70000")))
                .hasMessageContaining("RENOZ_SMTP_PORT");
        assertThatThrownBy(() -> MailSettings.of(Map.of("RENOZ_SMTP_HOST", "x", "RENOZ_SMTP_SECURITY", "ssl")))
                .hasMessageContaining("RENOZ_SMTP_SECURITY");
        assertThatThrownBy(() -> MailSettings.of(Map.of("RENOZ_MAIL", "yes"))).hasMessageContaining("RENOZ_MAIL");
        assertThatThrownBy(() -> new Typist("nobody", false)).hasMessageContaining("RENOZ_MAIL_FROM");
    }
}
