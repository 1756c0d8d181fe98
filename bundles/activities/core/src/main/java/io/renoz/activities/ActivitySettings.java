package io.renoz.activities;

import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingDeclarations;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What an organization can set about its log. */
@Component
public final class ActivitySettings implements SettingDeclarations {

    /** ACT-11: seven years, in days. */
    public static final int LEAST_RETENTION_DAYS = 2557;

    @Override
    public List<SettingDeclaration> list() {
        return List.of(SettingDeclaration.number(
                "activities",
                "retention_days",
                "Days for which entries are kept",
                LEAST_RETENTION_DAYS,
                LEAST_RETENTION_DAYS,
                36525));
    }
}
