package io.renoz.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Somebody of every built-in role, each invited and accepted as people are, and the teams they work in. */
final class People {

    private record Person(String name, String role, String team) {}

    private static final List<Person> STAFF = List.of(
            new Person("Hugo Lindqvist", "admin", "Office"),
            new Person("Mei Tanaka", "sales", "Sales"),
            new Person("Noah Petrou", "sales", "Sales"),
            new Person("Grace Okafor", "finance", "Office"),
            new Person("Sami Yilmaz", "operations", "Warehouse"),
            new Person("Kiri Whitlam", "field_tech", "Installation"),
            new Person("Finn Gallagher", "field_tech", "Installation"),
            new Person("Priya Singh", "support", "Office"),
            new Person("Olive Brennan", "viewer", "Office"));
    private static final Map<String, String> COLOURS =
            Map.of("Office", "#1F3A5F", "Sales", "#E8871E", "Warehouse", "#2E7D32", "Installation", "#6A1B9A");

    private final Api anyone;
    private final Api owner;

    People(Api anyone, Api owner) {
        this.anyone = anyone;
        this.owner = owner;
    }

    /** Those who can sign in from now on; whoever was invited by a real mail is not among them. */
    List<Login> hire(String password) {
        Map<String, String> roles = byName(owner.get("users/roles?limit=100"), "key");
        Map<String, String> teams = teams();
        List<Login> logins = new ArrayList<>();
        for (Person person : STAFF) {
            String email = person.name().toLowerCase(Locale.ROOT).replace(' ', '.') + "@bright-spark.example";
            ObjectNode invitation =
                    Api.object().put("email", email).put("name", person.name()).put("roleId", roles.get(person.role()));
            invitation.putArray("groupIds").add(teams.get(person.team()));
            JsonNode invited = owner.post("users/invitations", invitation);
            if (invited.has("acceptLink")) {
                accept(invited.get("acceptLink").asText(), person.name(), password);
                logins.add(new Login(person.name(), email, password, person.role()));
            }
        }
        return logins;
    }

    private void accept(String link, String name, String password) {
        anyone.post(
                "users/invitations/accept",
                Api.object()
                        .put("token", link.substring(link.indexOf('#') + 1))
                        .put("name", name)
                        .put("password", password));
    }

    private Map<String, String> teams() {
        COLOURS.forEach((name, colour) ->
                owner.post("users/user-groups", Api.object().put("name", name).put("color", colour)));
        return byName(owner.get("users/user-groups?limit=100"), "name");
    }

    private static Map<String, String> byName(JsonNode list, String name) {
        Map<String, String> ids = new HashMap<>();
        list.get("items")
                .forEach(item -> ids.put(item.get(name).asText(), item.get("id").asText()));
        return ids;
    }
}
