package io.renoz.users.group;

import static io.renoz.users.Refusals.assertRefused;
import static io.renoz.users.Workbench.PLATFORM;
import static io.renoz.users.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.data.Patch;
import io.renoz.users.Workbench;
import io.renoz.users.api.GroupRef;
import io.renoz.users.api.UserRef;
import io.renoz.users.group.GroupResource.Input;
import io.renoz.users.user.DirectoryResource;
import io.renoz.users.user.UserResource.Leaving;
import io.renoz.users.user.UserResource.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GroupsIT {

    private final Workbench bench = new Workbench();
    private final UUID anna = bench.member("anna@acme.example", "sales");
    private final UUID ben = bench.member("ben@acme.example", "viewer");
    private final GroupResource groups = new GroupResource(TABLES, bench.groups);
    private final MemberResource members = new MemberResource(TABLES, bench.groups, bench.clock());

    private static Input input(String name, @Nullable UUID parent) {
        return new Input(name, null, null, null, parent, true);
    }

    private UUID group(String name, @Nullable UUID parent) {
        return bench.as(
                bench.owner,
                null,
                () -> groups.add(List.of(input(name, parent))).get(0).id(),
                "*");
    }

    private void move(UUID group, String name, @Nullable UUID parent) {
        int version = bench.as(bench.owner, null, () -> groups.get(group).version(), "*");
        bench.as(
                Optional.of(version),
                bench.owner,
                null,
                () -> groups.update(group, Patch.whole(input(name, parent))),
                "*");
    }

    private UUID join(UUID by, UUID group, UUID user, GroupRole role, String... permissions) {
        return bench.as(
                by,
                null,
                () -> members.add(group, List.of(new MemberResource.Input(user, role)))
                        .get(0)
                        .id(),
                permissions);
    }

    @Test
    @DisplayName("USR-15: groups nest at most 5 deep")
    void nestFiveDeep() {
        UUID first = group("1", null);
        UUID second = group("2", first);
        UUID third = group("3", second);
        UUID fourth = group("4", third);
        UUID fifth = group("5", fourth);

        assertRefused("validation-failed", () -> group("6", fifth));
        UUID a = group("a", null);
        UUID b = group("b", a);
        assertRefused("validation-failed", () -> move(a, "a", fourth));
        move(a, "a", third);
        assertThat(bench.system(() -> new Nesting(TABLES).down(first))).contains(fifth, a, b);
        assertRefused("validation-failed", () -> group("x", UUID.randomUUID()));
    }

    @Test
    @DisplayName("USR-15: no group is within itself")
    void knowNoCycle() {
        UUID outer = group("outer", null);
        UUID inner = group("inner", outer);

        assertRefused("group-cycle", () -> move(outer, "outer", inner));
        assertRefused("group-cycle", () -> move(outer, "outer", outer));
    }

    @Test
    @DisplayName("USR-15: what sits in a group that goes moves to its parent")
    void moveUpWhenTheirGroupGoes() {
        UUID outer = group("outer", null);
        UUID middle = group("middle", outer);
        UUID inner = group("inner", middle);
        join(bench.owner, middle, anna, GroupRole.MEMBER, "*");
        bench.as(
                bench.owner,
                null,
                () -> {
                    groups.delete(middle);
                    return 0;
                },
                "*");

        assertThat(bench.as(bench.owner, null, () -> groups.get(inner), "*").parentGroupId())
                .isEqualTo(outer);
        assertRefused("not-found", () -> bench.as(bench.owner, null, () -> groups.get(middle), "*"));
        assertThat(bench.system(() -> bench.directory.groupsOf(anna))).isEmpty();
        group("middle", outer); // the name is free again
    }

    @Test
    @DisplayName("USR-15: a lead cares for the members of the group and of those within it; admins alone make leads")
    void areLed() {
        UUID outer = group("outer", null);
        UUID inner = group("inner", outer);
        UUID other = group("other", null);
        UUID cid = bench.member("cid@acme.example");
        assertRefused("forbidden", () -> join(anna, inner, ben, GroupRole.MEMBER));
        join(bench.owner, outer, anna, GroupRole.LEAD, "users.write");
        UUID bens = join(anna, inner, ben, GroupRole.MEMBER);
        UUID boss = join(bench.owner, inner, bench.owner, GroupRole.MANAGER, "users.write");

        assertRefused("forbidden", () -> join(anna, inner, cid, GroupRole.LEAD));
        assertRefused("forbidden", () -> join(anna, other, ben, GroupRole.MEMBER));
        assertRefused("forbidden", () -> join(ben, inner, cid, GroupRole.MEMBER));
        assertRefused("forbidden", () -> remove(anna, inner, boss));
        assertThat(bench.as(anna, null, () -> members.list(inner, ListQuery.first(10)))
                        .items())
                .hasSize(2);
        remove(anna, inner, bens);
        assertThat(bench.system(() -> bench.directory.membersOf(inner, false)))
                .extracting(UserRef::id)
                .containsExactly(bench.owner);
    }

    private void remove(UUID by, UUID group, UUID membership) {
        bench.as(by, null, () -> {
            members.delete(group, membership);
            return 0;
        });
    }

    @Test
    void knowTheirMembersAlsoOfTheGroupsWithin() {
        UUID outer = group("outer", null);
        UUID inner = group("inner", outer);
        join(bench.owner, outer, anna, GroupRole.MEMBER, "*");
        join(bench.owner, inner, ben, GroupRole.MEMBER, "*");

        assertThat(bench.system(() -> bench.directory.membersOf(outer, false)))
                .extracting(UserRef::id)
                .containsExactly(anna);
        assertThat(bench.system(() -> bench.directory.membersOf(outer, true)))
                .extracting(UserRef::id)
                .containsExactly(anna, ben);
        assertThat(bench.system(() -> bench.directory.groupsOf(ben)))
                .extracting(GroupRef::name)
                .containsExactly("inner");
        assertThat(bench.system(() -> bench.directory.groups(List.of(outer, UUID.randomUUID()))))
                .containsOnlyKeys(outer);
        assertThat(PLATFORM.published().toString()).contains("users.group.members-changed", "users.group.created");
        assertRefused("validation-failed", () -> join(bench.owner, outer, UUID.randomUUID(), GroupRole.MEMBER, "*"));
        assertRefused("not-found", () -> join(bench.owner, UUID.randomUUID(), anna, GroupRole.MEMBER, "*"));
    }

    @Test
    @DisplayName("USR-13: who is deactivated leaves all groups")
    void areLeftByWhoLeaves() {
        UUID group = group("team", null);
        join(bench.owner, group, anna, GroupRole.MEMBER, "*");
        bench.as(bench.owner, null, () -> bench.users.suspend(anna, new Reason("away")), "*");
        assertThat(bench.system(() -> bench.directory.groupsOf(anna))).hasSize(1);
        bench.as(bench.owner, null, () -> bench.users.deactivate(anna, new Leaving("left", null)), "*");

        assertThat(bench.system(() -> bench.directory.groupsOf(anna))).isEmpty();
        assertRefused("validation-failed", () -> join(bench.owner, group, anna, GroupRole.MEMBER, "*"));
    }

    @Test
    @DisplayName("USR-23: everybody reads who is in which active group, and which active groups there are")
    void areInTheDirectory() {
        UUID team = group("team", null);
        UUID asleep = bench.as(
                bench.owner,
                null,
                () -> groups.add(List.of(new Input("asleep", null, "#aabbcc", "A@acme.example", null, false)))
                        .get(0)
                        .id(),
                "*");
        join(bench.owner, team, anna, GroupRole.MEMBER, "*");
        join(bench.owner, asleep, anna, GroupRole.MEMBER, "*");
        var directory = new DirectoryResource(TABLES, bench.assignments, bench.groups);
        var query = new ListQuery(10, Optional.empty(), Optional.empty(), Map.of("groupId", team.toString()), false);

        assertThat(bench.as(ben, null, () -> directory.list(query)).items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.groups())
                        .extracting(DirectoryResource.Team::name)
                        .containsExactly("team"));
        assertThat(bench.as(ben, null, () -> new DirectoryGroupResource(TABLES).list(ListQuery.first(10)))
                        .items())
                .extracting(DirectoryGroupResource.View::name)
                .containsExactly("team");
        assertThat(bench.system(() -> bench.users.list(query)).items()).hasSize(1);
    }
}
