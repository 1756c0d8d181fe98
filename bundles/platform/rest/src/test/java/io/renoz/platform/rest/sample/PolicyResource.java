package io.renoz.platform.rest.sample;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.Patch;
import io.renoz.data.Records;
import io.renoz.data.Versioned;
import io.renoz.platform.rest.sample.PolicyResource.Input;
import io.renoz.platform.rest.sample.PolicyResource.View;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Anonymous;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.rest.Example;
import io.renoz.rest.HandsOutSecret;
import io.renoz.rest.InPerson;
import io.renoz.rest.OneOf;
import io.renoz.rest.Summary;
import io.renoz.rest.WhileSuspended;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.validation.Valid;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Email;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.StreamingOutput;

/** {@code /api/v1/warranty/policies}. */
@Path("policies")
public final class PolicyResource implements Crud<Input, View> {

    public enum Kind {
        FULL_COVER,
        PARTS_ONLY
    }

    public record Person(
            @NotBlank @Size(max = 20) String lastName,
            @Email String email) {
        public Person {
            if ("refuse".equals(lastName)) {
                throw Problem.invalid("lastName", "That name is refused.");
            }
        }
    }

    @Summary("What a caller may set")
    @OneOf({"price", "starts"})
    public record Input(
            @NotBlank @Size(max = 20) @Example("P-100") String code,
            @NotNull Kind kind,
            @Min(1) @Max(600) int months,
            @Digits(integer = 10, fraction = 2) BigDecimal price,
            LocalDate starts,
            @Example("{\"shelf\": 3}") Json extra,
            List<@Valid @NotNull Person> contacts) {}

    public record View(
            UUID id,
            int version,
            String code,
            Kind kind,
            int months,
            BigDecimal price,
            LocalDate starts,
            Instant createdAt,
            Json extra,
            List<Person> contacts)
            implements Versioned {

        static View of(UUID id, int version, Input in) {
            return new View(
                    id,
                    version,
                    in.code(),
                    in.kind(),
                    in.months(),
                    in.price(),
                    in.starts(),
                    Instant.EPOCH,
                    in.extra(),
                    in.contacts());
        }

        Input input() {
            return new Input(code, kind, months, price, starts, extra, contacts);
        }
    }

    public record Reason(@NotBlank String text) {}

    public final CountDownLatch arrived = new CountDownLatch(1);
    public final CountDownLatch proceed = new CountDownLatch(1);
    private final MemoryRecords<Input, View> records =
            new MemoryRecords<>((id, version, input) -> View.of(id, version, input), View::input);
    public int races;

    @Override
    public Records<Input, View> records() {
        return records;
    }

    @POST
    @Path("{id}/void")
    @Allow("warranty.decide")
    @Answers("invalid-transition")
    public View cancel(@PathParam("id") UUID id, Reason reason) {
        if (reason.text().equals("again")) {
            throw Problem.transition("Voided already.");
        }
        return records.get(id);
    }

    @POST
    @Path("acting")
    @Allow("warranty.decide")
    public Map<String, Object> acting() {
        return Map.of("for", String.valueOf(Call.current().actor().onBehalfOf()));
    }

    @POST
    @Path("{id}/note")
    @WhileSuspended
    public void note(@PathParam("id") UUID id, Optional<Reason> reason) {
        records.get(id);
    }

    @POST
    @Path("keys")
    @HandsOutSecret
    @InPerson
    public Map<String, String> key() {
        return Map.of("secret", UUID.randomUUID().toString());
    }

    @GET
    @Path("open")
    @Anonymous
    public Map<String, Object> open(@QueryParam("day") LocalDate day, @QueryParam("n") int n) {
        return Map.of("n", n);
    }

    @GET
    @Path("slow")
    @Allow(Allow.SIGNED_IN)
    public Map<String, Object> slow() throws InterruptedException {
        arrived.countDown();
        return Map.of("finished", proceed.await(10, TimeUnit.SECONDS));
    }

    @POST
    @Path("wait")
    public Map<String, Object> waitFor() throws InterruptedException {
        return slow();
    }

    @GET
    @Path("async")
    public void async(@Suspended AsyncResponse response) {
        new Thread(() -> response.resume(Map.of("later", true))).start();
    }

    @POST
    @Path("fail/{state}")
    public void fail(@PathParam("state") String state) throws SQLException {
        throw new IllegalStateException(new SQLException("told to", state));
    }

    @POST
    @Path("race")
    public Map<String, Integer> race() throws SQLException {
        races++;
        if (races < 3) {
            throw new IllegalStateException(new SQLException("deadlock", "40P01"));
        }
        return Map.of("attempts", races);
    }

    @POST
    @Path("break")
    public int breakDown() {
        return List.<Integer>of().get(0);
    }

    @GET
    @Path("torn")
    @Produces("text/csv")
    public StreamingOutput torn() {
        return out -> {
            out.write(new byte[100_000]);
            out.flush();
            throw new IllegalStateException("in the middle");
        };
    }

    @POST
    @Path("patched")
    public List<String> patched(Patch<Input> patch) {
        return List.of(String.valueOf(patch.mentions("price")));
    }
}
