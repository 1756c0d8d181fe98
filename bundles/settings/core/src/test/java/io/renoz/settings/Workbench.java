package io.renoz.settings;

import io.renoz.data.Json;
import io.renoz.data.Tables;
import io.renoz.module.Partners;
import io.renoz.settings.api.MoneyHolder;
import io.renoz.settings.api.NewOrganization;
import io.renoz.settings.api.NewOwner;
import io.renoz.settings.api.OwnerProvisioning;
import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingDeclarations;
import io.renoz.settings.attachment.AttachmentStore;
import io.renoz.settings.calendar.Calendars;
import io.renoz.settings.document.Templates;
import io.renoz.settings.organization.Beginnings;
import io.renoz.settings.organization.Directory;
import io.renoz.settings.organization.Lives;
import io.renoz.settings.organization.Provisioning;
import io.renoz.settings.organization.Standing;
import io.renoz.settings.setting.Settings;
import io.renoz.testing.TestPlatform;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The components of the module over the test platform, with the other modules played by few lines. */
public final class Workbench implements Partners {

    public static final TestPlatform PLATFORM = TestPlatform.shared();
    public static final Tables TABLES = PLATFORM.tables("settings");
    public static final DataSource DATABASE = PLATFORM.databases().module("settings");
    public static final Clock CLOCK = Clock.systemUTC();

    /** What a module called {@code mail} declares. */
    public static final List<SettingDeclaration> MAIL = List.of(
            SettingDeclaration.number("mail", "retries", "Retries", 3, 0, 10),
            SettingDeclaration.text("mail", "greeting", "Greeting", "Hello").forEveryone(),
            SettingDeclaration.secret("mail", "password", "Password"));

    /** That module, which wants greetings to be polite. */
    private static final class Mail implements SettingDeclarations {

        @Override
        public List<SettingDeclaration> list() {
            return MAIL;
        }

        @Override
        public Optional<String> fault(SettingDeclaration setting, Json value) {
            return setting.key().equals("greeting") && value.text().contains("Oi")
                    ? Optional.of("A greeting is polite.")
                    : Optional.empty();
        }
    }

    private final Map<Class<?>, List<Partner<?>>> extensions = Map.of(
            SettingDeclarations.class, List.of(new Partner<SettingDeclarations>("mail", new Mail())),
            MoneyHolder.class, List.of(new Partner<MoneyHolder>("orders", () -> true)),
            OwnerProvisioning.class, List.of(new Partner<OwnerProvisioning>("users", new NoOwner())));

    /** Owners are another module's business. */
    private static final class NoOwner implements OwnerProvisioning {

        @Override
        public PreparedOwner prepare(NewOwner owner) {
            return new PreparedOwner(owner.email(), owner.name(), "hash");
        }

        @Override
        public UUID provide(PreparedOwner owner) {
            return UUID.randomUUID();
        }
    }

    public Directory directory() {
        return new Directory(TABLES, PLATFORM.transactions(), DATABASE);
    }

    public Calendars calendars() {
        return new Calendars(TABLES, directory(), PLATFORM.events());
    }

    public Settings settings() {
        return new Settings(TABLES, PLATFORM.events(), this, PLATFORM.secrets());
    }

    public Templates templates() {
        return new Templates(TABLES, directory(), attachments());
    }

    private Beginnings beginnings() {
        return new Beginnings(calendars(), templates());
    }

    public AttachmentStore attachments() {
        return new AttachmentStore(TABLES, PLATFORM.blobs(), PLATFORM.contentTypes(), settings(), PLATFORM.events());
    }

    public Standing standing() {
        return new Standing(PLATFORM.databases());
    }

    public Provisioning provisioning(Standing standing) {
        var lives = new Lives(TABLES, PLATFORM.transactions(), PLATFORM.events(), this, standing, CLOCK);
        return new Provisioning(PLATFORM.transactions(), TABLES, this, lives, beginnings(), CLOCK);
    }

    /** A new organization with a slug of its own. */
    public UUID organization(String slug) {
        return provisioning(standing())
                .create(new NewOrganization(slug, "Acme", new NewOwner("o@a.b", "Olga", "secret")));
    }

    @Override
    public <T> Optional<T> find(Class<T> service) {
        return Optional.empty();
    }

    @Override
    public <T> List<Partner<T>> enabled(Class<T> extension) {
        return deployed(extension);
    }

    @Override
    @SuppressWarnings("unchecked") // the lists are by type
    public <T> List<Partner<T>> deployed(Class<T> extension) {
        return (List<Partner<T>>) (List<?>) extensions.getOrDefault(extension, List.of());
    }

    @Override
    public Set<String> absent() {
        return Set.of();
    }
}
