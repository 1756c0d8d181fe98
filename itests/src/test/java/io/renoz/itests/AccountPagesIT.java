package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where links in letters lead, in a real browser. */
@DisplayName("The page of a letter's link")
class AccountPagesIT {

    private static final String NEW_PASSWORD = "an entirely different pass phrase";
    private static Browser browser;
    private static Tenant tenant;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.start();
        tenant = Tenant.with();
    }

    @AfterAll
    static void end() {
        browser.close();
    }

    @AfterEach
    void nothingToComplainOf() {
        assertThat(browser.complaints()).isEmpty();
    }

    /** A link as it stands in a letter, at the address of this platform. */
    private static String here(String link) {
        URI uri = URI.create(link);
        return RunningPlatform.shared().url() + uri.getPath() + "#" + uri.getFragment();
    }

    private static Answer signIn(String email, String password) {
        return Client.anonymous().post("users/auth/login", """
                        {"organization": "%s", "email": "%s", "password": "%s"}""".formatted(tenant.slug(), email, password));
    }

    @Test
    void letsInvitedPeopleJoin() {
        String email = "page@" + tenant.slug() + ".example";
        String link =
                Members.of(tenant).invite("sales", email).path("acceptLink").asText();

        browser.open(here(link));
        assertThat(browser.text("#offer", email)).contains(email).contains("Tenant " + tenant.slug());
        assertThat(browser.address()).as("the token is gone from the address").doesNotContain("#");
        browser.fill("#name", "Paula Page");
        browser.fill("#password", "short");
        browser.click("button");
        assertThat(browser.text("#message", "12")).contains("12");
        assertThat(browser.shows("form")).isTrue();
        browser.fill("#password", NEW_PASSWORD);
        browser.click("button");

        assertThat(browser.text("#message", "You are in")).contains("You are in");
        assertThat(browser.shows("form")).isFalse();
        signIn(email, NEW_PASSWORD).expect(200);
    }

    @Test
    void saysThatAnInvitationIsOfNoUseAnyMore() {
        browser.open(RunningPlatform.shared().url() + "/accept-invitation#rni_nonsense");

        assertThat(browser.text("#message", "invitation")).isNotBlank();
        assertThat(browser.shows("form")).isFalse();
    }

    @Test
    void setsANewPassword() {
        String email = Members.of(tenant).email("viewer");
        var mailbox = new Mailbox(email);
        int before = mailbox.count();
        Client.anonymous()
                .post("users/auth/password-reset", """
                        {"organization": "%s", "email": "%s"}""".formatted(tenant.slug(), email))
                .expect(202);

        browser.open(RunningPlatform.shared().url() + "/reset-password#" + mailbox.tokenAfter(before));
        browser.fill("#newPassword", NEW_PASSWORD);
        browser.click("button");

        assertThat(browser.text("#message", "The password is set")).contains("The password is set");
        signIn(email, NEW_PASSWORD).expect(200);
    }

    @Test
    void wantsTheWholeLink() {
        browser.open(RunningPlatform.shared().url() + "/verify-email");

        assertThat(browser.text("#message", "missing")).contains("missing");
        assertThat(browser.shows("form")).isFalse();
    }
}
