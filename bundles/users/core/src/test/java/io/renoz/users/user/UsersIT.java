package io.renoz.users.user;

import static io.renoz.users.Workbench.PASSWORD;
import static io.renoz.users.Workbench.PLATFORM;
import static io.renoz.users.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Request;
import io.renoz.problem.Problem;
import io.renoz.settings.api.ExportField;
import io.renoz.settings.api.ExportQuery;
import io.renoz.users.Workbench;
import io.renoz.users.api.UserRef;
import io.renoz.users.group.GroupExport;
import io.renoz.users.user.UserResource.Input;
import io.renoz.users.user.UserResource.Leaving;
import io.renoz.users.user.UserResource.Left;
import io.renoz.users.user.UserResource.Reason;
import io.renoz.users.user.UserResource.Transfer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UsersIT {

    private final Workbench bench = new Workbench();
    private final UUID anna = bench.member("anna@acme.example", "sales");
    private final UUID ben = bench.member("ben@acme.example", "viewer");

    private static void assertRefused(String slug, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo(slug));
    }

    private static Input input(String email) {
        return new Input(email, "Robot", null, null, null, null, null, null, null, null, null);
    }

    @Test
    @DisplayName("USR-11: a new organization has one owner, who is its admin")
    void beginsWithItsOwner() {
        UserRef owner = bench.system(() -> bench.directory.owner().orElseThrow());

        assertThat(owner.email()).isEqualTo("olga@acme.example");
        assertThat(bench.system(() -> bench.assignments.keysOf(owner.id()))).containsExactly("admin");
    }

    @Test
    @DisplayName("USR-01: an address is unique within the organization, whatever its case, and free in others")
    void keepsAddressesUnique() {
        UserView made = bench.as(
                bench.owner,
                null,
                () -> bench.users.add(List.of(input("Bot@acme.example"))).get(0),
                "*");
        assertThat(made.email()).isEqualTo("bot@acme.example");
        assertThat(made.type()).isEqualTo(UserType.SERVICE);

        assertThatThrownBy(() ->
                        bench.as(bench.owner, null, () -> bench.users.add(List.of(input("BOT@acme.example"))), "*"))
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getMessage()).contains("users_email_key"));
        var other = new Workbench();
        assertThat(other.as(other.owner, null, () -> other.users.add(List.of(input("bot@acme.example"))), "*"))
                .hasSize(1);
    }

    @Test
    @DisplayName("USR-13: a deactivated user's work goes to the successor, or is listed")
    void passesWorkOn() {
        Left listed = bench.as(bench.owner, null, () -> bench.users.deactivate(ben, new Leaving("left", null)), "*");
        assertThat(listed.openAssignments()).hasSize(1);
        assertThat(listed.reassigned()).isZero();
        assertRefused(
                "validation-failed",
                () -> bench.as(bench.owner, null, () -> bench.users.deactivate(anna, new Leaving(null, ben)), "*"));
        Left moved =
                bench.as(bench.owner, null, () -> bench.users.deactivate(anna, new Leaving(null, bench.owner)), "*");

        assertThat(moved.reassigned()).isEqualTo(3);
        assertThat(moved.openAssignments()).isEmpty();
        assertThat(bench.moved()).isEqualTo(3);
    }

    @Test
    @DisplayName("USR-13: nobody stops themselves, and nobody the owner")
    void refusesOneselfAndTheOwner() {
        assertRefused(
                "is-self", () -> bench.as(anna, null, () -> bench.users.suspend(anna, new Reason("x")), "users.write"));
        assertRefused(
                "is-owner", () -> bench.as(anna, null, () -> bench.users.suspend(bench.owner, new Reason("x")), "*"));
    }

    @Test
    @DisplayName("USR-11: ownership passes by the owner alone, with the password given again")
    void passesOwnershipOn() {
        assertRefused("not-owner", () -> transfer(anna, ben, PASSWORD));
        assertRefused("invalid-credentials", () -> transfer(bench.owner, anna, "wrong"));
        assertRefused("invalid-target", () -> transfer(bench.owner, bench.owner, PASSWORD));
        transfer(bench.owner, anna, PASSWORD);

        assertThat(bench.system(() -> bench.directory.owner().orElseThrow().id()))
                .isEqualTo(anna);
        assertThat(bench.system(() -> bench.assignments.keysOf(anna))).contains("admin");
        assertThat(bench.system(() -> bench.assignments.keysOf(bench.owner))).contains("admin");
        assertRefused("not-owner", () -> transfer(bench.owner, ben, PASSWORD));
    }

    private void transfer(UUID from, UUID to, String password) {
        bench.as(from, null, () -> bench.users.transferOwnership(new Transfer(to, password)), "*");
    }

    @Test
    @DisplayName("USR-11: no token passes ownership on")
    void passesOwnershipOnInPerson() {
        var actor = new Actor(Actor.Kind.API_TOKEN, bench.owner, "Olga", null, Ids.next(), null);
        var call = new Call(bench.organization, actor, Set.of("*"), Request.none(Ids.next()), false);

        assertRefused("forbidden", () -> PLATFORM.transactions()
                .run(call, () -> bench.users.transferOwnership(new Transfer(anna, PASSWORD))));
    }

    @Test
    @DisplayName("USR-23: everybody reads the directory of those who are active; who only looks on sees no addresses")
    void showsTheDirectory() {
        UUID cid = bench.member("cid@acme.example", "sales");
        bench.as(bench.owner, null, () -> bench.users.suspend(cid, new Reason("leave")), "*");

        assertThat(directory(anna, Map.of()).items()).hasSize(3).allMatch(entry -> entry.email() != null);
        assertThat(directory(ben, Map.of()).items()).hasSize(3).allMatch(entry -> entry.email() == null);
        assertThat(directory(bench.member("none@acme.example"), Map.of()).items())
                .allMatch(entry -> entry.email() == null);
    }

    @Test
    @DisplayName("USR-23: the directory takes the filters it offers, and no others")
    void searchesTheDirectory() {
        assertThat(directory(anna, Map.of("role", "viewer")).items())
                .extracting(DirectoryResource.Entry::id)
                .containsExactly(ben);
        assertThat(directory(anna, Map.of("search", "mem ben")).items()).hasSize(1);
        assertRefused("invalid-parameter", () -> directory(anna, Map.of("status", "suspended")));
        assertThat(new DirectoryResource(TABLES, bench.assignments, bench.groups)
                        .records()
                        .offer()
                        .filters())
                .containsOnlyKeys("role", "groupId", "search");
    }

    private Page<DirectoryResource.Entry> directory(UUID reader, Map<String, String> filters) {
        var resource = new DirectoryResource(TABLES, bench.assignments, bench.groups);
        var query = new ListQuery(50, Optional.empty(), Optional.empty(), filters, false);
        return bench.as(reader, null, () -> resource.list(query));
    }

    @Test
    void isFoundByRoleWordsAndId() {
        ListQuery query = new ListQuery(
                50, Optional.empty(), Optional.of("-name"), Map.of("role", "sales", "search", "member"), true);

        assertThat(bench.system(() -> bench.users.list(query)).items())
                .extracting(UserView::id)
                .containsExactly(anna);
        assertThat(bench.system(() -> bench.directory.findAll(Set.of(anna, ben, UUID.randomUUID()))))
                .containsOnlyKeys(anna, ben);
        assertThat(bench.system(() -> bench.directory.withRole("sales")))
                .extracting(UserRef::id)
                .containsExactly(anna);
        assertThat(bench.system(() -> bench.directory.findByEmail("ANNA@acme.example")))
                .isPresent();
        bench.as(bench.owner, null, () -> bench.users.suspend(anna, new Reason("leave")), "*");
        assertRefused("invalid-state", () -> bench.system(() -> bench.directory.requireActive(anna)));
    }

    @Test
    void goIntoFilesWithoutTheirSecrets() {
        var rows = new ArrayList<Map<String, ?>>();
        var query = new ExportQuery(
                null,
                Instant.now().plusSeconds(60),
                Map.of("status", "active"),
                List.of("id", "email"),
                Optional.empty(),
                2);
        Optional<String> next = bench.system(() -> new UserExport(TABLES).read(query, rows::add));

        assertThat(next).isPresent();
        assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row.keySet()).containsExactly("id", "email"));
        assertThat(new UserExport(TABLES).describe().fields())
                .extracting(ExportField::name)
                .noneMatch(name -> name.contains("password"));
        assertThat(new GroupExport(TABLES).describe().entityType()).isEqualTo("user_group");
    }
}
