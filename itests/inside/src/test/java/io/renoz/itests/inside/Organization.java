package io.renoz.itests.inside;

import io.renoz.data.Call;
import io.renoz.data.Transactions;
import io.renoz.kernel.ModuleSets;
import io.renoz.settings.api.NewOrganization;
import io.renoz.settings.api.NewOwner;
import io.renoz.settings.api.OrganizationProvisioning;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** An organization of its own for a test. */
final class Organization {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "correct horse battery staple";

    private final Platform platform;
    private final String slug = "inside-" + COUNT.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
    private final UUID id;

    private Organization(Platform platform) {
        this.platform = platform;
        this.id = platform.service(OrganizationProvisioning.class)
                .create(new NewOrganization(slug, "Inside", new NewOwner(email(), "Ada Admin", PASSWORD)));
    }

    /** Makes one and turns modules on for it. */
    static Organization with(Platform platform, String... modules) {
        var organization = new Organization(platform);
        if (modules.length > 0) {
            organization.enable(modules);
        }
        return organization;
    }

    UUID id() {
        return id;
    }

    private String email() {
        return "admin@" + slug + ".example";
    }

    /** Does something in a transaction of the organization. */
    <T> T call(Callable<T> work) {
        return platform.service(Transactions.class).run(Call.system(id, "test"), work);
    }

    void enable(String... modules) {
        call(() -> {
            platform.service(ModuleSets.class).enable(Set.of(modules), ModuleSets.Cause.OPERATOR, "test");
            return null;
        });
    }

    /** Its admin at the front door. */
    Web admin() {
        Web.Answer session = Web.anonymous().post("/api/v1/users/auth/login", """
                {"organization": "%s", "email": "%s", "password": "%s"}""".formatted(slug, email(), PASSWORD));
        if (session.status() != 200) {
            throw new AssertionError("no session: " + session);
        }
        return Web.anonymous().as(session.body().path("token").asText());
    }
}
