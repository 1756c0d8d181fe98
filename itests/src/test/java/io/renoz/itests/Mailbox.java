package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails of somebody, as a platform without a mail server leaves them in files. */
final class Mailbox {

    private static final Pattern TOKEN = Pattern.compile("#(rn[ipe]_[0-9a-f-]{36}_[A-Za-z0-9_-]{43})");

    private final String address;

    Mailbox(String address) {
        this.address = address;
    }

    /** How many there are. */
    int count() {
        return files().size();
    }

    private List<Path> files() {
        Path folder = RunningPlatform.shared().home().resolve("mail");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains("-" + address + "-")
                            && file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The token in the mail that comes after so many. */
    String tokenAfter(int before) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (count() <= before) {
            assertThat(System.nanoTime()).as("no mail came to " + address).isLessThan(deadline);
            Thread.onSpinWait();
        }
        try {
            Matcher token = TOKEN.matcher(Files.readString(files().get(before)));
            assertThat(token.find()).as("a token in the mail").isTrue();
            return token.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
