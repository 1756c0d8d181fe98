package io.renoz.pipeline.quote;

import io.renoz.data.Tables;
import io.renoz.rest.Download;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.settings.api.AttachmentContent;
import io.renoz.settings.api.Attachments;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/pipeline/quotes/{id}/document} */
@Component
@Path("quotes/{id}/document")
public final class DocumentResource implements Resource {

    private static final String PDF = "application/pdf";

    private final Tables tables;
    private final QuoteRows rows;
    private final Papers papers;
    private final Attachments attachments;

    @Activate
    public DocumentResource(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference QuoteRows rows,
            @Reference Papers papers,
            @Reference Attachments attachments) {
        this.tables = tables;
        this.rows = rows;
        this.papers = papers;
        this.attachments = attachments;
    }

    /** What was sent is given as it was sent. */
    @GET
    @Summary("The PDF of a version, the current one unless another is named: as it was sent, or a draft that says so")
    public Download document(@PathParam("id") UUID id, @QueryParam("versionNumber") @Nullable Integer versionNumber) {
        Quote quote = tables.require(Quote.class, id);
        QuoteVersion version = rows.numbered(id, versionNumber == null ? quote.currentVersionNumber : versionNumber);
        String name = quote.quoteNumber + "-" + version.versionNumber + ".pdf";
        if (version.documentAttachmentId == null) {
            return Download.of(name, PDF, papers.pdf(quote, version, quote.touched()))
                    .shown();
        }
        AttachmentContent stored = attachments.open(version.documentAttachmentId);
        return Download.of(
                        name,
                        PDF,
                        stored.attachment().sizeBytes(),
                        stored.attachment().sha256(),
                        stored.content())
                .shown();
    }
}
