package io.renoz.platform.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.kernel.ChainLink.LinkState;
import io.renoz.platform.migrations.Lineup.Place;
import org.junit.jupiter.api.Test;

class LineupTest {

    private final Lineup lineup = new Lineup();

    private Place arrives(String name, String... requires) {
        return lineup.arrive(Sources.module(name, requires), Sources.changelog(name));
    }

    private LinkState stateOf(String name) {
        return lineup.stateOf(Sources.module(name));
    }

    @Test
    void letsAModulePassOnlyAfterThoseItRequires() {
        arrives("customers", "users");
        Place users = arrives("users");

        assertThat(lineup.next()).contains(users);
        assertThat(lineup.next()).isEmpty();
        assertThat(stateOf("customers").reason()).isEqualTo("It waits for the schema of users.");
        lineup.migrated(users);

        assertThat(lineup.next()).map(place -> place.module().name()).contains("customers");
    }

    @Test
    void waitsForARequiredModuleThatIsNotThere() {
        arrives("customers", "users");

        assertThat(lineup.next()).isEmpty();
    }

    @Test
    void holdsNobodyUpForAModuleThatIsBeingReplaced() {
        Place users = arrives("users");
        lineup.next();
        lineup.migrated(users);
        lineup.leave(users);
        Place customers = arrives("customers", "users");

        assertThat(lineup.next()).contains(customers);
    }

    @Test
    void waitsForTheNewVersionOfARequiredModuleOnceItIsThere() {
        Place old = arrives("users");
        lineup.next();
        lineup.migrated(old);
        lineup.leave(old);
        Place users = arrives("users");
        arrives("customers", "users");

        assertThat(lineup.next()).contains(users);
        assertThat(lineup.next()).isEmpty();
    }

    @Test
    void keepsTheReasonOfAFailureAndGoesOnWithTheOthers() {
        Place broken = arrives("broken");
        Place other = arrives("other");
        lineup.next();
        lineup.failed(broken, "Nothing fits.");

        assertThat(stateOf("broken")).isEqualTo(LinkState.broken("Nothing fits."));
        assertThat(lineup.next()).contains(other);
        assertThat(lineup.next()).isEmpty();
    }

    @Test
    void triesAgainWhatCouldNotBeTried() {
        Place users = arrives("users");
        lineup.next();
        lineup.again(users, "The database cannot be reached.");

        assertThat(stateOf("users")).isEqualTo(LinkState.waits("The database cannot be reached."));
        assertThat(lineup.next()).contains(users);
    }

    @Test
    void standsOnlyWhenMigrated() {
        assertThat(stateOf("users").reason()).isEqualTo("Its bundle is not started.");
        Place users = arrives("users");
        lineup.next();
        assertThat(stateOf("users")).isEqualTo(LinkState.waits("Its schema is being migrated."));

        lineup.migrated(users);

        assertThat(stateOf("users")).isEqualTo(LinkState.stands());
    }
}
