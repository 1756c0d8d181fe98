package io.renoz.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KarafBaseTest {

    private Path built;
    private Home home;
    private KarafBase base;

    @BeforeEach
    void build(@TempDir Path folder) throws IOException {
        built = folder.resolve("built");
        for (String name : new String[] {"etc", "system", "lib"}) {
            Files.createDirectories(built.resolve(name));
        }
        Files.writeString(built.resolve("etc/users.properties"), "# nobody\n");
        Files.writeString(built.resolve("system/a.jar"), "one");
        home = new Home(folder.resolve("home"));
        home.prepare();
        base = new KarafBase(home, built);
    }

    @Test
    void isStaleUntilUnpackedAndAgainAfterABuild() throws IOException {
        assertThat(base.isStale()).isTrue();
        base.unpack();
        assertThat(base.isStale()).isFalse();

        Files.writeString(built.resolve("system/a.jar"), "another");

        assertThat(base.isStale()).isTrue();
    }

    @Test
    void dropsTheBundleCacheOfTheOldDistribution() throws IOException {
        Path cached = Files.createDirectories(base.data().resolve("cache/bundle1"));

        base.unpack();

        assertThat(cached).doesNotExist();
        assertThat(home.distribution().resolve("system/a.jar")).hasContent("one");
    }

    @Test
    void givesTheShellOneUserWithThePasswordOfTheFile() throws IOException {
        base.unpack();

        base.lay();
        base.lay();

        String password = Files.readString(home.shellPassword()).strip();
        assertThat(base.etc().resolve("users.properties"))
                .content()
                .startsWith("karaf = " + password + ",_g_:admingroup\n_g_\\:admingroup = ");
    }
}
