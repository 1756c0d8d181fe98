package io.renoz.users.signin;

import io.renoz.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.osgi.service.component.annotations.Component;

/**
 * USR-05: Argon2id in the usual text form, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Each takes 19 MiB for a while, so
 * only as many run at once as there are processors. Thread-safe.
 */
@Component(service = PasswordHash.class)
public final class PasswordHash {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int WAIT_SECONDS = 10;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final Semaphore running = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** The hash of nothing anybody knows, for the same work where there is no password to compare with. */
    private final String nobody = of(Base64.getEncoder().encodeToString(bytes(SALT_BYTES)));

    /** Hashes with the parameters of today and a fresh salt. */
    public String of(String password) {
        byte[] salt = bytes(SALT_BYTES);
        byte[] hash = limited(() -> argon2(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /** Whether a password is the one behind a hash, in a time that tells nothing. */
    public boolean matches(String password, String stored) {
        Matcher form = form(stored);
        byte[] salt = Base64.getDecoder().decode(form.group(4));
        byte[] expected = Base64.getDecoder().decode(form.group(5));
        byte[] hash = limited(() -> argon2(
                password,
                salt,
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                expected.length));
        return MessageDigest.isEqual(expected, hash);
    }

    /** USR-03: the work of {@link #matches} for nothing. */
    public void waste(String password) {
        matches(password, nobody);
    }

    /** The hash of a short secret under a salt that is known, so that it can be looked up: Base64. */
    public String lookup(String secret, byte[] salt) {
        byte[] hash = limited(() -> argon2(secret, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
        return Base64.getEncoder().withoutPadding().encodeToString(hash);
    }

    /** Whether a hash was made with weaker parameters than those of today. */
    boolean outdated(String stored) {
        Matcher form = form(stored);
        return Integer.parseInt(form.group(1)) < MEMORY_KIB || Integer.parseInt(form.group(2)) < PASSES;
    }

    private static Matcher form(String stored) {
        Matcher form = FORM.matcher(stored);
        if (!form.matches()) {
            throw new IllegalStateException("A stored password hash has no known form.");
        }
        return form;
    }

    private static byte[] argon2(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private byte[] limited(Supplier<byte[]> work) {
        try {
            if (!running.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.of("unavailable", "Too many people are signing in; try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of("unavailable", "The server is stopping; try again.");
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
