package io.renoz.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * A company that sells and installs equipment, and its day: what it offers, sells, ships, bills, buys, moves and counts, over
 * the API alone. Steps are called in the order they stand here.
 */
final class Company {

    private final Client admin;
    private final Client colleague;

    String customer;
    String panel;
    String inverter;
    String installation;
    String kit;
    String warehouse;
    String van;
    String opportunity;
    String quote;
    String order;
    String creditNote;
    String supplier;
    String purchase;
    String transfer;
    String count;

    Company(Tenant tenant) {
        this.admin = tenant.admin();
        this.colleague = Members.of(tenant).with("admin");
    }

    /** The whole day. */
    static Company open(Tenant tenant) {
        var company = new Company(tenant);
        company.offers();
        company.stocks();
        company.quotes();
        company.sells();
        company.ships();
        company.isPaid();
        company.credits();
        company.buys();
        company.moves();
        company.counts();
        return company;
    }

    @SuppressWarnings("AnnotateFormatMethod") // whose annotation is in no library of the tests
    private String made(String path, String body, Object... values) {
        return admin.post(path, body.formatted(values)).expect(201).id();
    }

    /** An act on a record as it is now. */
    private Answer act(Client who, String record, String verb, String body) {
        String etag = who.get(record).expect(200).etag();
        return who.ifMatch(etag).post(record + "/" + verb, body);
    }

    private Answer act(String record, String verb, String body) {
        Answer answer = act(admin, record, verb, body);
        return answer.status() == 201 ? answer : answer.expect(200);
    }

    private JsonNode items(String path) {
        return admin.get(path).expect(200).body().path("items");
    }

    JsonNode order() {
        return admin.get("orders/orders/" + order).expect(200).body();
    }

    private String line(String product) {
        for (JsonNode line : items("orders/orders/" + order + "/line-items?limit=200")) {
            if (line.path("productId").asText().equals(product)) {
                return line.path("id").asText();
            }
        }
        throw new AssertionError("no line of " + product);
    }

    /** Panels in steps of price, inverters with numbers, work, and a kit of all three. */
    void offers() {
        String tax = items("products/tax-codes?isDefault=true").isEmpty()
                ? made(
                        "products/tax-codes",
                        "{\"code\": \"GST\", \"name\": \"GST\", \"taxType\": \"gst\", \"rate\": 10, \"isDefault\": true}")
                : items("products/tax-codes?isDefault=true").get(0).path("id").asText();
        String category = made("products/categories", "{\"name\": \"Solar\", \"defaultTaxCodeId\": \"%s\"}", tax);
        String product = """
                {"name": "%s", "categoryId": "%s", "type": "%s", "status": "active", "basePrice": %s, "costPrice": %s,
                 "isSerialized": %s, "reorderPoint": 5}""";
        panel = made("products/products", product, "Panel 440 W", category, "physical", "100.00", "60.00", false);
        inverter = made("products/products", product, "Inverter 8 kW", category, "physical", "900.00", "600.00", true);
        installation = made("products/products", """
                {"name": "Installation", "categoryId": "%s", "type": "service", "status": "active", "basePrice": 250.00}""", category);
        kit = made("products/products", """
                {"name": "Starter kit", "categoryId": "%s", "type": "bundle", "basePrice": 1200.00,
                 "bundlePricing": "fixed"}""", category);
        made("products/products/" + kit + "/components", "{\"componentProductId\": \"%s\", \"quantity\": 4}", panel);
        act("products/products/" + kit, "status", "{\"status\": \"active\"}");
        made("products/products/" + panel + "/price-tiers", "{\"minQuantity\": 10, \"price\": 90.00}");
    }

    /** Three places, and what is in the first. */
    void stocks() {
        String location = "{\"code\": \"%s\", \"name\": \"%s\", \"locationType\": \"%s\", \"isDefault\": %s}";
        warehouse = made("inventory/locations", location, "MAIN", "Main warehouse", "warehouse", true);
        van = made("inventory/locations", location, "VAN-1", "Van 1", "vehicle", false);
        made("inventory/locations", location, "SHOP", "Shop", "store", false);
        receive("""
                {"productId": "%s", "quantity": 6, "unitCost": 60.00}""".formatted(panel));
        receive("""
                {"productId": "%s", "quantity": 6, "unitCost": 63.00}""".formatted(panel));
        receive("""
                {"productId": "%s", "quantity": 2, "unitCost": 600.00, "serialNumbers": ["INV-1", "INV-2"]}""".formatted(inverter));
    }

