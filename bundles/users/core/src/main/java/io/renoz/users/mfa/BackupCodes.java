package io.renoz.users.mfa;

import io.renoz.data.Tables;
import io.renoz.users.signin.PasswordHash;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * USR-07: ten codes of eight characters. They are short, so they are hashed as slowly as passwords, under a salt that is the
 * user's own.
 */
@Component(service = BackupCodes.class)
public final class BackupCodes {

    private static final int COUNT = 10;
    private static final int LENGTH = 8;

    /** Without what is read for something else. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Tables tables;
    private final PasswordHash hash;
    private final Clock clock;

    @Activate
    public BackupCodes(
            @Reference(target = "(domain=users)") Tables tables, @Reference PasswordHash hash, @Reference Clock clock) {
        this.tables = tables;
        this.hash = hash;
        this.clock = clock;
    }

    static boolean looksLikeOne(String code) {
        return FORM.matcher(code).matches();
    }

    /** Takes a while. */
    String hashed(UUID user, String code) {
        byte[] salt = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .array();
        return hash.lookup(code, salt);
    }

    /** Uses one up; false when there is none of that hash left. The caller holds the lock of the user's factor. */
    boolean use(UUID user, String hashed) {
        return all(user)
                .filter(code -> code.usedAt == null && code.codeHash.equals(hashed))
                .findFirst()
                .map(code -> {
                    code.usedAt = clock.instant();
                    return true;
                })
                .orElse(false);
    }

    /** Fresh ones in place of all that were; they are shown only now. */
    List<String> replace(UUID user) {
        removeAll(user);
        tables.flush();
        List<String> codes =
                Stream.generate(BackupCodes::code).distinct().limit(COUNT).toList();
        codes.forEach(code -> tables.add(new BackupCode(user, hashed(user, code))));
        return codes;
    }

    void removeAll(UUID user) {
        all(user).toList().forEach(tables::remove);
    }

    private Stream<BackupCode> all(UUID user) {
        return tables.entities()
                .createQuery("select c from BackupCode c where c.userId = :user", BackupCode.class)
                .setParameter("user", user)
                .getResultStream();
    }

    private static String code() {
        var code = new StringBuilder();
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(at -> code.append(ALPHABET.charAt(at)));
        return code.toString();
    }
}
