package io.renoz.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account PostgreSQL runs under, since it refuses to be root.
 *
 * <p>An ordinary user runs it as itself. Root runs it in a user namespace, where the files stay root's, or, where the
 * system forbids those, as an unprivileged user who then owns the files. One data folder keeps to one way.
 */
final class Account {

    private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");

    private final List<String> prefix;
    private final @Nullable String user;

    private Account(List<String> prefix, @Nullable String user) {
        this.prefix = List.copyOf(prefix);
        this.user = user;
    }

    /** The account for this data folder, which need not exist yet. */
    static Account of(Path data) throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Account(List.of(), null);
        }
        String owner = Files.exists(data) ? Files.getOwner(data).getName() : "root";
        if (owner.equals("root") && Command.works("unshare", "-U", "true")) {
            return new Account(List.of("unshare", "-U"), null);
        }
        List<String> candidates = new ArrayList<>(UNPRIVILEGED);
        if (!owner.equals("root")) {
            candidates.add(0, owner);
        }
        for (String user : candidates) {
            Account account = as(user);
            if (Command.works(account.line(List.of("true")).toArray(String[]::new))) {
                return account;
            }
        }
        throw new Refusal("PostgreSQL does not run as root, and here root can neither open a user namespace nor become"
                + " user postgres or nobody; start Renoz as an ordinary user or set RENOZ_DB_URL.");
    }

    private static Account as(String user) throws IOException, InterruptedException {
        Command group = Command.run(List.of("id", "-g", user), 10);
        return new Account(List.of("setpriv", "--reuid=" + user, "--regid=" + group.output(), "--clear-groups"), user);
    }

    /** The command line that runs {@code command} under this account. */
    List<String> line(List<String> command) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(command);
        return line;
    }

    /** Says so when the account cannot even reach the folder, for instance below a private home. */
    void requireReach(Path folder) throws InterruptedException {
        if (user != null
                && !Command.works(line(List.of("test", "-x", folder.toString())).toArray(String[]::new))) {
            throw new Refusal("User " + user + ", under whom PostgreSQL runs here, cannot reach " + folder
                    + "; set RENOZ_HOME to a folder that all its parents let pass, such as /var/lib/renoz.");
        }
    }

    /** Hands a file or a tree to the account, when it is not the one we run under. */
    void own(Path tree) throws IOException {
        if (user == null) {
            return;
        }
        UserPrincipal principal =
                tree.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                return visitFile(folder, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setOwner(principal);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public String toString() {
        if (user != null) {
            return "user " + user;
        }
        return prefix.isEmpty() ? "this user" : "root, in a user namespace";
    }
}
