package io.renoz.settings.attachment;

import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingDeclarations;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What an organization may decide about its files. */
@Component
public final class AttachmentSettings implements SettingDeclarations {

    static final String CATEGORY = "settings";
    static final String MAX_MB = "attachment_max_mb";
    static final String PURGE_DAYS = "attachment_purge_days";

    private static final List<SettingDeclaration> ALL = List.of(
            SettingDeclaration.number(CATEGORY, MAX_MB, "Most megabytes of an uploaded file", 50, 1, 200),
            SettingDeclaration.number(CATEGORY, PURGE_DAYS, "Days a deleted file is kept", 30, 7, 365));

    @Override
    public List<SettingDeclaration> list() {
        return ALL;
    }
}
