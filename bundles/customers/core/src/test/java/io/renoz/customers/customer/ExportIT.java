package io.renoz.customers.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.customers.Shop;
import io.renoz.data.Tables;
import io.renoz.settings.api.ExportField;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExportIT {

    private final Shop shop = new Shop();
    private final Tables tables = Shop.PLATFORM.tables("customers");

    private List<Map<String, @Nullable Object>> read(ExportSource source, Map<String, String> filters, int limit) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        Instant until = Instant.now().plusSeconds(1);
        List<String> fields =
                source.describe().fields().stream().map(ExportField::name).toList();
        Optional<String> cursor = Optional.empty();
        do {
            var query = new ExportQuery(Instant.EPOCH, until, filters, fields, cursor, limit);
            cursor = shop.organization.read(() -> source.read(query, row -> rows.add(new HashMap<>(row))));
        } while (cursor.isPresent());
        return rows;
    }

    @Test
    @DisplayName(
            "CUS-22: customers are exported through the settings module, in batches and by the filters of their list")
    void writesCustomers() {
        for (int i = 0; i < 5; i++) {
            shop.named("Shop " + i);
        }
        shop.open("{\"name\":\"Jo\",\"type\":\"individual\"}");
        var source = new CustomerExport(tables);

        assertThat(read(source, Map.of(), 2))
                .extracting(row -> row.get("name"))
                .containsExactly("Shop 0", "Shop 1", "Shop 2", "Shop 3", "Shop 4", "Jo");
        assertThat(read(source, Map.of("type", "individual"), 100)).hasSize(1);
        assertThat(source.describe().filters()).contains("status", "createdAt.gte", "type.in");
        assertThat(source.describe().fields().stream().filter(ExportField::personal))
                .extracting(ExportField::name)
                .contains("name", "email", "phone");
    }

    @Test
    @DisplayName("CUS-22: contacts and addresses are exported, too, and depend on customers")
    void writesPeopleAndPlaces() {
        shop.open("{\"name\":\"Ann's\",\"contacts\":[{\"firstName\":\"Ann\",\"lastName\":\"Abel\"}],"
                + "\"addresses\":[{\"street1\":\"1 Wharf Road\",\"city\":\"Perth\",\"postcode\":\"6000\"}]}");
        var contacts = new ContactExport(tables);
        var addresses = new AddressExport(tables);

        assertThat(read(contacts, Map.of(), 10))
                .extracting(row -> row.get("lastName"))
                .containsExactly("Abel");
        assertThat(read(addresses, Map.of("city", "Perth"), 10))
                .extracting(row -> row.get("street1"))
                .containsExactly("1 Wharf Road");
        assertThat(contacts.describe().dependencies()).containsExactly("customer");
        assertThat(addresses.describe().dependencies()).containsExactly("customer");
    }

    @Test
    void namesItsRecords() {
        var types = new RecordTypes(tables);
        var customer = shop.open("{\"name\":\"Ann's\",\"contacts\":[{\"firstName\":\"Ann\",\"lastName\":\"Abel\"}]}");

        assertThat(shop.organization.read(() -> types.label("customer", customer.id())))
                .hasValueSatisfying(label -> assertThat(label.name()).isEqualTo("Ann's"))
                .hasValueSatisfying(label -> assertThat(label.number()).isEqualTo(customer.customerCode()));
        assertThat(shop.organization.read(() -> types.label("contact", Shop.firstContact(customer))))
                .hasValueSatisfying(label -> assertThat(label.name()).isEqualTo("Ann Abel"));
        assertThat(shop.organization.read(() -> types.label("address", customer.id())))
                .isEmpty();
    }
}
