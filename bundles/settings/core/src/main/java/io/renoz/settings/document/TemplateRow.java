package io.renoz.settings.document;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Look and fixed texts of the documents of one type. */
@Entity
@Table(schema = "settings", name = "document_templates")
@Audited(type = "document_template", name = "documentType")
class TemplateRow extends TenantRecord {

    /** What stands for the organization's own colours. */
    static final String PRIMARY = "#1f2937";

    static final String SECONDARY = "#6b7280";

    String documentType;

    @Nullable
    UUID logoAttachmentId;

    String primaryColor = PRIMARY;
    String secondaryColor = SECONDARY;
    FontFamily fontFamily = FontFamily.INTER;
    PaperSize paperSize = PaperSize.A4;
    boolean includeQr;

    @Nullable
    String headerText;

    @Nullable
    String footerText;

    @Nullable
    String termsText;

    @Nullable
    String locale;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected TemplateRow() {}

    TemplateRow(String documentType) {
        this.documentType = documentType;
    }
}
