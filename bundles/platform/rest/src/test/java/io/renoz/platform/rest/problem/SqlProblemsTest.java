package io.renoz.platform.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.problem.Problem;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class SqlProblemsTest {

    private static Problem of(Throwable thrown, String... fields) {
        return SqlProblems.of(thrown, new Asked(false, Set.of(fields), false)).orElseThrow();
    }

    /** An error as the server sends it. */
    private static PSQLException refused(String state, String table, String constraint, String column) {
        return new PSQLException(new ServerErrorMessage(
                "SERROR\0C" + state + "\0Mrefused\0t" + table + "\0n" + constraint + "\0c" + column + "\0"));
    }

    @ParameterizedTest
    @CsvSource({
        "23505,409,duplicate-value",
        "23514,422,validation-failed",
        "23502,422,validation-failed",
        "22001,422,validation-failed",
        "22003,422,validation-failed",
        "22021,422,validation-failed",
        "22008,422,validation-failed",
        "57014,503,unavailable",
        "57P01,503,unavailable",
        "08006,503,unavailable",
        "53300,503,unavailable",
        "40P01,503,unavailable"
    })
    void saysItInTheWordsOfTheApi(String state, int status, String slug) {
        Problem problem = of(new IllegalStateException(new SQLException("x", state)));

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.slug()).isEqualTo(slug);
    }

    @Test
    void namesTheFieldThatIsTaken() {
        Problem problem = of(refused("23505", "customers", "customers_customer_code_key", ""), "customerCode");

        assertThat(problem.errors().get(0).pointer()).isEqualTo("/customerCode");
        assertThat(problem.detail()).isEqualTo("Another record has this customer code already.");
    }

    @Test
    void namesTheLastFieldOfAKeyOverSeveralColumns() {
        var twice = refused("23505", "customer_tags", "customer_tags_customer_id_tag_id_key", "");

        assertThat(of(twice, "tagId", "id", "notes").errors().get(0).pointer()).isEqualTo("/tagId");
        assertThat(of(twice, "tagId").detail()).isEqualTo("Another record has this tag id already.");
    }

    @Test
    void pointsAtNothingThatWasNotSent() {
        var twice = refused("23505", "customer_tags", "customer_tags_customer_id_tag_id_key", "");

        assertThat(of(twice, "id", "notes").errors()).isEmpty();
        assertThat(of(twice, "id").detail()).isEqualTo("Another record has this value already.");
        assertThat(of(refused("23503", "users", "users_user_id_fkey", ""), "name")
                        .errors())
                .isEmpty();
    }

    @Test
    void saysOfManyWhatButNotWhich() {
        var taken = refused("23505", "tags", "tags_name_key", "");

        Problem problem =
                SqlProblems.of(taken, new Asked(false, Set.of("name"), true)).orElseThrow();

        assertThat(problem.detail()).isEqualTo("Another record has this name already.");
        assertThat(problem.errors()).isEmpty();
    }

    @Test
    void leavesTheOrganizationOutOfNames() {
        Problem problem =
                of(refused("23503", "orders", "orders_organization_id_customer_id_fkey", ""), "customerId", "id");

        assertThat(problem.slug()).isEqualTo("validation-failed");
        assertThat(problem.errors().get(0).pointer()).isEqualTo("/customerId");
    }

    @Test
    void tellsWhichSideOfAReferenceFails() {
        var referred = refused("23503", "orders", "orders_customer_id_fkey", "");

        assertThat(SqlProblems.of(referred, new Asked(true, Set.of(), false))
                        .orElseThrow()
                        .slug())
                .isEqualTo("reference-in-use");
        assertThat(of(new SQLException("update or delete on table \"customers\" violates ...", "23503"))
                        .slug())
                .isEqualTo("reference-in-use");
    }

    @Test
    void looksIntoBatchesAndWrappers() {
        var batch = new BatchUpdateException("batch", "23502", new int[0]);
        batch.setNextException(refused("23502", "customers", "", "legal_name"));

        assertThat(of(new RuntimeException(batch), "legalName").errors().get(0).pointer())
                .isEqualTo("/legalName");
    }

    @Test
    void hasNoOpinionOnFaultsOfOurs() {
        assertThat(SqlProblems.of(new SQLException("permission denied", "42501"), Asked.nothing()))
                .isEmpty();
        assertThat(SqlProblems.of(new IllegalStateException("x"), Asked.nothing()))
                .isEmpty();
    }

    @Test
    void knowsWhatIsWorthAnotherAttempt() {
        assertThat(SqlProblems.transientFault(new RuntimeException(new SQLException("x", "40001"))))
                .isTrue();
        assertThat(SqlProblems.transientFault(new SQLException("x", "23505"))).isFalse();
    }
}
