package io.renoz.settings.setting;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Records;
import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.setting.SystemSettingResource.View;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What modules declare as a collection of the API: in the order of categories and, within them, of keys. */
final class DeclaredSettings implements Records<Void, View> {

    private static final String CATEGORY = "category";
    private static final Comparator<SettingDeclaration> ORDER =
            Comparator.comparing(SettingDeclaration::category).thenComparing(SettingDeclaration::key);

    private final Settings settings;

    DeclaredSettings(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Page<View> list(ListQuery query) {
        Comparator<SettingDeclaration> order = order(query.sort().orElse(CATEGORY));
        Optional<String> category = category(query.filters());
        List<SettingDeclaration> all = settings.declared().all().stream()
                .filter(declared -> category.filter(wanted -> !wanted.equals(declared.category()))
                        .isEmpty())
                .sorted(order)
                .toList();
        Optional<SettingDeclaration> last = query.cursor().map(this::read);
        List<SettingDeclaration> rest = all.stream()
                .filter(declared -> last.filter(before -> order.compare(declared, before) <= 0)
                        .isEmpty())
                .toList();
        List<SettingDeclaration> shown = rest.subList(0, Math.min(query.limit(), rest.size()));
        String next = shown.size() < rest.size() ? cursor(shown.get(shown.size() - 1)) : null;
        return new Page<>(views(shown), next, query.count() ? (long) all.size() : null);
    }

    private List<View> views(List<SettingDeclaration> declarations) {
        Map<String, SystemSetting> overrides = settings.overrides();
        return declarations.stream()
                .map(declared -> View.of(declared, overrides.get(Settings.name(declared))))
                .toList();
    }

    private static Comparator<SettingDeclaration> order(String sort) {
        return switch (sort) {
            case CATEGORY -> ORDER;
            case "-" + CATEGORY -> ORDER.reversed();
            default -> throw Problem.parameter("sort", "Settings can be sorted by category alone.");
        };
    }

    private static Optional<String> category(Map<String, String> filters) {
        filters.keySet().stream()
                .filter(name -> !name.equals(CATEGORY))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.parameter(name, "Settings can be filtered by category alone.");
                });
        return Optional.ofNullable(filters.get(CATEGORY));
    }

    /** The last setting of a page, by its name. */
    private static String cursor(SettingDeclaration last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Settings.name(last).getBytes(StandardCharsets.UTF_8));
    }

    private SettingDeclaration read(String cursor) {
        try {
            String name = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int dot = name.indexOf('.');
            return settings.declared().require(name.substring(0, Math.max(dot, 0)), name.substring(dot + 1));
        } catch (IllegalArgumentException | Problem e) {
            throw Problem.parameter("cursor", "This is no cursor of this list; begin with the first page.");
        }
    }

    @Override
    public Offer offer() {
        return new Offer(Map.of(CATEGORY, String.class), List.of(), List.of(CATEGORY));
    }

    @Override
    public View get(UUID id) {
        throw byName();
    }

    @Override
    public List<View> createAll(List<Void> inputs) {
        throw byName();
    }

    @Override
    public View update(UUID id, Patch<Void> patch) {
        throw byName();
    }

    @Override
    public void delete(UUID id) {
        throw byName();
    }

    private static UnsupportedOperationException byName() {
        return new UnsupportedOperationException("One setting is read and set by its category and key.");
    }
}
