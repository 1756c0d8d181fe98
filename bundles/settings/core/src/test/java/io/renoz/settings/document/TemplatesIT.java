package io.renoz.settings.document;

import static io.renoz.settings.Workbench.CLOCK;
import static io.renoz.settings.Workbench.PLATFORM;
import static io.renoz.settings.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.data.Patch;
import io.renoz.data.Request;
import io.renoz.platform.documents.PdfMaker;
import io.renoz.problem.Problem;
import io.renoz.rest.Download;
import io.renoz.settings.Workbench;
import io.renoz.settings.api.AttachmentCategory;
import io.renoz.settings.api.Attachments;
import io.renoz.settings.api.DocumentTemplate;
import io.renoz.settings.api.NewAttachment;
import io.renoz.settings.document.DocumentTemplateResource.View;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TemplatesIT {

    private final Workbench bench = new Workbench();
    private final UUID acme = bench.organization("acme-" + UUID.randomUUID());
    private final Attachments attachments = bench.attachments();
    private final Templates templates = bench.templates();
    private final DocumentTemplateResource resource =
            new DocumentTemplateResource(TABLES, templates, attachments, bench.directory(), new PdfMaker(), CLOCK);

    private <T extends @Nullable Object> T inside(Callable<T> work) {
        return PLATFORM.transactions().run(Call.system(acme, "test"), work);
    }

    private <T> T under(int version, Callable<T> work) {
        var request =
                new Request(UUID.randomUUID(), Optional.of("\"" + version + "\""), Optional.empty(), Optional.empty());
        return PLATFORM.transactions().run(new Call(acme, Actor.system("test"), Set.of("*"), request, false), work);
    }

    private static void refused(String slug, ThrowingCallable act) {
        Problem refusal = catchThrowableOfType(Problem.class, act);

        assertThat(refusal).isNotNull();
        assertThat(refusal.slug()).isEqualTo(slug);
    }

    private View invoice() {
        return inside(() -> resource.list(new ListQuery(
                        10, Optional.empty(), Optional.empty(), Map.of("documentType", "invoice"), false)))
                .items()
                .get(0);
    }

    private static TemplateInput input(@Nullable UUID logo, String primary, @Nullable String header, String locale) {
        return new TemplateInput(
                logo,
                primary,
                TemplateRow.SECONDARY,
                FontFamily.LATO,
                PaperSize.LETTER,
                true,
                header,
                null,
                "Pay soon, or else.",
                locale);
    }

    private UUID file(String name, String type, byte[] bytes) {
        return inside(() -> attachments
                .store(
                        NewAttachment.of(name, type, AttachmentCategory.LOGO).upTo(1_000_000),
                        new ByteArrayInputStream(bytes))
                .id());
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private void brand(String colour) {
        PLATFORM.transactions().run(Call.system(acme, "test"), () -> {
            try (var connection = Workbench.DATABASE.getConnection();
                    var update = connection.prepareStatement("update settings.organizations set primary_color = ?,"
                            + " legal_name = 'Acme Pty Ltd', tax_number = 'ABN 1', city = 'Hobart' where id = ?")) {
                update.setString(1, colour);
                update.setObject(2, acme);
                return update.executeUpdate();
            }
        });
    }

    private static String text(Download pdf) throws IOException {
        try (InputStream bytes = pdf.content().open(0, pdf.length());
                PDDocument document = Loader.loadPDF(bytes.readAllBytes())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void areThereForEveryTypeOfDocumentFromTheStart() {
        var query = new ListQuery(50, Optional.empty(), Optional.empty(), Map.of(), false);

        assertThat(inside(() -> resource.list(query)).items())
                .extracting(View::documentType)
                .containsExactly(
                        "completion_certificate",
                        "delivery_note",
                        "invoice",
                        "packing_slip",
                        "purchase_order",
                        "quote",
                        "statement",
                        "warranty_certificate",
                        "work_order");
    }

    @Test
    void takesTypesThatExtensionsRegister() {
        for (int i = 0; i < 2; i++) {
            inside(() -> {
                templates.register("petty_cash_slip");
                return 0;
            });
        }

        var query = new ListQuery(50, Optional.empty(), Optional.empty(), Map.of(), false);
        assertThat(inside(() -> resource.list(query)).items())
                .extracting(View::documentType)
                .containsOnlyOnce("petty_cash_slip");
        assertThatThrownBy(() -> templates.register("No Type")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fallsBackToTheOrganizationsBranding() {
        brand("#aa0011");

        for (String type : List.of("invoice", "unheard_of")) {
            DocumentTemplate template = inside(() -> templates.find(type));
            assertThat(template.documentType()).isEqualTo(type);
            assertThat(template.look().primaryColor()).isEqualTo("#aa0011");
            assertThat(template.look().secondaryColor()).isEqualTo(TemplateRow.SECONDARY);
            assertThat(template.look().headerText()).isEqualTo("Acme\nHobart");
            assertThat(template.look().footerText()).isEqualTo("Acme Pty Ltd · ABN 1");
            assertThat(template.look().logo()).isEmpty();
            assertThat(template.language()).isEqualTo(Locale.forLanguageTag("en-AU"));
        }
    }

    @Test
    @DisplayName("SET-25: what is set for a type comes before the branding, and is set under an If-Match")
    void takesWhatIsSetForTheType() throws IOException {
        brand("#aa0011");
        UUID logo = file("logo.png", "image/png", png());
        View before = invoice();
        var patch = Patch.whole(input(logo, "#00bb22", "Billing\ndepartment", "de"));

        refused("precondition-required", () -> inside(() -> resource.update(before.id(), patch)));
        View after = under(before.version(), () -> resource.update(before.id(), patch));

        DocumentTemplate template = inside(() -> templates.find("invoice"));
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(template.look().primaryColor()).isEqualTo("#00bb22");
        assertThat(template.look().fontFamily()).isEqualTo("lato");
        assertThat(template.look().paperSize()).isEqualTo("letter");
        assertThat(template.look().headerText()).isEqualTo("Billing\ndepartment");
        assertThat(template.look().logo()).isPresent();
        assertThat(template.logoAttachmentId()).isEqualTo(logo);
        assertThat(template.includeQr()).isTrue();
        assertThat(template.language()).isEqualTo(Locale.GERMAN);
        assertThat(inside(() -> attachments.list("organization", acme)))
                .extracting(attachment -> attachment.id())
                .containsExactly(logo);
        assertThat(PLATFORM.audited().stream()
                        .filter(change -> change.entityId().equals(before.id())))
                .last()
                .satisfies(change -> assertThat(change.after()).containsEntry("primaryColor", "#00bb22"));
    }

    @Test
    void takesPicturesAsLogosOnly() {
        View template = invoice();
        UUID text = file("a.txt", "text/plain", "text".getBytes(StandardCharsets.UTF_8));
        UUID webp = file("a.webp", "image/webp", HexFormat.of().parseHex("52494646240000005745425056503820"));

        for (UUID no : List.of(text, webp, UUID.randomUUID())) {
            var patch = Patch.whole(input(no, "#00bb22", null, "de"));
            refused("validation-failed", () -> under(template.version(), () -> resource.update(template.id(), patch)));
            refused("validation-failed", () -> inside(() -> resource.preview(template.id(), patch)));
        }
        refused("validation-failed", () -> input(null, "#00bb22", null, "english!"));
    }

    @Test
    void showsASampleWithChangesThatAreNotSaved() throws IOException {
        View template = invoice();
        var patch = Patch.whole(input(null, "#00bb22", "Billing department", "de"));

        Download sample = inside(() -> resource.preview(template.id(), patch));

        assertThat(sample.mediaType()).isEqualTo("application/pdf");
        assertThat(sample.name()).isEqualTo("invoice-preview.pdf");
        assertThat(text(sample))
                .contains("Invoice SAMPLE-1", "Billing department", "Pay soon, or else.", "First sample item")
                .contains("2,619.00");
        assertThat(invoice()).isEqualTo(template);
    }

    @Test
    void saysOnTheSampleWhatCouldNotBeShown() throws IOException {
        UUID webp = file("a.webp", "image/webp", HexFormat.of().parseHex("52494646240000005745425056503820"));
        PLATFORM.transactions().run(Call.system(acme, "test"), () -> {
            try (var connection = Workbench.DATABASE.getConnection();
                    var update = connection.prepareStatement(
                            "update settings.organizations set logo_attachment_id = ? where id = ?")) {
                update.setObject(1, webp);
                update.setObject(2, acme);
                return update.executeUpdate();
            }
        });

        UUID invoice = invoice().id();
        Download sample =
                inside(() -> resource.preview(invoice, Patch.whole(input(null, TemplateRow.PRIMARY, null, "en"))));

        assertThat(text(sample)).contains("The logo is left out");
    }
}
