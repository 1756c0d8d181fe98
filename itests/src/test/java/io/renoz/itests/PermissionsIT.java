package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What somebody's own OpenAPI document leaves out is refused to them, and what it shows is not. */
@DisplayName("An operation")
class PermissionsIT {

    private static World world;
    private static Client viewer;
    private static Client nobody;

    @BeforeAll
    static void fill() {
        world = new World(Tenant.whole());
        world.api().listings().forEach(world::records);
        viewer = Members.of(world.tenant()).with("viewer");
        nobody = Members.of(world.tenant()).without();
    }

    @TestFactory
    Stream<DynamicTest> isForbiddenToAViewerUnlessTheirDocumentShowsIt() {
        return Named.some(forbidden(viewer));
    }

    @TestFactory
    Stream<DynamicTest> isForbiddenToSomebodyWithoutARoleUnlessTheirDocumentShowsIt() {
        return Named.some(forbidden(nobody));
    }

    private static Stream<DynamicTest> forbidden(Client caller) {
        Set<String> granted = Api.of(caller).names();
        return world.api().operations().stream()
                .filter(o -> !granted.contains(o.toString()))
                .map(o -> dynamicTest(o.toString(), () -> {
                    Answer answer = Attempt.of(o, world.samples()).by(caller.ifMatch("*"), world.address(o));

                    answer.expectProblem(403, "forbidden");
                    assertThat(answer.text()).doesNotContain("customers/customers/");
                }));
    }

    @TestFactory
    Stream<DynamicTest> isNotForbiddenToAViewerWhoseDocumentShowsIt() {
        return Named.some(Api.of(viewer).operations(o -> o.method().equals("GET")).stream()
                .map(o -> dynamicTest(o.toString(), () -> assertThat(Attempt.of(o, world.samples())
                                .by(viewer, world.address(o))
                                .status())
                        .isNotIn(401, 403))));
    }

    @Test
    void isShownToAViewerWhenItReadsAndToNobodyWhenItChanges() {
        Set<String> viewers = Api.of(viewer).names();
        assertThat(viewers).contains("GET customers/customers", "GET customers/customers/{id}", "GET users/me");
        assertThat(viewers)
                .doesNotContain(
                        "POST customers/customers", "PATCH customers/customers/{id}", "PUT modules/{name}/enabled");
    }

    @Test
    @DisplayName("USR-09: of somebody without a role is about themselves")
    void isAboutThemselvesWithoutARole() {
        assertThat(Api.of(nobody).names()).contains("GET users/me").noneMatch(o -> o.contains(" customers/"));
    }

    @Test
    @DisplayName("USR-10: is refused within a second after the role that granted it was taken away")
    void isRefusedAfterTheRoleIsTakenAway() {
        Client member = Members.of(world.tenant()).with("sales");
        member.get("customers/customers").expect(200);
        String id = member.get("users/me").expect(200).id();
        Answer roles = world.admin().get("users/users/" + id + "/roles").expect(200);
        world.admin()
                .ifMatch(roles.etag())
                .put("users/users/" + id + "/roles", "{\"roleIds\": []}")
                .expect(200);

        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(1))
                .until(() -> member.get("customers/customers").status() == 403);
    }
}
