package io.renoz.testing.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Tables;
import io.renoz.kernel.RecordChange;
import io.renoz.kernel.RecordChange.Kind;
import io.renoz.problem.Problem;
import io.renoz.testing.Organization;
import io.renoz.testing.TestPlatform;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import javax.persistence.OptimisticLockException;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.jupiter.api.Test;

class UnitIT {

    private static final TestPlatform PLATFORM = TestPlatform.shared();

    private final Organization mine = PLATFORM.organization();
    private final Tables tables = PLATFORM.tables("sample");

    private UUID make(String name) {
        return mine.call(() -> {
            var box = new Box();
            box.name = name;
            return tables.add(box).id();
        });
    }

    private Box read(UUID id) {
        return mine.read(() -> tables.require(Box.class, id));
    }

    private static List<RecordChange> told(UUID id) {
        return PLATFORM.audited().stream()
                .filter(change -> change.entityId().equals(id))
                .toList();
    }

    @Test
    void tellsARaceFromARefusalSoThatTheCallIsRepeated() {
        UUID id = make("raced");

        assertThatThrownBy(() -> mine.run(() -> {
                    tables.require(Box.class, id).name = "slow";
                    PLATFORM.transactions().apart(Call.current(), () -> tables.require(Box.class, id).name = "fast");
                }))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.slug()).isEqualTo("precondition-failed"))
                .hasCauseInstanceOf(OptimisticLockException.class);
        assertThat(read(id).name).isEqualTo("fast");
    }

    @Test
    void keepsWhatWasChangedWhenTheRowIsLockedAfterwards() {
        UUID id = make("before");

        mine.run(() -> {
            tables.lock(Box.class, id).name = "after";
            tables.lock(Box.class, id).price = new BigDecimal("2.00");
        });

        assertThat(read(id).name).isEqualTo("after");
        assertThat(read(id).price).isEqualTo("2.00");
    }

    @Test
    void readsALockedRowAnew() {
        UUID id = make("before");

        mine.run(() -> {
            assertThat(tables.require(Box.class, id).name).isEqualTo("before");
            PLATFORM.transactions().apart(Call.current(), () -> tables.require(Box.class, id).name = "theirs");
            assertThat(tables.lock(Box.class, id).name).isEqualTo("theirs");
        });
    }

    @Test
    void tellsApartRowsOfDifferentTablesThatHaveOneId() {
        UUID id = mine.call(() -> {
            var box = tables.add(new Box());
            tables.add(Thing.named(box.id(), box.id()));
            return box.id();
        });

        assertThat(told(id)).extracting(RecordChange::entityType).containsExactlyInAnyOrder("box", "thing");
        assertThat(told(id)).extracting(RecordChange::kind).containsOnly(Kind.CREATED);
    }

    @Test
    void tellsOfADeletedRowWhatItWasBefore() {
        UUID id = make("before");

        mine.run(() -> {
            Box box = tables.require(Box.class, id);
            box.name = "after";
            tables.remove(box);
        });

        RecordChange last = told(id).get(1);
        assertThat(last.kind()).isEqualTo(Kind.DELETED);
        assertThat(last.before()).containsEntry("name", "before").doesNotContainKey("deletedAt");
    }

    @Test
    void keepsTimesAndDatesInEveryZone() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("America/Sao_Paulo", "Australia/Lord_Howe", "UTC", "Pacific/Kiritimati")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                keeps("2018-11-04T00:00:00Z", "2018-11-04", "00:00");
                keeps("2026-04-04T15:15:00.123456Z", "2026-04-05", "02:15:30");
                keeps("2011-12-29T23:30:00Z", "2011-12-30", "23:59:59.123456");
                keeps("1583-03-01T00:00:00Z", "1583-03-01", "12:00");
                keeps("1999-12-31T23:59:59.999999Z", "0001-01-01", "12:00");
                keeps("9999-12-31T23:59:59Z", "9999-12-31", "12:00");
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private void keeps(String time, String date, String timeOfDay) {
        UUID id = mine.call(() -> {
            var box = new Box();
            box.name = TimeZone.getDefault().getID() + time;
            box.packedAt = Instant.parse(time);
            box.bestBefore = LocalDate.parse(date);
            box.opens = LocalTime.parse(timeOfDay);
            return tables.add(box).id();
        });

        Box box = read(id);
        assertThat(box.packedAt).isEqualTo(time);
        assertThat(box.bestBefore).isEqualTo(date);
        assertThat(box.opens).isEqualTo(timeOfDay);
        assertThat(stored(id)).isEqualTo(time.replace('T', ' ').replace("Z", "+00") + " | " + date + " | " + timeOfDay);
    }

    private String stored(UUID id) {
        return mine.read(() -> (String) tables.entities()
                .createNativeQuery("select (packed_at at time zone 'UTC') || '+00 | ' || best_before || ' | ' ||"
                        + " regexp_replace(opens::text, '^(..:..):00$', '\\1') from sample.boxes where id = ?")
                .setParameter(1, id)
                .getSingleResult());
    }

    @Test
    void failsAtOnceWhenItsConnectionBreaks() {
        UUID id = make("broken");
        long start = System.nanoTime();

        assertThatThrownBy(() -> mine.run(() -> {
                    kill(tables.entities()
                            .createNativeQuery("select pg_backend_pid()")
                            .getSingleResult());
                    tables.require(Box.class, id);
                }))
                .hasRootCauseInstanceOf(SQLException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(read(id).name).isEqualTo("broken");
    }

    private static void kill(Object server) {
        PLATFORM.transactions().apart(Call.system(Ids.next(), "test"), () -> {
            try (Connection connection = PLATFORM.databases().module("sample").getConnection();
                    var statement = connection.createStatement()) {
                return statement.execute("reset role; select pg_terminate_backend(" + server + ", 5000)");
            }
        });
    }

    @Test
    void sharesNoRowsBetweenTransactions() {
        mine.run(() -> tables.entities()
                .unwrap(ServerSession.class)
                .getDescriptors()
                .values()
                .forEach(entity -> assertThat(entity.isIsolated()).isTrue()));
    }
}
