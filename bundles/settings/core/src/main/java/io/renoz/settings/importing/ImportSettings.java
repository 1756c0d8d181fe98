package io.renoz.settings.importing;

import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingDeclarations;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What an organization can set about its imports. */
@Component
public final class ImportSettings implements SettingDeclarations {

    static final String CATEGORY = "settings";
    static final String ROLLBACK_HOURS = "import_rollback_hours";

    @Override
    public List<SettingDeclaration> list() {
        return List.of(SettingDeclaration.number(
                CATEGORY, ROLLBACK_HOURS, "Hours for which an import can be undone", 24, 0, 72));
    }
}
