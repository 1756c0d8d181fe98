package io.renoz.platform.registry.operator;

import io.renoz.data.Databases;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.kernel.Migrator;
import io.renoz.kernel.OperatorTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Operator tokens, of which the database knows the SHA-256 alone: they are long and random, so nothing slower is needed.
 *
 * <p>Each use asks the database, so a revoked token is dead on every node at once.
 */
@Component(
        immediate = true,
        service = {OperatorTokens.class, Tokens.class})
public final class Tokens implements OperatorTokens {

    /** The first token of an installation, given from outside. */
    static final String FIRST = "RENOZ_OPERATOR_TOKEN";

    private static final Logger log = LoggerFactory.getLogger(Tokens.class);
    private static final int SECRET_BYTES = 32;
    private static final int SHORT = 16;

    private final TokenRows rows;
    private final SecureRandom random = new SecureRandom();

    /** {@code schema} is there as soon as the table is. */
    @Activate
    public Tokens(@Reference Databases databases, @Reference Migrator schema) {
        this(databases, System.getenv());
    }

    Tokens(Databases databases, Map<String, String> environment) {
        rows = new TokenRows(databases.platform());
        String first = environment.getOrDefault(FIRST, "");
        if (!first.isBlank()) {
            admit(first);
        }
    }

    private void admit(String token) {
        String hash = hash(token);
        if (token.length() < SHORT) {
            log.warn("The token of {} is short enough to be guessed; take one of {} characters or more", FIRST, SHORT);
        }
        if (rows.addOnce("environment-" + hash.substring(0, 8), hash)) {
            log.info("The token of {} is an operator token now", FIRST);
        } else if (rows.live(hash).isEmpty()) {
            log.warn("The token of {} was revoked and stays so", FIRST);
        }
    }

    @Override
    public Optional<String> nameOf(String token) {
        String hash = hash(token);
        Optional<TokenRows.Live> live = rows.live(hash).filter(found -> same(found.hash(), hash));
        live.filter(TokenRows.Live::unnoted).ifPresent(found -> rows.note(found.id()));
        return live.map(TokenRows.Live::name);
    }

    private static boolean same(String stored, String computed) {
        return MessageDigest.isEqual(
                stored.getBytes(StandardCharsets.US_ASCII), computed.getBytes(StandardCharsets.US_ASCII));
    }

    /** Makes one; nobody can read its secret again. */
    public NewToken create(String name, @Nullable Instant expires) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = "rop_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        TokenView view = rows.add(name, hash(secret), expires);
        return new NewToken(view.id(), view.version(), view.name(), secret, view.expiresAt());
    }

    /** Ends one, unless it is the last. */
    public TokenView revoke(UUID id) {
        return rows.revoke(id);
    }

    /** What {@link #list} takes. */
    static Offer offer() {
        return TokenRows.TOKENS.offer();
    }

    /** All of them, page by page. */
    public Page<TokenView> list(ListQuery query) {
        return rows.list(query);
    }

    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
