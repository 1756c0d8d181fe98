package io.renoz.settings.setting;

import io.renoz.data.Audited;
import io.renoz.data.Json;
import io.renoz.data.Sensitive;
import io.renoz.data.entity.TenantRecord;
import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingType;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A value that the organization has set itself. */
@Entity
@Table(schema = "settings", name = "system_settings")
@Audited(type = "system_setting", name = "key")
class SystemSetting extends TenantRecord {

    String category;
    String key;
    SettingType type;

    @Nullable
    Json value;

    /** SET-10: the audit log tells that it changed, no more. */
    @Sensitive
    @Nullable
    String encryptedValue;

    @Nullable
    String description;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected SystemSetting() {}

    SystemSetting(SettingDeclaration declaration) {
        category = declaration.category();
        key = declaration.key();
        type = declaration.type();
    }
}
