package io.renoz.activities.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.AuditEntry;
import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Request;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import io.renoz.problem.Problem;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrailTest {

    private static final Modules NONE = new Modules() {
        @Override
        public Collection<ModuleDescriptor> all() {
            return List.of();
        }

        @Override
        public Optional<ModuleDescriptor> find(String name) {
            return Optional.empty();
        }
    };

    /** A database that refuses every connection. */
    private static final DataSource BROKEN = (DataSource) Proxy.newProxyInstance(
            TrailTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                throw new SQLException("no database");
            });

    private static final AuditEntry ENTRY = AuditEntry.of("nowhere", "thing", UUID.randomUUID(), Action.CREATED);

    @Test
    @DisplayName("ACT-06: a type of a module that is not installed is refused")
    void refusesTypesOfUnknownModules() {
        Problem refusal = catchThrowableOfType(Problem.class, () -> new Trail(BROKEN, NONE).record(ENTRY));

        assertThat(refusal.slug()).isEqualTo("unknown-entity-type");
    }

    @Test
    @DisplayName("ACT-02: an entry that cannot be written fails the work it tells of")
    void failsWhenTheLogCannotBeWritten() {
        var call = new Call(UUID.randomUUID(), Actor.system("test"), Set.of(), Request.none(UUID.randomUUID()), false);

        assertThatThrownBy(() -> call.run(() -> {
                    Entries.write(BROKEN, Call.tenant(), List.of(Entry.of(call, ENTRY, 1)));
                    return "written";
                }))
                .isInstanceOf(IllegalStateException.class);
    }
}
