package io.renoz.users.preference;

import io.renoz.data.Json;
import io.renoz.data.Tables;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Personal settings by category and key. */
@Component(service = Preferences.class)
public final class Preferences {

    /** How notifications come by mail: {@code off}, {@code instant} or {@code daily_digest}. */
    public static final String MAILS = "notification_mails";

    /** The category of what this module looks at itself. */
    public static final String USERS = "users";

    private final Tables tables;

    @Activate
    public Preferences(@Reference(target = "(domain=users)") Tables tables) {
        this.tables = tables;
    }

    /** What users have chosen under one key; those who have not chosen are left out. */
    public Map<UUID, Json> of(Collection<UUID> users, String category, String key) {
        var found = new HashMap<UUID, Json>();
        if (!users.isEmpty()) {
            tables.entities()
                    .createQuery(
                            "select p from Preference p where p.category = :category and p.key = :key"
                                    + " and p.userId in :users",
                            Preference.class)
                    .setParameter("category", category)
                    .setParameter("key", key)
                    .setParameter("users", users)
                    .getResultStream()
                    .forEach(preference -> found.put(preference.userId, preference.value));
        }
        return found;
    }

    /** Sets what is given and leaves the rest. */
    void set(UUID user, Collection<Setting> settings) {
        Map<String, Preference> known = all(user).stream()
                .collect(Collectors.toMap(
                        preference -> preference.category + "/" + preference.key, Function.identity()));
        for (Setting setting : settings) {
            Preference there = known.get(setting.category() + "/" + setting.key());
            if (there == null) {
                tables.add(new Preference(user, setting.category(), setting.key(), setting.value()));
            } else {
                there.value = setting.value();
            }
        }
        tables.flush();
    }

    /** Forgets a category, or everything. */
    void reset(UUID user, Optional<String> category) {
        all(user).stream()
                .filter(preference -> category.isEmpty() || preference.category.equals(category.get()))
                .forEach(tables::remove);
        tables.flush();
    }

    private List<Preference> all(UUID user) {
        return tables.entities()
                .createQuery("select p from Preference p where p.userId = :user", Preference.class)
                .setParameter("user", user)
                .getResultList();
    }
}
