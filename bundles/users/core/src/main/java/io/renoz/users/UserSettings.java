package io.renoz.users;

import static io.renoz.settings.api.SettingDeclaration.flag;
import static io.renoz.settings.api.SettingDeclaration.json;
import static io.renoz.settings.api.SettingDeclaration.number;

import io.renoz.data.Json;
import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingDeclarations;
import io.renoz.users.invitation.Domains;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** What an organization can set about its users. */
@Component
public final class UserSettings implements SettingDeclarations {

    private static final String ALLOWED_EMAIL_DOMAINS = "allowed_email_domains";

    @Override
    public List<SettingDeclaration> list() {
        return List.of(
                number("users", "session_idle_hours", "Hours without use after which a session ends", 12, 1, 168),
                number("users", "session_max_days", "Days after which a session ends in any case", 30, 1, 90),
                number("users", "password_min_length", "Fewest characters of a password", 12, 12, 64),
                flag("users", "require_mfa", "A second factor is needed by all staff", false),
                number("users", "invitation_days", "Days for which an invitation is good", 7, 1, 30),
                json(
                        "users",
                        ALLOWED_EMAIL_DOMAINS,
                        "Domains whose addresses may be invited; all when empty",
                        new Json("[]")),
                number("users", "login_lock_attempts", "Failed tries that lock an address", 5, 3, 10),
                number("users", "login_lock_minutes", "Minutes for which it is locked", 15, 5, 1440),
                number("users", "notification_retention_days", "Days for which notifications are kept", 180, 30, 730));
    }

    @Override
    public Optional<String> fault(SettingDeclaration setting, Json value) {
        return setting.key().equals(ALLOWED_EMAIL_DOMAINS) ? Domains.fault(value) : Optional.empty();
    }
}
