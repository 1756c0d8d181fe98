package io.renoz.platform.registry.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.data.Databases;
import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.platform.registry.ScratchDatabase;
import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorIT {

    private final Databases databases = ScratchDatabase.databases();

    @BeforeEach
    void empty() {
        ScratchDatabase.execute("delete from platform.operator_tokens");
    }

    private Tokens tokens(String first) {
        return new Tokens(databases, Map.of(Tokens.FIRST, first));
    }

    @Test
    void admitsTheFirstTokenOnceAndStoresItsHashAlone() {
        tokens("a-first-token-of-some-length");
        Tokens again = tokens("a-first-token-of-some-length");

        assertThat(again.nameOf("a-first-token-of-some-length"))
                .hasValueSatisfying(n -> assertThat(n).startsWith("environment-"));
        assertThat(again.nameOf("another")).isEmpty();
        assertThat(ScratchDatabase.value("select count(*) from platform.operator_tokens"))
                .isEqualTo("1");
        assertThat(ScratchDatabase.value("select token_hash from platform.operator_tokens"))
                .hasSize(64)
                .doesNotContain("first");
        assertThat(ScratchDatabase.value("select last_used_at is not null from platform.operator_tokens"))
                .isEqualTo("t");
    }

    @Test
    void handsOutASecretOnceAndRefusesANameTwice() {
        Tokens tokens = tokens("a-first-token-of-some-length");
        NewToken made = tokens.create("deployments", null);

        assertThat(tokens.nameOf(made.token())).contains("deployments");
        assertThat(made.toString()).doesNotContain(made.token());
        assertThat(catchThrowableOfType(Problem.class, () -> tokens.create("deployments", null))
                        .slug())
                .isEqualTo("duplicate-value");
    }

    @Test
    void revokesAtOnceButNeverTheLast() {
        Tokens tokens = tokens("");
        NewToken one = tokens.create("one", null);
        NewToken two = tokens.create("two", null);

        tokens.revoke(one.id());
        tokens.revoke(one.id());

        assertThat(tokens.nameOf(one.token())).isEmpty();
        assertThat(catchThrowableOfType(Problem.class, () -> tokens.revoke(two.id()))
                        .slug())
                .isEqualTo("last-token");
        assertThat(catchThrowableOfType(Problem.class, () -> tokens.revoke(Ids.next()))
                        .slug())
                .isEqualTo("not-found");
        assertThat(tokens("").nameOf(two.token())).contains("two");
    }

    @Test
    void leavesARevokedFirstTokenRevoked() {
        Tokens tokens = tokens("a-first-token-of-some-length");
        tokens.create("other", null);
        UUID first = tokens.list(ListQuery.first(1)).items().get(0).id();
        tokens.revoke(first);

        assertThat(tokens("a-first-token-of-some-length").nameOf("a-first-token-of-some-length"))
                .isEmpty();
    }

    @Test
    void listsTokensPageByPage() {
        Tokens tokens = tokens("");
        List.of("c", "a", "b").forEach(name -> tokens.create(name, null));

        var first = tokens.list(ListQuery.first(2));
        var second = tokens.list(new ListQuery(2, Optional.ofNullable(first.next()), Optional.empty(), Map.of(), true));
        var backwards = tokens.list(new ListQuery(2, Optional.empty(), Optional.of("-name"), Map.of(), false));

        assertThat(first.items()).extracting(TokenView::name).containsExactly("a", "b");
        assertThat(second.items()).extracting(TokenView::name).containsExactly("c");
        assertThat(second.next()).isNull();
        assertThat(second.total()).isEqualTo(3);
        assertThat(backwards.items()).extracting(TokenView::name).containsExactly("c", "b");
    }

    @Test
    void pagesInAnyOrderWhateverIsInANames() {
        Tokens tokens = tokens("");
        List.of("line\nbreak", "point.ed", "b").forEach(name -> tokens.create(name, null));
        var walked = new ArrayList<String>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = tokens.list(new ListQuery(1, cursor, Optional.of("-createdAt,name"), Map.of(), false));
            page.items().forEach(token -> walked.add(token.name()));
            cursor = Optional.ofNullable(page.next());
        } while (cursor.isPresent());

        assertThat(walked).containsExactly("b", "point.ed", "line\nbreak");
    }

    @Test
    void refusesACursorOfAnotherOrder() {
        Tokens tokens = tokens("");
        List.of("a", "b").forEach(name -> tokens.create(name, null));
        Optional<String> next =
                Optional.ofNullable(tokens.list(ListQuery.first(1)).next());

        for (var wrong : List.of(
                new ListQuery(1, next, Optional.of("-name"), Map.of(), false),
                new ListQuery(1, Optional.of("bm9uc2Vuc2U"), Optional.empty(), Map.of(), false))) {
            assertThat(catchThrowableOfType(Problem.class, () -> tokens.list(wrong))
                            .slug())
                    .isEqualTo("invalid-parameter");
        }
    }

    @Test
    void writesAndFiltersTheAudit() {
        var audit = new Audit(databases);
        UUID organization = Ids.next();
        audit.write("one", "PUT organizations/{id}/module-set", organization, Map.of("modules", List.of("a\"b", 2)));
        audit.write("two", "POST tokens", null, Map.of());

        var found = audit.list(new ListQuery(
                50,
                Optional.empty(),
                Optional.empty(),
                Map.of("organization", organization.toString(), "createdAt.gte", "2020-01-01T00:00:00Z"),
                false));

        assertThat(found.items()).singleElement().satisfies(entry -> {
            assertThat(entry.tokenName()).isEqualTo("one");
            assertThat(entry.details()).hasToString("{\"modules\": [\"a\\\"b\", 2]}");
        });
        assertThat(catchThrowableOfType(
                                Problem.class,
                                () -> audit.list(new ListQuery(
                                        50, Optional.empty(), Optional.empty(), Map.of("organization", "x"), false)))
                        .slug())
                .isEqualTo("invalid-parameter");
    }
}
