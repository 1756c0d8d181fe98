package io.renoz.settings.importing;

import io.renoz.data.entity.TenantRecord;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What is wrong with which cell of a file. */
@Entity
@Table(schema = "settings", name = "data_import_errors")
class ImportError extends TenantRecord {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_TEXT = 500;

    UUID dataImportId;
    int rowNumber;

    @Nullable
    String columnName;

    String code;
    String message;

    @Nullable
    String rawValue;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected ImportError() {}

    ImportError(UUID dataImportId, Finding finding) {
        this.dataImportId = dataImportId;
        rowNumber = finding.row();
        columnName = cut(finding.column(), LONGEST_NAME);
        code = finding.code().substring(0, Math.min(finding.code().length(), LONGEST_CODE));
        message = finding.message().substring(0, Math.min(finding.message().length(), LONGEST_TEXT));
        rawValue = cut(finding.raw(), LONGEST_TEXT);
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
