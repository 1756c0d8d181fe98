package io.renoz.platform.rest.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Transactions;
import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.operation.Operation;
import io.renoz.platform.rest.problem.Asked;
import io.renoz.platform.rest.problem.ProblemMapper;
import io.renoz.platform.rest.problem.ProblemWriter;
import io.renoz.problem.Problem;
import io.renoz.rest.HandsOutSecret;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;

/** PLT-08: the first answer of a POST with an Idempotency-Key is the answer of every repetition. Thread-safe. */
public final class Idempotency {

    /** Name of the header. */
    public static final String HEADER = "Idempotency-Key";

    private static final int KEY_LENGTH = 255;

    private final Transactions transactions;
    private final KeptAnswers kept;
    private final ObjectMapper mapper;
    private final ProblemWriter problems;

    public Idempotency(Transactions transactions, KeptAnswers kept, ObjectMapper mapper) {
        this.transactions = transactions;
        this.kept = kept;
        this.mapper = mapper;
        this.problems = new ProblemWriter(mapper);
    }

    /** Runs work in the transaction of the call, as often as it takes. */
    public interface Attempts {
        Response run(Callable<Response> inside) throws Exception;
    }

    /** The answer: the kept one of the same request before, or that of {@code work}, which is kept if it is to be. */
    public Response answer(
            Operation operation, HttpServletRequest request, Visit visit, Callable<Response> work, Attempts attempts)
            throws Exception {
        Optional<AnswerKey> key = key(operation, request, visit);
        if (key.isEmpty()) {
            return attempts.run(work);
        }
        try {
            return attempts.run(() -> inside(key.get(), work));
        } catch (Exception e) {
            keepRefusal(key.get(), operation, visit, e);
            throw e;
        }
    }

    private static Optional<AnswerKey> key(Operation operation, HttpServletRequest request, Visit visit) {
        String key = request.getHeader(HEADER);
        if (key == null || !operation.verb().equals("POST") || operation.is(HandsOutSecret.class)) {
            return Optional.empty();
        }
        if (key.isBlank() || key.length() > KEY_LENGTH) {
            throw Problem.of("malformed-request", "An Idempotency-Key has 1 to " + KEY_LENGTH + " characters.");
        }
        Call call = visit.call();
        UUID actor = actor(call.actor());
        if (actor == null || call.organization() == null) {
            return Optional.empty();
        }
        return Optional.of(AnswerKey.of(
                call.organization(), actor, key, request.getRequestURI(), request.getQueryString(), visit.bytes()));
    }

    /** A user keeps their keys from one sign-in to the next; an API token has keys of its own. */
    private static @Nullable UUID actor(Actor actor) {
        return actor.kind() == Actor.Kind.USER && actor.id() != null
                ? actor.id()
                : actor.token() != null ? actor.token() : actor.session() != null ? actor.session() : actor.id();
    }

    private Response inside(AnswerKey key, Callable<Response> work) throws Exception {
        boolean locked = kept.lock(key);
        Decision decision = Decision.of(key, locked, locked ? kept.find(key) : Optional.empty());
        return switch (decision.kind()) {
            case PROCEED -> keep(key, work.call());
            case REPLAY -> replay(decision.answer());
            case RUNNING ->
                throw Problem.of("request-running", "The first request with this Idempotency-Key still runs.");
            case MISMATCH ->
                throw Problem.of("idempotency-mismatch", "This Idempotency-Key was used for another request already.");
        };
    }

    private Response keep(AnswerKey key, Response answer) throws JsonProcessingException, SQLException {
        Object entity = answer.getEntity();
        if (answer.getStatus() / 100 != 2
                || entity instanceof StreamingOutput
                || entity instanceof InputStream
                || entity instanceof byte[]) {
            return answer;
        }
        byte[] body = entity == null ? new byte[0] : mapper.writeValueAsBytes(entity);
        var headers = new LinkedHashMap<String, String>();
        answer.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        kept.keep(
                key, new KeptAnswer(key.hash(), answer.getStatus(), headers, new String(body, StandardCharsets.UTF_8)));
        return entity == null
                ? answer
                : Response.fromResponse(answer).entity(body).build();
    }

    private static Response replay(@Nullable KeptAnswer answer) {
        if (answer == null) {
            throw new IllegalStateException("Nothing to replay.");
        }
        var response = Response.status(answer.status()).header("Idempotency-Replayed", "true");
        answer.headers().forEach(response::header);
        if (!answer.body().isEmpty()) {
            response.entity(answer.body().getBytes(StandardCharsets.UTF_8));
            if (!answer.headers().containsKey(HttpHeaders.CONTENT_TYPE)) {
                response.type(MediaType.APPLICATION_JSON_TYPE);
            }
        }
        return response.build();
    }

    /** A refusal is an answer too; its transaction is gone, so it is kept in one of its own. */
    private void keepRefusal(AnswerKey key, Operation operation, Visit visit, Exception thrown) {
        Optional<Problem> problem = ProblemMapper.known(thrown, Asked.by(operation))
                .filter(p -> p.status() / 100 == 4)
                .filter(p -> !p.slug().equals("request-running") && !p.slug().equals("idempotency-mismatch"));
        if (problem.isEmpty()) {
            return;
        }
        var answer = new KeptAnswer(
                key.hash(),
                problem.get().status(),
                Map.of(HttpHeaders.CONTENT_TYPE, ProblemWriter.TYPE),
                new String(problems.write(problem.get(), visit.id()), StandardCharsets.UTF_8));
        transactions.run(visit.call(), () -> {
            if (kept.lock(key) && kept.find(key).isEmpty()) {
                kept.keep(key, answer);
            }
            return null;
        });
    }
}
