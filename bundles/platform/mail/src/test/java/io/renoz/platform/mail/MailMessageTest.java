package io.renoz.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.mail.MailAddress;
import io.renoz.mail.MailAttachment;
import io.renoz.mail.MailMessage;
import io.renoz.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailMessageTest {

    private static final MailAddress ZOE = MailAddress.of("zoe@example.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.com\r\nBcc: everyone@example.com",
                "a@example.com,b@example.com",
                "a@example.com b@example.com",
                "<a@example.com>",
                "\"a\" <a@example.com>",
                "nobody",
                ""
            })
    void takesOnePlainAddressAlone(String address) {
        assertThatThrownBy(() -> MailAddress.of(address)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello\r\nBcc: everyone@example.com",
                "Hello\nX",
                "Hello\rX",
                "Hello\u0000",
                "Hello\u2028X",
                "Hello\u0085X"
            })
    @DisplayName("PLT-12: what could end a header is refused")
    void refusesHeaderInjection(String words) {
        assertThatThrownBy(() -> MailMessage.of(ZOE, words, "")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new MailAddress("zoe@example.com", words)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new MailAttachment(words, "text/plain", new byte[0]))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new MailAttachment("a.txt", words, new byte[0]))
                .isInstanceOf(Problem.class);
    }

    @Test
    void makesWordsFitForALine() {
        assertThat(MailMessage.line(" Acme\r\nBcc: x@example.com\u2028 ", 100)).isEqualTo("Acme Bcc: x@example.com");
        assertThat(MailMessage.line("abcdef", 4)).isEqualTo("abc…");
        assertThat(MailMessage.line("ab\uD83D\uDE00\uD83D\uDE00", 4)).isEqualTo("ab…");
    }

    @Test
    void limitsWhatAMailMayBe() {
        var file = new MailAttachment("a.bin", "application/octet-stream", new byte[6_000_000]);

        assertThatThrownBy(() -> MailMessage.of(ZOE, "x".repeat(256), "")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> MailMessage.of(ZOE, "x", "x".repeat(1_000_001)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> MailMessage.of(ZOE, "x", "").attach(file).attach(file))
                .isInstanceOf(Problem.class);
    }

    @Test
    void isReadableAsAFileAndPureAsciiForServers() {
        MailMessage mail =
                MailMessage.of(new MailAddress("zoe@example.com", "Zoë"), "Grüße", "Schöne Grüße\n" + "x".repeat(200));
        UUID id = UUID.randomUUID();

        String file = new Typist("Renoz <renoz@localhost>", true)
                .type(id, mail, Instant.now())
                .content();
        String wire = new Typist("Renoz <renoz@localhost>", false)
                .type(id, mail, Instant.now())
                .content();

        assertThat(file).contains("Schöne Grüße", "x".repeat(200), "Message-ID: <" + id + "@localhost>");
        assertThat(wire).isASCII().contains("=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=");
    }
}
