package io.renoz.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Request;
import io.renoz.platform.data.Standalone;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionsIT {

    private static final TestPlatform PLATFORM = TestPlatform.shared();

    private final Standalone narrow = PLATFORM.another(variables("RENOZ_DB_CONNECTIONS", "1"));

    private static Map<String, String> variables(String name, String value) {
        var variables = new HashMap<>(PLATFORM.environment());
        variables.put(name, value);
        return variables;
    }

    @AfterEach
    void close() throws SQLException {
        narrow.close();
    }

    private static Call call(@Nullable UUID organization) {
        return new Call(organization, Actor.system("test"), Set.of("*"), Request.none(Ids.next()), false);
    }

    private String ask(Call call, String sql) {
        return narrow.transactions().run(call, () -> {
            try (Connection connection = narrow.databases().module("sample").getConnection()) {
                return one(connection, sql);
            }
        });
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var rows = statement.getResultSet();
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    @Test
    void areNotLostWithTheServersThatDieUnderTransactions() {
        Call mine = call(Ids.next());
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> ask(mine, "reset role; select pg_terminate_backend(pg_backend_pid())"))
                    .hasStackTraceContaining("terminating connection due to administrator command");
        }

        assertThat(ask(mine, "select 'alive'")).isEqualTo("alive");
    }

    @Test
    void tellOfACommitThatFoundNoServer() {
        Call mine = call(Ids.next());

        assertThatThrownBy(() -> narrow.transactions().run(mine, () -> {
                    try (Connection connection =
                            narrow.databases().module("sample").getConnection()) {
                        kill(one(connection, "select pg_backend_pid()"));
                    }
                    return "done";
                }))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(ask(mine, "select 'alive'")).isEqualTo("alive");
    }

    @Test
    void areThereForANestedTransactionWhenAllOthersAreInUse() {
        Call mine = call(Ids.next());

        String nested = narrow.transactions().run(mine, () -> {
            try (Connection connection = narrow.databases().module("sample").getConnection()) {
                one(connection, "select 1");
                return narrow.transactions().apart(mine, () -> {
                    try (Connection other = narrow.databases().module("sample").getConnection()) {
                        return one(other, "select 'numbered'");
                    }
                });
            }
        });

        assertThat(nested).isEqualTo("numbered");
    }

    private static void kill(String server) {
        PLATFORM.transactions().apart(call(null), () -> {
            try (Connection connection = PLATFORM.databases().module("sample").getConnection()) {
                return one(connection, "reset role; select pg_terminate_backend(" + server + ", 5000)");
            }
        });
    }

    @Test
    void forgetTheOrganizationOfTheBorrowerBefore() {
        UUID organization = Ids.next();
        ask(call(organization), "set app.organization_id = '" + organization + "'");

        assertThat(ask(call(null), "select current_setting('app.organization_id', true)"))
                .isEmpty();
    }

    @Test
    void showNothingOutsideATransactionWhateverTheBorrowerBeforeHasSet() throws SQLException {
        UUID organization = Ids.next();
        ask(call(organization), "set app.organization_id = '" + organization + "'; set role renoz_m_sample");

        try (Connection connection = narrow.databases().module("sample").getConnection()) {
            assertThat(one(connection, "select current_setting('app.organization_id', true)"))
                    .isEmpty();
            assertThat(one(connection, "select current_user")).isEqualTo("renoz_app");
        }
    }

    @Test
    void keepTheRoleOfTheirModuleAfterGoingBackToASavepoint() {
        String role = narrow.transactions().run(call(Ids.next()), () -> {
            try (Connection sample = narrow.databases().module("sample").getConnection();
                    Connection platform = narrow.databases().module("platform").getConnection()) {
                Savepoint before = sample.setSavepoint();
                assertThat(one(platform, "select current_user")).isEqualTo("renoz_m_platform");
                sample.rollback(before);
                return one(platform, "select current_user");
            }
        });

        assertThat(role).isEqualTo("renoz_m_platform");
    }

    @Test
    void waitForNothingForEver() {
        Call mine = call(Ids.next());

        assertThat(ask(mine, "show statement_timeout")).isNotEqualTo("0");
        assertThat(ask(mine, "show lock_timeout")).isNotEqualTo("0");
        assertThat(ask(mine, "show idle_in_transaction_session_timeout")).isNotEqualTo("0");
    }
}
