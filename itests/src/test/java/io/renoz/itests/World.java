package io.renoz.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a caller sees, with collections filled through the OpenAPI document alone. Not thread-safe. */
final class World {

    /** Collections of what properties refer to, where the name of the property does not tell it. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("parent", "customers"),
            Map.entry("owner", "users"),
            Map.entry("manager", "users"),
            Map.entry("successor", "users"),
            Map.entry("assignedTo", "users"),
            Map.entry("accountManager", "users"),
            Map.entry("entity", "customers"),
            Map.entry("group", "user-groups"));

    /** Few enough to be walked one by one, enough to be sorted. */
    private static final int WANTED = 3;

    /** How often a body is changed until it fits. */
    private static final int MOST_ATTEMPTS = 8;

    private static final int MOST_PARENTS = 50;

    private final Optional<Tenant> tenant;
    private final Client admin;
    private final Api api;
    private final Samples samples;
    private final Samples fresh;
    private final Map<String, List<JsonNode>> found = new LinkedHashMap<>();
    private final Map<String, JsonNode> known = new HashMap<>();
    private final Optional<Persons> people;
    private final Map<String, String> refused = new TreeMap<>();
    private final Map<String, String> lacking = new TreeMap<>();
    private final Set<String> asking = new HashSet<>();

    /** That of a tenant's admin. */
    World(Tenant tenant) {
        this(Optional.of(tenant), tenant.admin(), Api.of(tenant.admin()));
    }

    private World(Optional<Tenant> tenant, Client admin, Api api) {
        this.tenant = tenant;
        this.people = tenant.map(Persons::new);
        this.admin = admin;
        this.api = api;
        this.samples = new Samples(api.schemas(), property -> reference(property, false));
        this.fresh = new Samples(api.schemas(), property -> reference(property, true));
    }

    /** That of the host's staff. */
    static World ofOperators() {
        Client operator = Client.operator();
        return new World(
                Optional.empty(),
                operator,
                Api.of(operator.get("operator/openapi.json").expect(200).body()));
    }

    Tenant tenant() {
        return tenant.orElseThrow();
    }

    Client admin() {
        return admin;
    }

    Api api() {
        return api;
    }

    Samples samples() {
        return samples;
    }

    /** Bodies whose references are to records made for the purpose, so that what is once a record is not used twice. */
    Samples fresh() {
        return fresh;
    }

    /** What is at an address; when nothing is and a PUT of the same path can put it there, after that. */
    Answer read(String template, String address) {
        return read(template, address, "").expect(200);
    }

    /** The same, whatever the answer, with what the answer says to be missing in the query. */
    Answer read(String template, String address, String query) {
        Answer answer = admin.get(address + query);
        Optional<Operation> put =
                api.find("PUT", template).filter(o -> o.bodyType().isPresent());
        if (answer.status() == 404 && put.isPresent()) {
            admin.put(address, samples.least(put.get().body()).toString());
            return admin.get(address + query);
        }
        if (answer.problem().equals("invalid-parameter") && query.isEmpty()) {
            return admin.get(address
                    + Problems.pointers(answer).stream()
                            .map(pointer -> pointer + "=" + sample(template, pointer.substring(1)))
                            .collect(Collectors.joining("&")));
        }
        return answer;
    }

    /** A value that a parameter may have. */
    private String sample(String template, String parameter) {
        return api.find("GET", template)
                .flatMap(operation -> operation.parameter(parameter))
                .map(known -> ListChecks.encoded(
                        samples.value(parameter, known.schema()).asText()))
                .orElse("nonsense");
    }

    /** Why some collections have no records, by path. */
    Map<String, String> refused() {
        return refused;
    }

    /** The path with the keys of records in the place of its parameters; empty when some of them has no record. */
    Optional<String> path(Operation operation) {
        return fill(operation.path());
    }

    /** The same with ids of nothing where there is no record: for what is judged before any record is looked for. */
    String address(Operation operation) {
        return address(operation.path());
    }

