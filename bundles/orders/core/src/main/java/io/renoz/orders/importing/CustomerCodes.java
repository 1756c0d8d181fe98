package io.renoz.orders.importing;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.customers.api.SegmentCriteria;
import io.renoz.data.Page;
import io.renoz.settings.api.ImportRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers that rows name by their code, each looked up once. For one batch. */
final class CustomerCodes {

    private final CustomerDirectory customers;
    private final Map<String, @Nullable UUID> known = new HashMap<>();

    CustomerCodes(CustomerDirectory customers) {
        this.customers = customers;
    }

    /** The customer of a row; null when the row names none, or one that is not there. */
    @Nullable
    UUID of(ImportRow row) {
        String code = row.text(OrderImport.CUSTOMER);
        if (code == null) {
            return null;
        }
        if (!known.containsKey(code)) {
            known.put(code, find(code));
        }
        return known.get(code);
    }

    private @Nullable UUID find(String code) {
        Page<UUID> some = customers.matching(new SegmentCriteria(Map.of("search", code)), null);
        List<CustomerSummary> fitting = customers.findAll(some.items()).values().stream()
                .filter(customer -> customer.code().equalsIgnoreCase(code))
                .toList();
        return fitting.isEmpty() ? null : fitting.get(0).id();
    }
}
