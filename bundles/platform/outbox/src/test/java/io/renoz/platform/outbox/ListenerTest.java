package io.renoz.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
import io.renoz.event.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListenerTest {

    private final Listener listener = new Listener("settings.Webhooks", "settings");
    private final List<Occurrence> heard = new ArrayList<>();

    private static DomainEvent event(String name) {
        return new DomainEvent(name, "customer", UUID.randomUUID(), Map.of());
    }

    private EventListener of(boolean wants, String... events) {
        return new EventListener() {
            @Override
            public Set<String> events() {
                return Set.of(events);
            }

            @Override
            public boolean wants(DomainEvent event) {
                return wants;
            }

            @Override
            public void handle(DomainEvent event) {
                throw new IllegalStateException("This one wants to know which.");
            }

            @Override
            public void handle(Occurrence occurrence) {
                heard.add(occurrence);
            }
        };
    }

    private boolean hears(String event, String... patterns) {
        listener.arrive(of(true, patterns));
        return listener.hears(event("customers.customer." + event));
    }

    @Test
    void hearsWhatItsPatternsSay() {
        assertThat(hears("merged", "customers.customer.merged")).isTrue();
        assertThat(hears("created", "customers.customer.merged")).isFalse();
        assertThat(hears("created", "customers.*")).isTrue();
        assertThat(hears("created", "customers.cust.*")).isFalse();
        assertThat(hears("created", "*")).isTrue();
        assertThat(hears("deleted", "*.deleted")).isTrue();
        assertThat(hears("undeleted", "*.deleted")).isFalse();
        assertThat(hears("created")).isFalse();
    }

    @Test
    void asksWhetherTheOrganizationHasAUseForIt() {
        listener.arrive(of(false, "*"));

        assertThat(listener.hears(event("customers.customer.merged"))).isFalse();
    }

    @Test
    void missesNothingWhileItIsReplaced() {
        EventListener leaving = of(false, "*");
        listener.arrive(leaving);
        listener.leave(leaving);

        assertThat(listener.hears(event("customers.customer.merged"))).isTrue();
    }

    @Test
    void isToldWhichEventItIs() {
        listener.arrive(of(true, "*"));
        var occurrence = new Occurrence(UUID.randomUUID(), Instant.EPOCH, event("customers.customer.merged"));
        listener.handle(occurrence);

        assertThat(heard).containsExactly(occurrence);
    }
}
