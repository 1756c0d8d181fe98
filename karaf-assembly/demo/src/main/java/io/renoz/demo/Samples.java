package io.renoz.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Made-up customers: the same ones every time, none of them real (RFC 2606 domains, numbers kept for fiction). */
final class Samples {

    private static final List<String> FIRST = List.of(
            "Ada", "Ben", "Chiara", "Dev", "Elif", "Finn", "Grace", "Hugo", "Isla", "Jonas", "Kiri", "Liam", "Mei",
            "Noah", "Olive", "Priya", "Quinn", "Rosa", "Sami", "Tara", "Uma", "Viktor", "Willa", "Yusuf", "Zoe");
    private static final List<String> LAST = List.of(
            "Abbott",
            "Brennan",
            "Chaudhry",
            "Donnelly",
            "Eriksen",
            "Farrugia",
            "Gallagher",
            "Huang",
            "Ivanov",
            "Jensen",
            "Kowalski",
            "Lindqvist",
            "Marino",
            "Nguyen",
            "Okafor",
            "Petrou",
            "Quigley",
            "Ramos",
            "Singh",
            "Tanaka",
            "Underwood",
            "Vella",
            "Whitlam",
            "Xu",
            "Yilmaz");
    private static final List<String> TRADES = List.of(
            "Bakery",
            "Brewing",
            "Childcare",
            "Cold Storage",
            "Dairy",
            "Dental",
            "Engineering",
            "Farms",
            "Fitness",
            "Hotel",
            "Joinery",
            "Laundry",
            "Library",
            "Medical Centre",
            "Motors",
            "Nursery",
            "Packaging",
            "Roasters",
            "School",
            "Seafood",
            "Timber",
            "Vineyard",
            "Warehousing",
            "Workshop");
    private static final List<String> PLACE_NAMES = List.of(
            "Bayside",
            "Coolabah",
            "Driftwood",
            "Eastgate",
            "Fernvale",
            "Goldfields",
            "Harbour",
            "Ironbark",
            "Jindara",
            "Kingfisher",
            "Lakeside",
            "Mulga",
            "Northern",
            "Outlook",
            "Parkway",
            "Riverbend",
            "Southern",
            "Tallow",
            "Wattle");
    private static final List<String> STREETS = List.of(
            "Acacia Avenue",
            "Bridge Street",
            "Canal Road",
            "Depot Lane",
            "Foundry Street",
            "High Street",
            "Mill Road",
            "Quay Street",
            "Station Road",
            "Victoria Parade");
    private static final List<List<String>> CITIES = List.of(
            List.of("Sydney", "NSW", "2000"),
            List.of("Newcastle", "NSW", "2300"),
            List.of("Melbourne", "VIC", "3000"),
            List.of("Geelong", "VIC", "3220"),
            List.of("Brisbane", "QLD", "4000"),
            List.of("Adelaide", "SA", "5000"),
            List.of("Perth", "WA", "6000"),
            List.of("Hobart", "TAS", "7000"));
    private static final List<String> SOURCES = List.of("referral", "website", "trade show", "phone call", "partner");
    private static final List<String> SIZES = List.of("micro", "small", "medium", "large");
    private static final long SEED = 20_260_101;

    private final Random random = new Random(SEED);

    /** The n-th customer, ready to be sent; one in four is a household. */
    ObjectNode customer(int n) {
        return n % 4 == 3 ? household(n) : company(n);
    }

    private ObjectNode company(int n) {
        String name = one(PLACE_NAMES) + " " + one(TRADES) + (n % 3 == 0 ? " Pty Ltd" : "");
        String domain = slug(name) + n + ".example";
        ObjectNode customer = Api.object()
                .put("name", name)
                .put("type", n % 11 == 0 ? "government" : n % 13 == 0 ? "non_profit" : "business")
                .put("size", one(SIZES))
                .put("email", "office@" + domain)
                .put("website", "https://www." + domain)
                .put("phone", phone())
                .put("leadSource", one(SOURCES))
                .put("paymentTermsDays", n % 5 == 0 ? 14 : 30)
                .put("creditLimit", 5_000 * (1 + random.nextInt(10)));
        ArrayNode contacts = customer.putArray("contacts");
        contacts.add(contact(domain, "Owner").put("isPrimary", true).put("decisionMaker", true));
        contacts.add(contact(domain, "Accounts").put("isBilling", true));
        ArrayNode addresses = customer.putArray("addresses");
        addresses.add(address("billing").put("isPrimary", true));
        addresses.add(address("service").put("isPrimary", true).put("accessNotes", "Report to the front desk."));
        return customer;
    }

    private ObjectNode household(int n) {
        String first = one(FIRST);
        String last = one(LAST);
        String email = slug(first + " " + last) + n + "@mail.example";
        ObjectNode customer = Api.object()
                .put("name", first + " " + last)
                .put("type", "individual")
                .put("email", email)
                .put("phone", phone())
                .put("leadSource", one(SOURCES));
        customer.putArray("contacts")
                .add(Api.object()
                        .put("firstName", first)
                        .put("lastName", last)
                        .put("email", email)
                        .put("isPrimary", true)
                        .put("emailOptIn", n % 2 == 0));
        customer.putArray("addresses").add(address("service").put("isPrimary", true));
        return customer;
    }

    private ObjectNode contact(String domain, String title) {
        String first = one(FIRST);
        String last = one(LAST);
        return Api.object()
                .put("firstName", first)
                .put("lastName", last)
                .put("title", title)
                .put("email", slug(first + " " + last) + "@" + domain)
                .put("mobile", phone());
    }

    private ObjectNode address(String type) {
        List<String> city = one(CITIES);
        return Api.object()
                .put("type", type)
                .put("street1", (1 + random.nextInt(200)) + " " + one(STREETS))
                .put("city", city.get(0))
                .put("state", city.get(1))
                .put("postcode", city.get(2));
    }

    /** Of the Australian range kept for fiction. */
    private String phone() {
        return String.format(Locale.ROOT, "+614915701%02d", 56 + random.nextInt(4));
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
