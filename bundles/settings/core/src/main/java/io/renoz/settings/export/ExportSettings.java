package io.renoz.settings.export;

import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingDeclarations;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What an organization can set about its exports. */
@Component
public final class ExportSettings implements SettingDeclarations {

    static final String CATEGORY = "settings";
    static final String RETENTION_DAYS = "export_retention_days";
    static final String MAX_CONCURRENT = "export_max_concurrent";

    @Override
    public List<SettingDeclaration> list() {
        return List.of(
                SettingDeclaration.number(
                        CATEGORY, RETENTION_DAYS, "Days for which the file of an export is kept", 7, 1, 30),
                SettingDeclaration.number(CATEGORY, MAX_CONCURRENT, "Exports that may wait or run at once", 5, 1, 10));
    }
}