    private void receive(String line) {
        Answer answer = admin.post(
                "inventory/stock/receive", "{\"locationId\": \"%s\", \"lines\": [%s]}".formatted(warehouse, line));
        if (answer.status() != 201) {
            answer.expect(200);
        }
    }

    /** From a chance to an accepted quote, in two versions. */
    void quotes() {
        customer = made("customers/customers", """
                {"name": "Sunny Bakery", "legalName": "Sunny Bakery Pty Ltd", "email": "office@sunny.example",
                 "addresses": [
                   {"type": "billing", "isPrimary": true, "street1": "1 Main St", "city": "Perth", "postcode": "6000", "country": "AU"},
                   {"type": "shipping", "isPrimary": true, "street1": "2 Back Ln", "city": "Perth", "postcode": "6000", "country": "AU"}]}""");
        opportunity =
                made("pipeline/opportunities", "{\"title\": \"Roof of the bakery\", \"customerId\": \"%s\"}", customer);
        act("pipeline/opportunities/" + opportunity, "stage", "{\"stage\": \"qualified\"}");
        quote = made("pipeline/quotes", """
                {"customerId": "%s", "opportunityId": "%s", "title": "Eight panels", "lines": [
                  {"productId": "%s", "quantity": 8}, {"productId": "%s", "quantity": 1}, {"productId": "%s", "quantity": 1}]}""", customer, opportunity, panel, inverter, installation);
        act("pipeline/quotes/" + quote, "mark-sent", "{\"sentTo\": \"office@sunny.example\"}");
        act("pipeline/quotes/" + quote, "revise", "{\"versionNotes\": \"Less freight\"}");
        act("pipeline/quotes/" + quote, "mark-sent", "{\"sentTo\": \"office@sunny.example\"}");
        act("pipeline/quotes/" + quote, "accept", "{\"versionNumber\": 2, \"acceptedByName\": \"Sunny Baker\"}");
    }

    /** The quote becomes an order, and the order a promise: stock is set aside for it. Others are still being written. */
    void sells() {
        draft();
        act("pipeline/quotes/" + quote, "convert", "{}");
        order = admin.get("pipeline/quotes/" + quote)
                .expect(200)
                .body()
                .path("orderId")
                .asText();
        act("orders/orders/" + order, "confirm", "{}");
        draft();
    }

    private void draft() {
        made("orders/orders", """
                {"customerId": "%s", "lines": [{"productId": "%s", "quantity": 1}], "addresses": [
                  {"type": "billing", "name": "Sunny", "street1": "1 Main St", "city": "Perth", "postcode": "6000", "country": "AU"}]}""", customer, panel);
    }

    /** Five panels leave first, the rest later; the work is done by hand. */
    void ships() {
        pick("{\"orderLineItemId\": \"%s\", \"quantity\": 5}".formatted(line(panel)));
        deliver(ship("{\"orderLineItemId\": \"%s\", \"quantity\": 5}".formatted(line(panel))));
        pick("""
                {"orderLineItemId": "%s", "quantity": 3}, {"orderLineItemId": "%s", "quantity": 1, "serialNumbers": ["INV-2"]}""".formatted(line(panel), line(inverter)));
        deliver(ship("""
                {"orderLineItemId": "%s", "quantity": 3}, {"orderLineItemId": "%s", "quantity": 1, "serialNumbers": ["INV-2"]}""".formatted(line(panel), line(inverter))));
        admin.post(
                        "orders/orders/" + order + "/line-items/" + line(installation) + "/mark-delivered",
                        "{\"quantity\": 1}")
                .expect(200);
    }

    private void pick(String items) {
        admin.post("orders/orders/" + order + "/pick", "{\"items\": [%s]}".formatted(items))
                .expect(200);
    }

    private String ship(String items) {
        String shipment = made("orders/shipments", "{\"orderId\": \"%s\", \"items\": [%s]}", order, items);
        admin.post("orders/shipments/" + shipment + "/ship", "{\"carrier\": \"Road\", \"trackingNumber\": \"R-1\"}")
                .expect(200);
        return shipment;
    }

    private void deliver(String shipment) {
        admin.post("orders/shipments/" + shipment + "/confirm-delivery", "{\"deliveredTo\": \"Sunny Baker\"}")
                .expect(200);
    }

    /** A part of it, of what is to be paid in two. */
    void isPaid() {
        Answer plan = admin.post("financial/orders/" + order + "/payment-plan", "{\"planType\": \"fifty_fifty\"}");
        if (plan.status() != 201) {
            plan.expect(200);
        }
        if (order().path("invoiceNumber").asText().isEmpty()) {
            admin.post("orders/orders/" + order + "/issue-invoice", "{}").expect(200);
        }
        made(
                "orders/payments",
                "{\"orderId\": \"%s\", \"amount\": 1000.00, \"paymentMethod\": \"bank_transfer\"}",
                order);
    }

