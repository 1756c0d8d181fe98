package io.renoz.activities.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.activities.api.ActivityFilter;
import io.renoz.activities.api.ActivityView;
import io.renoz.activities.feed.Feed;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import io.renoz.module.Partners;
import io.renoz.settings.api.SettingsReader;
import io.renoz.testing.Organization;
import io.renoz.testing.TestPlatform;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RetentionIT {

    private static final TestPlatform PLATFORM = TestPlatform.shared();
    private static final DataSource DATABASE = PLATFORM.databases().module("activities");

    private final Organization acme = PLATFORM.organization();
    private final Feed feed = new Feed(DATABASE, always(ModuleGate.class, Set.of("activities", "orders")));

    /** Whatever it is asked, it gives the same answer. */
    private static <T> T always(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    private static Retention keeping(int days) {
        var partners = always(Partners.class, Optional.of(always(SettingsReader.class, days)));
        var trail = new Trail(DATABASE, always(Modules.class, Optional.of("every name is a module")));
        return new Retention(DATABASE, partners, trail, Clock.systemUTC());
    }

    private void old(int days) {
        acme.sql(
                "activities",
                "insert into activities.activities (module, entity_type, entity_id, action, created_at)"
                        + " values ('orders', 'order', ?, 'created', now() - make_interval(days => ?))",
                UUID.randomUUID(),
                days);
    }

    private List<ActivityView> log(String module) {
        var entries = new ArrayList<ActivityView>();
        var filter = new ActivityFilter(module, null, null, null, null, null, null, null);
        acme.read(() -> {
            feed.stream(filter, entries::add);
            return true;
        });
        return entries;
    }

    @Test
    @DisplayName("ACT-11: what is older than the organization wants, and than seven years, goes at night and is told")
    void removesWhatIsPastItsTime() {
        old(4000);
        old(2999);
        old(2558);
        old(2556);

        assertThat(acme.call(() -> keeping(3000).run(Optional.empty()))).isEmpty();
        assertThat(log("orders")).hasSize(3);
        assertThat(log("activities")).singleElement().satisfies(told -> {
            assertThat(told.event()).isEqualTo("activities.activity.expired");
            assertThat(told.recordCount()).isEqualTo(1);
            assertThat(told.actorType()).isEqualTo("system");
            assertThat(String.valueOf(told.metadata())).contains("from", "until");
        });

        acme.call(() -> keeping(30).run(Optional.empty()));
        assertThat(log("orders")).hasSize(1);
        acme.call(() -> keeping(30).run(Optional.empty()));
        assertThat(log("activities")).extracting(ActivityView::recordCount).containsExactly(1, 2);
    }

    @Test
    @DisplayName("ACT-11: nothing else removes an entry")
    void isAloneInThat() {
        old(4000);

        assertThatThrownBy(() -> acme.sql("activities", "delete from activities.activities"))
                .hasStackTraceContaining("permission denied");
    }
}
