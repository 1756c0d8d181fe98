package io.renoz.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @Test
    void makesItsFolders(@TempDir Path folder) {
        Home home = new Home(folder.resolve("a/b"));

        home.prepare();

        assertThat(home.deploy()).isDirectory();
        assertThat(home.log()).isDirectory();
    }

    @Test
    void refusesAPlaceThatCannotBeWritten(@TempDir Path folder) throws IOException {
        Home home = new Home(Files.createFile(folder.resolve("file")).resolve("home"));

        assertThatThrownBy(home::prepare).isInstanceOf(Refusal.class).hasMessageContaining("cannot be written");
    }

    @Test
    void refusesAFullDisk(@TempDir Path folder) {
        Home home = new Home(folder);

        assertThatThrownBy(() -> home.requireRoom((300L << 20) - 1))
                .hasMessageContaining("Only 299 MB are free under " + folder);
        assertThatCode(() -> home.requireRoom(300L << 20)).doesNotThrowAnyException();
    }

    @Test
    void comesUpAgainWithLessRoomThanTheFirstStartTakes(@TempDir Path folder) throws IOException {
        Home home = new Home(folder);
        Files.createDirectories(home.data());
        Files.createDirectories(home.distribution());

        assertThatCode(() -> home.requireRoom(50L << 20)).doesNotThrowAnyException();
        assertThatThrownBy(() -> home.requireRoom((50L << 20) - 1)).hasMessageContaining("needs 50 MB");
    }

    @Test
    void refusesDataOfAnotherMajorVersion(@TempDir Path folder) throws IOException {
        Home home = new Home(folder);
        Files.createDirectories(home.data());
        Files.writeString(home.data().resolve("PG_VERSION"), "15\n");

        assertThatThrownBy(new EmbeddedDatabase(home)::requireStartable)
                .hasMessageContaining("was written by PostgreSQL 15 and this distribution runs 18");
    }

    @Test
    void refusesDataWithoutItsPasswords(@TempDir Path folder) throws IOException {
        Home home = new Home(folder);
        Files.createDirectories(home.data());

        assertThatThrownBy(new EmbeddedDatabase(home)::requireStartable).hasMessageContaining("db.env");
    }
}
