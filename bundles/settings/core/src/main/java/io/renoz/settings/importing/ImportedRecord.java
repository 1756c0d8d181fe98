package io.renoz.settings.importing;

import io.renoz.data.Json;
import io.renoz.data.entity.TenantRecord;
import io.renoz.settings.api.WrittenRecord;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Which record a row made or changed. */
@Entity
@Table(schema = "settings", name = "data_import_records")
class ImportedRecord extends TenantRecord {

    UUID dataImportId;
    int rowNumber;
    UUID entityId;
    int entityVersion;
    WrittenRecord.Outcome outcome;

    @Nullable
    Json previousValues;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected ImportedRecord() {}

    ImportedRecord(UUID dataImportId, WrittenRecord written) {
        this.dataImportId = dataImportId;
        rowNumber = written.row();
        entityId = written.id();
        entityVersion = written.version();
        outcome = written.outcome();
        previousValues = written.before();
    }

    WrittenRecord written() {
        return new WrittenRecord(rowNumber, entityId, entityVersion, outcome, previousValues);
    }
}
