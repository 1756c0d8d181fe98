package io.renoz.settings.organization;

import static io.renoz.settings.Workbench.PLATFORM;
import static io.renoz.settings.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.data.Call;
import io.renoz.problem.Problem;
import io.renoz.rest.Download;
import io.renoz.rest.Upload;
import io.renoz.rest.Upload.NoFields;
import io.renoz.settings.Workbench;
import io.renoz.settings.api.AttachmentCategory;
import io.renoz.settings.api.AttachmentRef;
import io.renoz.settings.organization.OrganizationResource.View;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LogoIT {

    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    private final Workbench bench = new Workbench();
    private final LogoResource logos = new LogoResource(TABLES, bench.attachments());
    private final String slug = "acme-" + UUID.randomUUID();
    private final UUID acme = bench.organization(slug);
    private final PublicProfileResource shown = new PublicProfileResource(
            bench.directory(), PLATFORM.transactions(), TABLES, bench.settings(), bench.attachments());

    private <T> T inside(Callable<T> work) {
        return PLATFORM.transactions().run(Call.system(acme, "test"), work);
    }

    private static void refused(String slug, ThrowingCallable act) {
        Problem refusal = catchThrowableOfType(Problem.class, act);

        assertThat(refusal).isNotNull();
        assertThat(refusal.slug()).isEqualTo(slug);
    }

    private static Upload<NoFields> image(String type, byte[] bytes) {
        return new Upload<>(new NoFields(), "logo.png", type, bytes.length, "", () -> new ByteArrayInputStream(bytes));
    }

    private View put(String type, byte[] bytes) {
        return inside(() -> logos.put(image(type, bytes)));
    }

    private List<AttachmentRef> files() {
        return inside(() -> bench.attachments().list("organization", acme));
    }

    @Test
    void keepsOneLogo() {
        UUID first = put("image/png", PNG).logoAttachmentId();
        View view = put("image/png", PNG);

        assertThat(view.logoAttachmentId()).isNotNull().isNotEqualTo(first);
        assertThat(view.version()).isEqualTo(3);
        assertThat(files()).singleElement().satisfies(file -> {
            assertThat(file.id()).isEqualTo(view.logoAttachmentId());
            assertThat(file.category()).isEqualTo(AttachmentCategory.LOGO);
        });
        inside(() -> {
            logos.delete();
            logos.delete();
            return 0;
        });
        assertThat(files()).isEmpty();
        refused("not-found", () -> shown.logo(slug, null));
    }

    @Test
    void takesPicturesOnly() {
        refused("unsupported-media-type", () -> put("application/pdf", PDF));
        refused("unsupported-media-type", () -> put("image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)));
        refused("content-mismatch", () -> put("image/png", PDF));

        assertThat(logos.largestFile("put")).isEqualTo(2 * 1024 * 1024);
        assertThat(files()).isEmpty();
    }

    @Test
    @DisplayName("SET-02: the logo is seen without sign-in, by slug, and nothing else of the organization's files")
    void isShownToStrangers() throws IOException {
        put("image/png", PNG);

        assertThat(shown.get(slug, null).logo()).isEqualTo("/api/v1/settings/public-profile/logo?slug=" + slug);
        Download logo = shown.logo(slug, null);
        assertThat(logo.inline()).isTrue();
        assertThat(logo.mediaType()).isEqualTo("image/png");
        try (InputStream bytes = logo.content().open(0, logo.length())) {
            assertThat(bytes.readAllBytes()).isEqualTo(PNG);
        }
        refused("not-found", () -> shown.logo("nobody-" + slug, null));
        refused("invalid-parameter", () -> shown.logo(null, null));
    }
}
