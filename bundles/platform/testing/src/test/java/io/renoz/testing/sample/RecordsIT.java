package io.renoz.testing.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.kernel.RecordChange;
import io.renoz.problem.Problem;
import io.renoz.testing.Organization;
import io.renoz.testing.TestPlatform;
import io.renoz.testing.sample.Box.Input;
import io.renoz.testing.sample.Box.ThingInput;
import io.renoz.testing.sample.Box.ThingView;
import io.renoz.testing.sample.Box.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordsIT {

    private static final TestPlatform PLATFORM = TestPlatform.shared();

    private final Organization mine = PLATFORM.organization();
    private final Organization theirs = PLATFORM.organization();
    private final Tables tables = PLATFORM.tables("sample");
    private final Rows<Box, Input, View> boxes = tables.of(Box.class)
            .filter("name", "kind", "price", "createdAt")
            .search("name")
            .sort("name", "-createdAt", "price")
            .byName(Input.class, View.class);

    private View make(String name, ThingInput... things) {
        return mine.call(() -> boxes.createAll(List.of(Input.of(name, things))).get(0));
    }

    private static Patch<Input> patch(UnaryOperator<Input> change) {
        return new Patch<>() {
            @Override
            public Input onto(Input current) {
                return change.apply(current);
            }

            @Override
            public boolean mentions(String field) {
                return true;
            }
        };
    }

    private static ThingInput thing(String name) {
        return new ThingInput(null, name, 1);
    }

    @Test
    void keepEveryTypeAsItWas() {
        View made = make("types", thing("one"), thing("two"));

        View read = mine.read(() -> boxes.get(made.id()));

        assertThat(read).isEqualTo(made);
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.labels()).containsExactly("a\"b", "c,d");
        assertThat(read.things()).extracting(ThingView::name).containsExactly("one", "two");
    }

    @Test
    void areUnknownToAnotherOrganization() {
        View made = make("secret");

        assertThatThrownBy(() -> theirs.read(() -> boxes.get(made.id()))).isInstanceOf(Problem.class);
        assertThat(theirs.read(() -> boxes.list(ListQuery.first(10))).items()).isEmpty();
        assertThatThrownBy(() -> theirs.ifMatch(1).call(() -> boxes.update(made.id(), patch(i -> i))))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.slug()).isEqualTo("not-found"));
    }

    @Test
    void updateUnderTheRightVersionOnly() {
        View made = make("versions");

        View changed = mine.ifMatch(1).call(() -> boxes.update(made.id(), patch(i -> i.with("other"))));

        assertThat(changed.version()).isEqualTo(2);
        assertThatThrownBy(() -> mine.ifMatch(1).call(() -> boxes.update(made.id(), patch(i -> i.with("third")))))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(412));
        assertThatThrownBy(() -> mine.call(() -> boxes.update(made.id(), patch(i -> i.with("third")))))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(428));
    }

    @Test
    void raiseTheirVersionWhenOnlyPartsChange() {
        View made = make("parts", thing("stays"), thing("goes"));
        UUID stays = made.things().get(0).id();

        View changed = mine.ifMatch(1)
                .call(() -> boxes.update(
                        made.id(), patch(i -> i.with("parts", new ThingInput(stays, "renamed", 3), thing("new")))));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.things()).extracting(ThingView::name).containsExactly("renamed", "new");
        assertThat(changed.things().get(0).id()).isEqualTo(stays);
        assertThat(mine.read(() -> boxes.get(made.id()))).isEqualTo(changed);
    }

    @Test
    void loseAPartThatIsRemovedByItself() {
        View made = make("lost", thing("stays"), thing("goes"));
        UUID goes = made.things().get(1).id();

        mine.run(() -> {
            assertThat(tables.require(Box.class, made.id()).things).hasSize(2);
            tables.remove(tables.require(Thing.class, goes));
        });

        assertThat(mine.read(() -> boxes.get(made.id())).things())
                .extracting(ThingView::name)
                .containsExactly("stays");
    }

    @Test
    void showTheirPartsAsTheyAreOnceLocked() {
        View made = make("locked", thing("old"));

        mine.run(() -> {
            assertThat(tables.require(Box.class, made.id()).things).hasSize(1);
            beside(() -> {
                Box same = tables.lock(Box.class, made.id());
                same.things.add(new Thing(made.id(), "new"));
                same.touch();
            });

            Box box = tables.lock(Box.class, made.id());

            assertThat(box.things).extracting(thing -> thing.name).containsExactly("old", "new");
            box.things.add(new Thing(made.id(), "newest"));
            box.touch();
        });
        assertThat(mine.read(() -> boxes.get(made.id())).things())
                .extracting(ThingView::name)
                .containsExactly("old", "new", "newest");
    }

    @Test
    void keepThePartsOfAllWhoChangeThemAtOnce() throws Exception {
        View made = make("crowded");
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> adding = IntStream.range(0, 20)
                    .<Callable<Boolean>>mapToObj(i -> () -> mine.call(() -> {
                        Box box = tables.lock(Box.class, made.id());
                        box.touch();
                        return box.things.add(new Thing(made.id(), "thing " + box.things.size()));
                    }))
                    .toList();
            for (var done : threads.invokeAll(adding)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }

        View now = mine.read(() -> boxes.get(made.id()));
        assertThat(now.things())
                .extracting(ThingView::name)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "thing " + i).toList());
        assertThat(now.version()).isEqualTo(21);
    }

    /** What somebody else does meanwhile. */
    private void beside(Runnable work) {
        PLATFORM.transactions().apart(Call.current(), () -> {
            work.run();
            return true;
        });
    }

    @Test
    void areStoredByTheThousandInFewStatements() {
        var inputs = IntStream.range(0, 1000)
                .mapToObj(i -> Input.of("many" + i, thing("a"), thing("b")))
                .toList();
        long before = PLATFORM.statements();

        mine.run(() -> boxes.createAll(inputs));

        assertThat(PLATFORM.statements() - before).isBetween(1L, 10L);
    }

    @Test
    void staySameWhenAPatchChangesNothing() {
        View made = make("same", thing("a"));

        View again = mine.ifMatch(1).call(() -> boxes.update(made.id(), patch(i -> i)));

        assertThat(again).isEqualTo(made);
    }

    @Test
    void comeInPagesThatMissNothing() {
        var inputs = IntStream.range(0, 25)
                .mapToObj(i -> Input.of("box" + i % 7 + "-" + i, thing("t" + i)))
                .toList();
        mine.run(() -> boxes.createAll(inputs));

        for (String sort : List.of("name", "-name", "price,-createdAt", "-price")) {
            assertThat(walk(sort)).hasSize(25).doesNotHaveDuplicates();
        }
        Page<View> page = mine.read(
                () -> boxes.list(new ListQuery(5, Optional.empty(), Optional.empty(), Map.of("kind", "big"), true)));
        assertThat(page.total()).isEqualTo(25);
        assertThat(page.items()).allSatisfy(box -> assertThat(box.things()).hasSize(1));
    }

    private List<UUID> walk(String sort) {
        var seen = new ArrayList<UUID>();
        Optional<String> cursor = Optional.empty();
        do {
            var query = new ListQuery(4, cursor, Optional.of(sort), Map.of(), false);
            Page<View> page = mine.read(() -> boxes.list(query));
            page.items().forEach(box -> seen.add(box.id()));
            cursor = Optional.ofNullable(page.next());
        } while (cursor.isPresent());
        return seen;
    }

    @Test
    void areFoundByFiltersAndWords() {
        make("Green Valley 100%");
        make("greenhouse");
        make("Blue");

        assertThat(names(Map.of("search", "green"))).containsExactlyInAnyOrder("Green Valley 100%", "greenhouse");
        assertThat(names(Map.of("search", "val GREEN"))).containsExactly("Green Valley 100%");
        assertThat(names(Map.of("search", "100%"))).containsExactly("Green Valley 100%");
        assertThat(names(Map.of("name.in", "Blue,greenhouse"))).hasSize(2);
        assertThat(names(Map.of("price.gt", "1.49", "price.lte", "1.5"))).hasSize(3);
        assertThat(names(Map.of("createdAt.gt", "2999-01-01T00:00:00Z"))).isEmpty();
        assertThatThrownBy(() -> names(Map.of("pin", "1234")))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.slug()).isEqualTo("invalid-parameter"));
        assertThatThrownBy(() -> names(Map.of("name.gt", "x"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> names(Map.of("price", "x"))).isInstanceOf(Problem.class);
    }

    @Test
    void showNoMoreThanTheCollectionMeans() {
        make("Green");
        make("Blue");
        Rows<Box, Input, View> green = tables.of(Box.class)
                .only("e.name = 'Green' or e.name = 'Lime'")
                .filter("name")
                .byName(Input.class, View.class);

        var all = new ListQuery(10, Optional.empty(), Optional.empty(), Map.of(), true);
        assertThat(mine.read(() -> green.list(all)).items())
                .extracting(View::name)
                .containsExactly("Green");
        assertThat(mine.read(() -> green.list(all)).total()).isEqualTo(1);
        var blue = new ListQuery(10, Optional.empty(), Optional.empty(), Map.of("name", "Blue"), false);
        assertThat(mine.read(() -> green.list(blue)).items()).isEmpty();
        assertThat(green.offer().filters()).containsOnlyKeys("name");
    }

    private List<String> names(Map<String, String> filters) {
        var query = new ListQuery(10, Optional.empty(), Optional.empty(), filters, false);
        return mine.read(() -> boxes.list(query)).items().stream()
                .map(View::name)
                .toList();
    }

    @Test
    void stayOutOfSightWhenDeleted() {
        View made = make("gone");
        mine.run(() -> boxes.delete(made.id()));

        assertThatThrownBy(() -> mine.read(() -> boxes.get(made.id()))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> mine.run(() -> boxes.delete(made.id()))).isInstanceOf(Problem.class);
        assertThat(names(Map.of())).isEmpty();
        assertThat(make("gone").id()).isNotEqualTo(made.id());
    }

    @Test
    void tellTheAuditLogWhatChangedAndNoSecret() {
        View made = make("told", thing("part"));
        mine.ifMatch(1).run(() -> boxes.update(made.id(), patch(i -> i.with("renamed", thing("other")))));

        List<RecordChange> told = PLATFORM.audited().stream()
                .filter(change -> change.entityId().equals(made.id()))
                .toList();
        assertThat(told).hasSize(2);
        assertThat(told.get(0).after())
                .containsEntry("phone", "***")
                .containsEntry("kind", "big")
                .doesNotContainKey("pin");
        assertThat(told.get(1).before()).isEqualTo(Map.of("name", "told"));
        assertThat(told.get(1).after()).isEqualTo(Map.of("name", "renamed"));
        assertThat(PLATFORM.audited().stream().filter(change -> made.id().equals(change.parentId())))
                .extracting(RecordChange::kind)
                .containsExactlyInAnyOrder(
                        RecordChange.Kind.CREATED, RecordChange.Kind.CREATED, RecordChange.Kind.DELETED);
        assertThat(PLATFORM.published().stream().filter(e -> e.aggregateId().equals(made.id())))
                .extracting(e -> e.name())
                .containsExactly("sample.box.created", "sample.box.updated");
    }

    @Test
    void tellNothingOfWhatWasRolledBack() {
        int before = PLATFORM.audited().size();

        assertThatThrownBy(() -> mine.run(() -> {
                    boxes.createAll(List.of(Input.of("never")));
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(PLATFORM.audited()).hasSize(before);
        assertThat(names(Map.of())).isEmpty();
    }

    @Test
    void cannotBeWrittenWhileReading() {
        assertThatThrownBy(() -> mine.read(() -> boxes.createAll(List.of(Input.of("x")))))
                .isInstanceOf(RuntimeException.class);
    }
}
