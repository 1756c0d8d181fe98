package io.renoz.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** How the organization wants the platform to be: its holidays and the fields it adds to customers. */
final class House {

    private static final List<String> ROOFS = List.of("tile", "metal", "flat");
    private static final int EVERY_SIXTH = 6;

    private final Api owner;

    House(Api owner) {
        this.owner = owner;
    }

    void holidays(int year) {
        holiday("New Year's Day", LocalDate.of(year, Month.JANUARY, 1), true);
        holiday("Australia Day", LocalDate.of(year, Month.JANUARY, 26), true);
        holiday("Anzac Day", LocalDate.of(year, Month.APRIL, 25), true);
        holiday("Christmas Day", LocalDate.of(year, Month.DECEMBER, 25), true);
        holiday("Boxing Day", LocalDate.of(year, Month.DECEMBER, 26), true);
        holiday("Company picnic", LocalDate.of(year, Month.NOVEMBER, 6), false);
    }

    /** Two fields on customers, and their values on some. */
    void fields(List<UUID> customers) {
        ObjectNode roof = field("roof_type", "Roof", "select");
        ArrayNode options = roof.putArray("options");
        ROOFS.forEach(option -> options.add(Api.object()
                .put("value", option)
                .put("label", option.substring(0, 1).toUpperCase(Locale.ROOT) + option.substring(1))));
        owner.post("settings/custom-fields", roof);
        owner.post(
                "settings/custom-fields",
                field("system_size_kw", "System size (kW)", "number").put("minValue", 0));
        for (int n = 0; n < customers.size(); n += EVERY_SIXTH) {
            String address = "settings/custom-field-values/customer/" + customers.get(n);
            ObjectNode change = Api.object();
            change.putObject("values")
                    .put("roof_type", ROOFS.get(n / EVERY_SIXTH % ROOFS.size()))
                    .put("system_size_kw", 6.6);
            owner.patch(address, owner.get(address), change);
        }
    }

    private void holiday(String name, LocalDate date, boolean recurring) {
        owner.post(
                "settings/holidays",
                Api.object().put("name", name).put("date", date.toString()).put("isRecurring", recurring));
    }

    private static ObjectNode field(String name, String label, String type) {
        return Api.object()
                .put("entityType", "customer")
                .put("name", name)
                .put("label", label)
                .put("fieldType", type)
                .put("section", "Site")
                .put("isFilterable", true);
    }
}
