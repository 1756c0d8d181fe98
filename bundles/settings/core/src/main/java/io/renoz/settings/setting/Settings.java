package io.renoz.settings.setting;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.module.Partners;
import io.renoz.security.SecretBox;
import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingsReader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Effective values: what the organization set, else what the module declared. */
@Component(service = {SettingsReader.class, Settings.class})
public final class Settings implements SettingsReader {

    private static final Json NOTHING = new Json("null");

    private final Tables tables;
    private final EventPublisher events;
    private final Declared declared;
    private final SecretBox secrets;

    @Activate
    public Settings(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference EventPublisher events,
            @Reference Partners partners,
            @Reference SecretBox secrets) {
        this.tables = tables;
        this.events = events;
        declared = new Declared(partners);
        this.secrets = secrets;
    }

    Declared declared() {
        return declared;
    }

    @Override
    public String getString(String category, String key) {
        return String.valueOf(Values.scalar(getJson(category, key)));
    }

    @Override
    public int getInt(String category, String key) {
        return getDecimal(category, key).intValue();
    }

    @Override
    public BigDecimal getDecimal(String category, String key) {
        return Values.scalar(getJson(category, key)) instanceof BigDecimal number ? number : BigDecimal.ZERO;
    }

    @Override
    public boolean getBoolean(String category, String key) {
        return Boolean.TRUE.equals(Values.scalar(getJson(category, key)));
    }

    @Override
    public Json getJson(String category, String key) {
        SettingDeclaration declaration = declared.require(category, key);
        Json own = find(declaration).map(row -> row.value).orElse(null);
        Json initial = declaration.initial();
        return own != null ? own : initial != null ? initial : NOTHING;
    }

    @Override
    public Optional<String> getSecret(String category, String key) {
        SettingDeclaration declaration = declared.require(category, key);
        return find(declaration)
                .flatMap(row -> Optional.ofNullable(row.encryptedValue))
                .map(ciphertext -> secrets.open(Call.tenant(), name(declaration), ciphertext));
    }

    @Override
    public void put(String category, String key, Json value) {
        SettingDeclaration declaration = declared.require(category, key);
        SystemSetting row = find(declaration).orElseGet(() -> new SystemSetting(declaration));
        set(row, declaration, value);
        tables.add(row);
        changed(declaration);
    }

    /** SET-09: what is stored is good. SET-10: a secret is stored as ciphertext alone. */
    void set(SystemSetting row, SettingDeclaration declaration, @Nullable Json value) {
        Json good = Values.checked(declaration, value);
        declared.fault(declaration, good).ifPresent(fault -> {
            throw Values.refused(fault);
        });
        row.type = declaration.type();
        row.value = declaration.secret() ? null : good;
        row.encryptedValue = declaration.secret()
                ? secrets.seal(Call.tenant(), name(declaration), String.valueOf(Values.scalar(good)))
                : null;
    }

    void changed(SettingDeclaration declaration) {
        events.publish(new DomainEvent(
                "settings.setting.changed",
                "organization",
                Call.tenant(),
                Map.of("category", declaration.category(), "key", declaration.key())));
    }

    Optional<SystemSetting> find(SettingDeclaration declaration) {
        return tables.entities()
                .createQuery(
                        "select s from SystemSetting s where s.category = :category and s.key = :key",
                        SystemSetting.class)
                .setParameter("category", declaration.category())
                .setParameter("key", declaration.key())
                .getResultStream()
                .findFirst();
    }

    /** The overrides by {@code category.key}, in one query. */
    Map<String, SystemSetting> overrides() {
        List<SystemSetting> rows = tables.entities()
                .createQuery("select s from SystemSetting s", SystemSetting.class)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.category + "." + row.key, Function.identity()));
    }

    /** SET-10: the effective values of settings declared public. */
    public Map<String, Json> open() {
        Map<String, SystemSetting> overrides = overrides();
        var values = new LinkedHashMap<String, Json>();
        for (SettingDeclaration declaration : declared.all()) {
            Json value = effective(declaration, overrides.get(name(declaration)));
            if (declaration.open() && value != null) {
                values.put(name(declaration), value);
            }
        }
        return values;
    }

    static @Nullable Json effective(SettingDeclaration declaration, @Nullable SystemSetting row) {
        return declaration.secret() ? null : row != null && row.value != null ? row.value : declaration.initial();
    }

    static String name(SettingDeclaration declaration) {
        return declaration.category() + "." + declaration.key();
    }
}
