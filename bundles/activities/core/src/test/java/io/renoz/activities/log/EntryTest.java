package io.renoz.activities.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.Source;
import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Request;
import io.renoz.kernel.RecordChange;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final UUID USER = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();
    private static final UUID REQUEST = UUID.randomUUID();
    private static final UUID RECORD = UUID.randomUUID();

    private static Call call(Actor actor) {
        var request = new Request(REQUEST, Optional.empty(), Optional.of("fe80::1%eth0"), Optional.of("curl/8"));
        return new Call(ORGANIZATION, actor, Set.of(), request, false);
    }

    private static final Call ANNA =
            call(new Actor(Actor.Kind.USER, USER, "Anna", SESSION, null, UUID.fromString("0-0-0-0-1")));

    private static RecordChange change(
            RecordChange.Kind kind, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        return new RecordChange(
                "orders", "order_line", RECORD, "Bolt", "order", USER, null, kind, before, after, false);
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... pairs) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return fields;
    }

    private static String changes(RecordChange change) {
        return JsonText.of(Entry.of(ANNA, change).get(0).columns().get("changes"));
    }

    @Test
    @DisplayName("ACT-01: a new record is told with all values that are set")
    void tellsWhatANewRecordHolds() {
        var created = change(RecordChange.Kind.CREATED, Map.of(), fields("name", "Bolt", "note", null));

        assertThat(changes(created)).isEqualTo("{\"name\":{\"old\":null,\"new\":\"Bolt\"}}");
    }

    @Test
    @DisplayName("ACT-01: a change is told with the fields that changed, arrays whole")
    void tellsOnlyWhatChanged() {
        var updated = change(
                RecordChange.Kind.UPDATED,
                fields("price", new BigDecimal("1.50"), "tags", new String[] {"a"}, "name", "Bolt"),
                fields("price", new BigDecimal("1.5"), "tags", new String[] {"a", "b"}, "name", "Bolt"));

        assertThat(changes(updated)).isEqualTo("{\"tags\":{\"old\":[\"a\"],\"new\":[\"a\",\"b\"]}}");
    }

    @Test
    @DisplayName("ACT-01: a deleted record is told with its old values")
    void tellsWhatADeletedRecordHeld() {
        assertThat(changes(change(RecordChange.Kind.DELETED, fields("quantity", 3), Map.of())))
                .isEqualTo("{\"quantity\":{\"old\":3,\"new\":null}}");
    }

    @Test
    @DisplayName("ACT-01: an update that changes nothing is not told")
    void isSilentWhenNothingChanged() {
        assertThat(Entry.of(ANNA, change(RecordChange.Kind.UPDATED, fields("name", "A"), fields("name", "A"))))
                .isEmpty();
    }

    @Test
    @DisplayName("ACT-08: a part names its parent, by type and id or not at all")
    void namesItsParent() {
        var part = change(RecordChange.Kind.CREATED, Map.of(), fields("name", "Bolt"));
        var orphan = new RecordChange(
                "orders",
                "order_line",
                RECORD,
                "Bolt",
                "order",
                null,
                null,
                RecordChange.Kind.CREATED,
                Map.of(),
                fields("name", "Bolt"),
                false);

        assertThat(Entry.of(ANNA, part).get(0).columns())
                .containsEntry("parent_type", "order")
                .containsEntry("parent_id", USER);
        assertThat(Entry.of(ANNA, orphan).get(0).columns()).doesNotContainKeys("parent_type", "parent_id");
    }

    @Test
    @DisplayName("ACT-04: columns that every table has are no changes")
    void leavesOutWhatEveryTableHas() {
        var touched = change(RecordChange.Kind.UPDATED, fields("version", 1, "updatedBy", null), fields("version", 2));

        assertThat(Entry.of(ANNA, touched)).isEmpty();
    }

    @Test
    @DisplayName("ACT-04: a masked value is told as changed although both sides look the same")
    void tellsThatASensitiveValueChanged() {
        assertThat(changes(change(RecordChange.Kind.UPDATED, fields("iban", "***"), fields("iban", "***"))))
                .isEqualTo("{\"iban\":{\"old\":\"***\",\"new\":\"***\"}}");
    }

    @Test
    @DisplayName("ACT-05: who acts, in which request and from where comes from the call")
    void takesTheActorFromTheCall() {
        Map<String, @Nullable Object> row = Entry.of(
                        ANNA,
                        AuditEntry.of("users", "session", RECORD, Action.LOGIN).confidential(),
                        1)
                .columns();

        assertThat(row)
                .containsEntry("user_id", USER)
                .containsEntry("actor_type", "user")
                .containsEntry("actor_name", "Anna")
                .containsEntry("on_behalf_of", UUID.fromString("0-0-0-0-1"))
                .containsEntry("session_id", SESSION)
                .containsEntry("request_id", REQUEST)
                .containsEntry("ip_address", "fe80::1")
                .containsEntry("user_agent", "curl/8")
                .containsEntry("source", "manual")
                .containsEntry("sensitivity", "security");
    }

    @Test
    @DisplayName("ACT-05: a job is the system; one that runs for a user is that user with source system")
    void tellsJobsFromPeople() {
        var entry = AuditEntry.of("settings", "export", RECORD, Action.EXPORTED);
        Map<String, @Nullable Object> job =
                Entry.of(call(Actor.system("retention")), entry, 1).columns();
        Map<String, @Nullable Object> forAnna =
                Entry.of(ANNA, entry.from(Source.SYSTEM, null), 1).columns();

        assertThat(job).containsEntry("actor_type", "system").containsEntry("user_id", null);
        assertThat(forAnna).containsEntry("user_id", USER).containsEntry("source", "system");
    }

    @Test
    @DisplayName("ACT-08: a changed part names its parent")
    void namesTheParentOfAPart() {
        Map<String, @Nullable Object> row = Entry.of(
                        ANNA, change(RecordChange.Kind.CREATED, Map.of(), fields("quantity", 1)))
                .get(0)
                .columns();

        assertThat(row).containsEntry("parent_type", "order").containsEntry("parent_id", USER);
    }

    @Test
    @DisplayName("SET-21: what an import writes has the source import and names it")
    void namesTheImportThatBroughtAChangeAbout() {
        UUID imported = UUID.randomUUID();
        Call call = ANNA.from("import", imported);

        Map<String, @Nullable Object> row = Entry.of(
                        call, change(RecordChange.Kind.CREATED, Map.of(), fields("quantity", 1)))
                .get(0)
                .columns();

        assertThat(row)
                .containsEntry("source", "import")
                .containsEntry("source_ref", imported)
                .containsEntry("user_id", USER);
    }

    @Test
    void cutsNamesToWhatTheirColumnHolds() {
        Map<String, @Nullable Object> row = Entry.of(
                        ANNA, AuditEntry.of("a", "b", RECORD, Action.VIEWED).named("x".repeat(300)), 1)
                .columns();

        assertThat((String) row.get("entity_name")).hasSize(255);
    }

    @Test
    void writesEveryKindOfValueAsJson() {
        var values = List.of(true, 1.5f, new BigDecimal("1E+3"), RECORD, Action.LOGIN_FAILED, "a\0b", new int[] {1, 2});

        assertThat(JsonText.of(values))
                .isEqualTo("[true,1.5,1000,\"" + RECORD + "\",\"login_failed\",\"a\uFFFDb\",[1,2]]");
    }
}
