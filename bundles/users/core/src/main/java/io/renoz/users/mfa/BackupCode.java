package io.renoz.users.mfa;

import io.renoz.data.Secret;
import io.renoz.data.entity.TenantRecord;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** USR-07: a code for when the authenticator is lost; works once. */
@Entity
@Table(schema = "users", name = "mfa_backup_codes")
class BackupCode extends TenantRecord {

    UUID userId;

    @Secret
    String codeHash;

    @Nullable
    Instant usedAt;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected BackupCode() {}

    BackupCode(UUID userId, String codeHash) {
        this.userId = userId;
        this.codeHash = codeHash;
    }
}
