package io.renoz.platform.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class DeployFolderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    Path folder;

    private final List<String> acts = new ArrayList<>();
    private Path vanishing = Path.of("none");
    private final Set<String> installed = new TreeSet<>();

    /** Files say in their text what they hold: a module, its version, and whether it is bad. */
    private final Deployments deployments = new Deployments() {
        @Override
        public Offer look(Path file) throws IOException {
            if (vanishing.equals(file)) {
                Files.delete(file);
            }
            String[] words = Files.readString(file).split(" ", -1);
            if (words.length < 2) {
                throw Problem.of("unreadable-file", "It is no zip.");
            }
            return new Offer(words[0], new Version(words[1]));
        }

        @Override
        public void deploy(Path file) throws IOException {
            String text = Files.readString(file);
            if (text.endsWith("bad")) {
                throw Problem.of("isolation-refused", "Table petty_cash.sums has no forced row level security.");
            }
            acts.add("+" + text);
            installed.add(text.split(" ", -1)[0]);
        }

        @Override
        public Set<String> deployed() {
            return installed;
        }

        @Override
        public void remove(String module) {
            acts.add("-" + module);
            installed.remove(module);
        }
    };

    private DeployFolder watched() {
        return new DeployFolder(folder, deployments);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static void look(DeployFolder watched, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            watched.look();
        }
    }

    @Test
    void takesAFileWhenItHasStoppedGrowing() throws Exception {
        var watched = watched();
        write("petty-cash.zip", "petty-cash 1.0");
        look(watched, 1);
        assertThat(acts).isEmpty();
        write("petty-cash.zip", "petty-cash 1.0.1");
        look(watched, 1);
        assertThat(acts).isEmpty();

        look(watched, 3);

        assertThat(acts).containsExactly("+petty-cash 1.0.1");
    }

    @Test
    void leavesAloneWhatIsNotMeantForIt() throws Exception {
        var watched = watched();
        write(".petty-cash.zip", "petty-cash 1.0");
        write("petty-cash.zip.part", "petty-cash 1.0");
        write("petty-cash.tmp", "petty-cash 1.0");
        write("notes.txt", "petty-cash 1.0");
        Files.createDirectory(folder.resolve("folder.jar"));

        look(watched, 3);

        assertThat(acts).isEmpty();
    }

    @Test
    void saysInAFileWhyItRefusesAndTriesAgainWhenTheFileIsAnother() throws Exception {
        var watched = watched();
        Path problem = folder.resolve("petty-cash.zip.problem.txt");
        write("petty-cash.zip", "petty-cash 1.0 bad");
        look(watched, 3);
        assertThat(problem).hasContent("isolation-refused: Table petty_cash.sums has no forced row level security.");

        write("petty-cash.zip", "petty-cash 1.0");
        look(watched, 2);

        assertThat(acts).containsExactly("+petty-cash 1.0");
        assertThat(problem).doesNotExist();
    }

    @Test
    void keepsWhatRunsWhenItsNewVersionIsRefused() throws Exception {
        var watched = watched();
        write("petty-cash.zip", "petty-cash 1.0");
        look(watched, 2);
        write("petty-cash.zip", "petty-cash 1.1 bad");
        look(watched, 3);
        assertThat(acts).containsExactly("+petty-cash 1.0");

        Files.delete(folder.resolve("petty-cash.zip"));
        look(watched, 1);

        assertThat(acts).endsWith("-petty-cash");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void triesWhatWasRefusedAgainWhenAnotherModuleHasCome() throws Exception {
        var watched = watched();
        write("b.zip", "b 1.0 bad");
        look(watched, 2);
        write("a.zip", "a 1.0");
        Path b = folder.resolve("b.zip");
        var modified = Files.getLastModifiedTime(b);
        Files.writeString(b, "b 1.0 yes");
        Files.setLastModifiedTime(b, modified);

        look(watched, 4);

        assertThat(acts).containsExactly("+a 1.0", "+b 1.0 yes");
    }

    @Test
    void letsTheHighestVersionCountAndGoesBackWhenItGoes() throws Exception {
        var watched = watched();
        write("x-1.9.zip", "x 1.9");
        write("x-1.10.zip", "x 1.10");
        look(watched, 3);
        assertThat(acts).containsExactly("+x 1.10");

        Files.delete(folder.resolve("x-1.10.zip"));
        look(watched, 3);

        assertThat(acts).containsExactly("+x 1.10", "+x 1.9");
    }

    @Test
    void replacesWithoutRemovingWhenTheNewVersionHasAnotherName() throws Exception {
        var watched = watched();
        write("x-1.zip", "x 1.0");
        look(watched, 2);
        Files.delete(folder.resolve("x-1.zip"));
        write("x-2.zip", "x 2.0");

        look(watched, 3);

        assertThat(acts).containsExactly("+x 1.0", "+x 2.0");
    }

    @Test
    void removesAtItsFirstCompleteLookWhatHasNoFileAnyMore() throws Exception {
        installed.addAll(Set.of("gone", "there"));
        write("there.zip", "there 1.0");
        write("garbage.zip", "?");
        var watched = watched();
        look(watched, 3);
        assertThat(acts).as("the unreadable file may be the one of gone").containsExactly("+there 1.0");

        Files.delete(folder.resolve("garbage.zip"));
        look(watched, 1);

        assertThat(acts).containsExactly("+there 1.0", "-gone");
    }

    @Test
    void saysNothingOfAFileThatGoesBeforeItIsRead() throws Exception {
        var watched = watched();
        write("x.zip", "x 1.0");
        vanishing = folder.resolve("x.zip");

        look(watched, 3);

        assertThat(acts).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }
}
