package io.renoz.settings.document;

import io.renoz.data.Call;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.document.PdfRenderer;
import io.renoz.document.RenderedPdf;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Download;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.rest.Updates;
import io.renoz.settings.api.AttachmentRef;
import io.renoz.settings.api.Attachments;
import io.renoz.settings.api.DocumentTemplate;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.settings.document.DocumentTemplateResource.View;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/document-templates}. SET-24: for admins alone. */
@Component
@Path("document-templates")
@Allow("settings.write")
public final class DocumentTemplateResource implements Reads<View>, Updates<TemplateInput, View> {

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg");

    /** What an admin sees. */
    public record View(
            UUID id,
            int version,
            String documentType,
            @Nullable UUID logoAttachmentId,
            String primaryColor,
            String secondaryColor,
            FontFamily fontFamily,
            PaperSize paperSize,
            boolean includeQr,
            @Nullable String headerText,
            @Nullable String footerText,
            @Nullable String termsText,
            @Nullable String locale,
            Instant createdAt,
            Instant updatedAt)
            implements Versioned {}

    private final Tables tables;
    private final Templates templates;
    private final Attachments attachments;
    private final OrganizationDirectory organizations;
    private final PdfRenderer pdf;
    private final Clock clock;
    private final Rows<TemplateRow, TemplateInput, View> rows;

    @Activate
    public DocumentTemplateResource(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Templates templates,
            @Reference Attachments attachments,
            @Reference OrganizationDirectory organizations,
            @Reference PdfRenderer pdf,
            @Reference Clock clock) {
        this.tables = tables;
        this.templates = templates;
        this.attachments = attachments;
        this.organizations = organizations;
        this.pdf = pdf;
        this.clock = clock;
        rows = tables.of(TemplateRow.class)
                .filter("documentType")
                .sort("documentType")
                .byName(TemplateInput.class, View.class);
    }

    @Override
    public Rows<TemplateRow, TemplateInput, View> records() {
        return rows;
    }

    @Override
    public View update(UUID id, Patch<TemplateInput> patch) {
        TemplateRow row = tables.require(TemplateRow.class, id);
        UUID logo = patch.onto(TemplateInput.of(row)).logoAttachmentId();
        if (logo != null && !logo.equals(row.logoAttachmentId)) {
            keep(logo);
        }
        return rows.update(id, patch);
    }

    /** A logo is a picture, and belongs to the organization from now on unless it is some record's. */
    private void keep(UUID logo) {
        AttachmentRef file = picture(logo);
        if (file.entityType() == null) {
            attachments.link(logo, "organization", Call.tenant());
        }
    }

    private AttachmentRef picture(UUID logo) {
        AttachmentRef file;
        try {
            file = attachments.open(logo).attachment();
        } catch (Problem none) {
            throw Problem.invalid("logoAttachmentId", "There is no such file.");
        }
        if (!PICTURES.contains(file.mimeType())) {
            throw Problem.invalid("logoAttachmentId", "A logo on documents is a PNG or a JPEG image.");
        }
        return file;
    }

    @POST
    @Path("{id}/preview")
    @Produces("application/pdf")
    @Summary("A sample document with these changes, which are not saved; what could not be done stands at its top.")
    public Download preview(@PathParam("id") UUID id, Patch<TemplateInput> changes) {
        TemplateRow row = tables.require(TemplateRow.class, id);
        TemplateInput asked = changes.onto(TemplateInput.of(row));
        if (asked.logoAttachmentId() != null) {
            picture(asked.logoAttachmentId());
        }
        DocumentTemplate look = templates.effective(asked.unsaved(row.documentType));
        OrganizationProfile organization = organizations.current();
        RenderedPdf sample = pdf.render(Sample.of(look, organization, clock, List.of()));
        if (!sample.remarks().isEmpty()) {
            sample = pdf.render(Sample.of(look, organization, clock, sample.remarks()));
        }
        return Download.of(row.documentType.replace('_', '-') + "-preview.pdf", "application/pdf", sample.bytes())
                .shown();
    }
}