    /** One panel came broken. */
    void credits() {
        Answer draft = admin.post("financial/credit-notes/from-order/" + order, """
                {"reasonCode": "damaged", "reason": "One came broken", "lines": [{"orderLineItemId": "%s", "quantity": 1}]}""".formatted(line(panel)));
        creditNote = draft.expect(201).id();
        act("financial/credit-notes/" + creditNote, "issue", "{\"applyToOrder\": true}");
    }

    /** What runs low is ordered, approved by somebody else, and comes in two parts. */
    void buys() {
        supplier = made(
                "suppliers/suppliers",
                "{\"name\": \"Panel Factory\", \"email\": \"sales@factory.example\", \"leadTimeDays\": 5}");
        made(
                "suppliers/price-lists",
                "{\"supplierId\": \"%s\", \"productId\": \"%s\", \"basePrice\": 58.00, \"status\": \"active\"}",
                supplier,
                panel);
        purchase = made("suppliers/purchase-orders", """
                {"supplierId": "%s", "shipToLocationId": "%s", "items": [{"productId": "%s", "quantity": 20}]}""", supplier, warehouse, panel);
        String record = "suppliers/purchase-orders/" + purchase;
        act(record, "submit", "{}");
        for (JsonNode approval : items("suppliers/approvals?purchaseOrderId=" + purchase + "&status=pending")) {
            act(colleague, "suppliers/approvals/" + approval.path("id").asText(), "approve", "{}")
                    .expect(200);
        }
        act(record, "order", "{}");
        String item = items(record + "/items").get(0).path("id").asText();
        receipt("{\"purchaseOrderItemId\": \"%s\", \"quantityReceived\": 12}".formatted(item));
    }

    private void receipt(String lines) {
        Answer answer = admin.post(
                "suppliers/purchase-orders/" + purchase + "/receive",
                "{\"locationId\": \"%s\", \"lines\": [%s]}".formatted(warehouse, lines));
        if (answer.status() != 201) {
            answer.expect(200);
        }
    }

    /** Panels into the van. */
    void moves() {
        transfer = made("inventory/transfers", """
                {"fromLocationId": "%s", "toLocationId": "%s", "items": [{"productId": "%s", "quantity": 3}]}""", warehouse, van, panel);
        String record = "inventory/transfers/" + transfer;
        act(record, "ship", "{}");
        String item = admin.get(record).expect(200).body().at("/items/0/id").asText();
        act(record, "receive", "{\"lines\": [{\"itemId\": \"%s\", \"quantityReceived\": 3}]}".formatted(item));
    }

    /** One is missing in the van; the warehouse is still being counted, and so is everything. */
    void counts() {
        String spot = "{\"locationId\": \"%s\", \"countType\": \"spot\"}";
        begun(spot.formatted(warehouse));
        count = begun(spot.formatted(van));
        String record = "inventory/stock-counts/" + count;
        JsonNode line = items(record + "/items").get(0);
        String path = record + "/items/" + line.path("id").asText();
        admin.ifMatch(admin.get(path).expect(200).etag())
                .patch(path, "{\"countedQuantity\": 2, \"varianceReason\": \"lost\"}")
                .expect(200);
        act(record, "submit", "{}");
        act(colleague, record, "approve", "{}").expect(200);
        begun("{\"countType\": \"annual\"}");
    }

    private String begun(String body) {
        String begun = made("inventory/stock-counts", body);
        act("inventory/stock-counts/" + begun, "start", "{}");
        return begun;
    }

    /** How much of a product is where. */
    BigDecimal onHand(String product, String location) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode balance : items("inventory/stock?productId=" + product + "&locationId=" + location)) {
            sum = sum.add(balance.path("quantityOnHand").decimalValue());
        }
        return sum;
    }

    /** What stock of a product is worth, by its balances and by its layers. */
    List<BigDecimal> worth(String product) {
        BigDecimal balances = BigDecimal.ZERO;
        for (JsonNode balance : items("inventory/stock?limit=200&productId=" + product)) {
            balances = balances.add(balance.path("totalValue").decimalValue());
        }
        BigDecimal layers = BigDecimal.ZERO;
        for (JsonNode layer : items("inventory/cost-layers?limit=200&productId=" + product)) {
            layers = layers.add(layer.path("costRemaining").decimalValue());
        }
        return List.of(balances, layers);
    }
}