    String address(String template) {
        return fill(template)
                .orElseGet(
                        () -> template.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()));
    }

    /** Fills the collection, if it takes records, and gives those that are there. */
    List<JsonNode> records(Listing listing) {
        return inhabited(listing).map(path -> records(listing.path(), path)).orElse(List.of());
    }

    /** Where the collection has records, below whichever parent that is; else where it might have. */
    Optional<String> inhabited(Listing listing) {
        return places(listing)
                .filter(path -> !records(listing.path(), path).isEmpty())
                .findFirst()
                .or(() -> path(listing.list()));
    }

    /** All places of the collection: itself, or what is below each parent. */
    Stream<String> places(Listing listing) {
        return filled(listing.path());
    }

    /** The template with the keys of records in the place of its parameters; empty when some of them has no record. */
    Optional<String> fill(String template) {
        return filled(template).findFirst();
    }

    private Stream<String> filled(String template) {
        int start = template.lastIndexOf("/{");
        if (start < 0) {
            return Stream.of(template);
        }
        int end = template.indexOf('}', start);
        String parameter = template.substring(start + 2, end);
        String collection = template.substring(0, start);
        return filled(collection).limit(MOST_PARENTS).flatMap(path -> keys(collection, path, parameter)
                .map(key -> path + "/" + key + template.substring(end + 1)));
    }

    private Stream<String> keys(String collection, String path, String parameter) {
        List<JsonNode> records = records(collection, path);
        return records.isEmpty() && !api.has("GET", collection)
                ? told(path, parameter).or(() -> reference(property(parameter), false)).stream()
                : records.stream().map(record -> key(record, parameter));
    }

    /** What a record of the same module says of {@code entity-type}, for a parameter that comes after no collection. */
    private Optional<String> told(String path, String parameter) {
        String property = property(parameter);
        String module = path.substring(0, path.indexOf('/') + 1);
        return api.listings().stream()
                .filter(listing ->
                        listing.path().startsWith(module) && !listing.path().contains("{"))
                .sorted(Comparator.comparing(listing -> -listing.alike(path)))
                .flatMap(listing -> records(listing.path(), listing.path()).stream())
                .filter(record -> record.hasNonNull(property))
                .filter(record -> property.equals("entityType")
                        || path.endsWith(record.path("entityType").asText()))
                .map(record -> property.equals("id") && record.has("entityId")
                        ? record.get("entityId").asText()
                        : record.get(property).asText())
                .findFirst();
    }

    /** The property that the parameter is called like, else the id. */
    private static String key(JsonNode record, String parameter) {
        String property = property(parameter);
        return record.has(property)
                ? record.get(property).asText()
                : record.path("id")
                        .asText(record.path("name").asText(record.path("key").asText()));
    }

    private static String property(String parameter) {
        return Pattern.compile("-(.)").matcher(parameter).replaceAll(m -> m.group(1)
                .toUpperCase(Locale.ROOT));
    }

    private List<JsonNode> records(String template, String path) {
        List<JsonNode> before = found.get(path);
        if (before != null) {
            return before;
        }
        if (!asking.add(path)) {
            return List.of(); // it needs itself
        }
        try {
            var records = new ArrayList<JsonNode>();
            api.find("POST", template).filter(this::creates).ifPresent(o -> create(o, path, records));
            if (api.has("GET", template)) {
                admin.get(path).body().path("items").forEach(record -> {
                    if (!records.contains(record)) {
                        records.add(record);
                    }
                });
            }
            if (records.isEmpty() && !refused.containsKey(template)) {
                refused.put(template, "nothing is there and nothing can be created");
            }
            found.put(path, records);
            return records;
        } finally {
            asking.remove(path);
        }
    }

    /** Whether a POST makes a record, and is no act. */
    private boolean creates(Operation operation) {
        return operation.node().path("responses").has("201");
    }

    private void create(Operation operation, String path, List<JsonNode> records) {
        for (int i = 0; i < WANTED; i++) {
            ObjectNode body = fresh.least(operation.input());
            Answer made = make(operation, path, body);
            if (made.status() != 201) {
                refused.put(
                        operation.path(), "POST " + body + " was answered by " + made.status() + ": " + made.text());
                return;
            }
            records.add(made.body());
        }
    }

    /** Sends a body, and again with other choices where the answer says that those do not fit. */
    Answer make(Operation operation, String path, ObjectNode body) {
        var fitting = new Fitting(this, operation, body);
        Answer made = send(operation, path, body);
        for (int i = 0; i < MOST_ATTEMPTS && made.status() >= 400; i++) {
            if (Fitting.lacks(operation, body, made)) {
                lacking.putIfAbsent(operation.toString(), made.text());
            }
            if (!fitting.after(made)) {
                break;
            }
            made = send(operation, path, body);
        }
        return made;
    }

    /** The refusal of a record because what it refers to has to be in a state that no schema tells how to reach. */
    Optional<String> lacking(Operation operation) {
        return Optional.ofNullable(lacking.get(operation.toString()));
    }

    /** What is known of a record by its id. */
    Optional<JsonNode> known(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** The id of a record made for a property, with some of what it refers to said. */
    Optional<String> made(String property, Map<String, JsonNode> references) {
        return made(kinds(property).flatMap(listing -> listing.creating().filter(this::creates).stream()), references);
    }

    /** The id of another record that an operation makes, with some of what it refers to said. */
    Optional<String> made(Operation creating, Map<String, JsonNode> references) {
        return made(Stream.of(creating).filter(o -> !o.hasPathParameters()), references);
    }

    private Optional<String> made(Stream<Operation> creating, Map<String, JsonNode> references) {
        return creating.map(operation -> {
                    ObjectNode body = fresh.least(operation.input());
                    references.forEach((name, id) -> {
                        if (operation.input().path("properties").has(name)) {
                            body.set(name, id);
                        }
                    });
                    return make(operation, operation.path(), body);
                })
                .filter(made -> made.status() == 201)
                .map(made -> {
                    known.put(made.id(), made.body());
                    return made.id();
                })
                .findFirst();
    }

    /** A record that a property may refer to, in none of the states. */
    Optional<JsonNode> inOtherState(String property, Set<String> states) {
        return kinds(property)
                .flatMap(listing -> listing.filters().stream()
                        .filter(filter -> filter.name().equals("status"))
                        .flatMap(filter -> Schemas.texts(filter.schema().path("enum")).stream())
                        .filter(state -> !states.contains(state))
                        .flatMap(state -> Schemas.elements(admin.get(listing.path() + "?limit=1&status=" + state)
                                        .expect(200)
                                        .body()
                                        .path("items"))
                                .stream()))
                .peek(record -> known.put(record.path("id").asText(), record))
                .findFirst();
    }

    private Answer send(Operation operation, String path, ObjectNode body) {
        return operation.takesForm()
                ? admin.send(operation.method(), path, Form.of(operation, body))
                : admin.post(path, body.toString());
    }

    private Optional<String> made(Listing listing) {
        return listing.creating()
                .filter(this::creates)
                .filter(o -> asking.add("new " + o.path()))
                .flatMap(o -> {
                    Answer made = make(o, o.path(), fresh.least(o.input()));
                    asking.remove("new " + o.path());
                    known.put(made.id(), made.body());
                    return made.status() == 201 ? Optional.of(made.id()) : Optional.empty();
                });
    }

    /** The id of a record for a property such as {@code parentGroupId}, {@code tagIds} or {@code assignedTo}. */
    private Optional<String> reference(String property, boolean anew) {
        if (people.filter(persons -> persons.meant(property)).isPresent()) {
            return people.map(persons -> anew ? persons.anew(property) : persons.somebody(property));
        }
        return kinds(property)
                .flatMap(listing -> (anew ? made(listing) : Optional.<String>empty())
                                .or(() -> records(listing.path(), listing.path()).stream()
                                        .map(record -> record.path("id").asText())
                                        .findFirst())
                                .stream())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The collections of what a property may refer to, the likeliest first. */
    private Stream<Listing> kinds(String property) {
        String thing = property.replaceFirst("Ids?$", "");
        List<String> words = List.of(thing.split("(?=[A-Z])"));
        return IntStream.range(0, words.size()).boxed().flatMap(i -> {
            String name = String.join("-", words.subList(i, words.size())).toLowerCase(Locale.ROOT);
            String kind = KINDS.getOrDefault(i == 0 ? thing : name, KINDS.getOrDefault(name, plural(name)));
            return api.listings().stream()
                    .filter(listing ->
                            listing.name().equals(kind) && !listing.path().contains("{"));
        });
    }

    static String plural(String name) {
        if (name.endsWith("y")) {
            return name.substring(0, name.length() - 1) + "ies";
        }
        return name.endsWith("s") ? name + "es" : name + "s";
    }
}
