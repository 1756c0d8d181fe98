package io.renoz.testing.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.data.Patch;
import io.renoz.data.Request;
import io.renoz.data.Rows;
import io.renoz.testing.Measured;
import io.renoz.testing.sample.Box.Input;
import io.renoz.testing.sample.Box.ThingInput;
import io.renoz.testing.sample.Box.ThingView;
import io.renoz.testing.sample.Box.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What each verb costs: begin and tenant together, the operation's own statements, commit. Audit and outbox come on top. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripsIT {

    private final Call call = Call.system(Ids.next(), "test");
    private final List<String> figures = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Measured platform;

    @SuppressWarnings("NullAway.Init")
    private Rows<Box, Input, View> boxes;

    @BeforeAll
    void open() throws Exception {
        platform = new Measured("sample");
        boxes = platform.tables().of(Box.class).sort("name").byName(Input.class, View.class);
        UUID first = make(bare());
        platform.roundTrips(call, () -> boxes.get(first)); // the driver asks for types it does not know, once
    }

    @AfterAll
    void close() throws Exception {
        System.err.println(String.join("\n", figures));
        platform.close();
    }

    private static Input bare() {
        return Input.of("box " + Ids.next());
    }

    private UUID make(Input input) {
        var id = new ArrayList<UUID>();
        platform.roundTrips(
                call, () -> id.add(boxes.createAll(List.of(input)).get(0).id()));
        return id.get(0);
    }

    private int count(String what, Call as, Callable<?> work) {
        int trips = platform.roundTrips(as, work);
        figures.add(String.format(Locale.ROOT, "%-20s %3d round trips", what, trips));
        return trips;
    }

    private Call ifMatch() {
        var request = new Request(Ids.next(), Optional.of("*"), Optional.empty(), Optional.empty());
        return new Call(call.organization(), call.actor(), call.permissions(), request, false);
    }

    private static Patch<Input> rename() {
        return new Patch<>() {
            @Override
            public Input onto(Input current) {
                return new Input(
                        "renamed " + Ids.next(),
                        current.kind(),
                        current.price(),
                        current.packedAt(),
                        current.labels(),
                        current.extra(),
                        current.pin(),
                        current.phone(),
                        current.things());
            }

            @Override
            public boolean mentions(String field) {
                return true;
            }
        };
    }

    @Test
    void ofReading() {
        UUID id = make(Input.of("read " + Ids.next(), new ThingInput(null, "a", 1)));

        assertThat(count("get, with parts", call.reading(), () -> boxes.get(id)))
                .isEqualTo(4);
        assertThat(count("list, with parts", call.reading(), () -> boxes.list(ListQuery.first(50))))
                .isEqualTo(4);
    }

    @Test
    void ofWriting() {
        UUID id = make(bare());

        assertThat(count("create", call, () -> boxes.createAll(List.of(bare()))))
                .isEqualTo(3);
        assertThat(count(
                        "create, with parts",
                        call,
                        () -> boxes.createAll(List.of(Input.of(
                                "p " + Ids.next(), new ThingInput(null, "a", 1), new ThingInput(null, "b", 1))))))
                .isEqualTo(4);
        assertThat(count("update", ifMatch(), () -> boxes.update(id, rename()))).isEqualTo(5);
        assertThat(count("delete", call, () -> {
                    boxes.delete(id);
                    return id;
                }))
                .isLessThanOrEqualTo(5);
    }

    @Test
    void ofLocking() {
        var parts = new ArrayList<ThingView>();
        platform.roundTrips(
                call,
                () -> parts.addAll(
                        boxes.createAll(List.of(Input.of("locked " + Ids.next(), new ThingInput(null, "a", 1))))
                                .get(0)
                                .things()));
        UUID part = parts.get(0).id();

        assertThat(count("lock", call, () -> platform.tables().lock(Thing.class, part)))
                .isEqualTo(3);
    }

    @Test
    void ofAThousandRowsAtOnce() {
        List<Input> many = IntStream.range(0, 1000).mapToObj(i -> bare()).toList();

        int trips = platform.roundTrips(call, () -> boxes.createAll(many));
        figures.add(String.format(Locale.ROOT, "%-20s %3d round trips", "create 1,000", trips));

        assertThat(trips).isLessThanOrEqualTo(6);
    }
}
