package io.renoz.customers.customer;

import io.renoz.customers.api.CustomerStatus;
import io.renoz.data.Coded;
import io.renoz.event.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is told of customers beyond their being created, updated and deleted. */
final class CustomerEvents {

    private CustomerEvents() {}

    static DomainEvent statusChanged(Customer customer, CustomerStatus before) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("from", Coded.of(before));
        payload.put("to", Coded.of(customer.status));
        if (customer.statusReason != null) {
            payload.put("reason", customer.statusReason);
        }
        return of("status-changed", customer, payload);
    }

    static DomainEvent creditHoldChanged(Customer customer) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("creditHold", customer.creditHold);
        if (customer.creditHoldReason != null) {
            payload.put("reason", customer.creditHoldReason);
        }
        return of("credit-hold-changed", customer, payload);
    }

    private static DomainEvent of(String happening, Customer customer, Map<String, Object> payload) {
        return new DomainEvent("customers.customer." + happening, "customer", customer.id(), payload);
    }
}
