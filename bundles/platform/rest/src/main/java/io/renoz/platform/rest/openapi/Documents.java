package io.renoz.platform.rest.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renoz.data.Call;
import io.renoz.module.ModuleGate;
import io.renoz.platform.rest.EntityTags;
import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.application.Applications;
import io.renoz.platform.rest.caller.Entrance;
import io.renoz.platform.rest.openapi.ApiPart.Described;
import io.renoz.platform.rest.operation.Operation.Plane;
import io.renoz.platform.rest.problem.HttpProblems;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Serves OpenAPI documents: to each caller exactly what is on for the organization and granted to the caller. */
@Component(service = Documents.class)
public final class Documents {

    private static final String TENANT = "/openapi.json";
    private static final String OPERATOR = "/operator/openapi.json";

    /** Bytes of all documents together: most callers share a few sets of permissions. */
    private static final long REMEMBERED = 16_777_216;

    private final Supplier<Collection<ApiPart>> parts;
    private final Entrance entrance;
    private final ModuleGate gate;
    private final ObjectMapper mapper = new ObjectMapper(); // of trees alone
    private final Cache<String, byte[]> documents = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED)
            .<String, byte[]>weigher((tag, document) -> document.length)
            .build();

    @Activate
    public Documents(@Reference Applications applications, @Reference Entrance entrance, @Reference ModuleGate gate) {
        this(entrance, gate, applications::parts);
    }

    private Documents(Entrance entrance, ModuleGate gate, Supplier<Collection<ApiPart>> parts) {
        this.parts = parts;
        this.entrance = entrance;
        this.gate = gate;
    }

    /** Of what {@code parts} gives at the moment. */
    public static Documents of(Supplier<Collection<ApiPart>> parts, Entrance entrance, ModuleGate gate) {
        return new Documents(entrance, gate, parts);
    }

    /** Whether a path below the API is one of a document. */
    public boolean serves(String path) {
        return path.equals(TENANT) || path.equals(OPERATOR);
    }

    /** Answers a request for a document. */
    public void serve(HttpServletRequest request, HttpServletResponse response, Visit visit) throws IOException {
        if (!Visit.reads(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            throw Problem.of("method-not-allowed", "The document can only be read.");
        }
        accept(request);
        if (String.valueOf(request.getPathInfo()).equals(OPERATOR)) {
            entrance.operator(request);
            send(request, response, "operator", d -> d.plane() == Plane.OPERATOR, OPERATOR);
        } else {
            Call call = entrance.member(request, visit);
            Set<String> on = new TreeSet<>(enabled(call));
            String key = on + " " + new TreeSet<>(call.all());
            send(request, response, key, described -> offered(described, call, on), TENANT);
        }
    }

    private static void accept(HttpServletRequest request) {
        List<String> accepted = Collections.list(request.getHeaders("Accept"));
        if (!accepted.isEmpty() && !json(String.join(",", accepted))) {
            throw HttpProblems.of(HttpServletResponse.SC_NOT_ACCEPTABLE);
        }
    }

    private static boolean json(String accepted) {
        try {
            return JAXRSUtils.parseMediaTypes(accepted).stream()
                    .anyMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible);
        } catch (IllegalArgumentException | WebApplicationException e) {
            return true; // what is no media type says nothing
        }
    }

    private Set<String> enabled(Call call) {
        try {
            return call.run(gate::enabled);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean offered(Described described, Call call, Set<String> on) {
        return described.plane() != Plane.OPERATOR
                && (described.module().isEmpty() || on.contains(described.module()))
                && (described.free() || call.permits(described.permission()));
    }

    private void send(
            HttpServletRequest request,
            HttpServletResponse response,
            String key,
            Predicate<Described> wanted,
            String own)
            throws IOException {
        List<ApiPart> now = List.copyOf(parts.get());
        String tag = Digests.of(key + " " + now.stream().map(ApiPart::digest).toList());
        response.setHeader("ETag", "\"" + tag + "\"");
        response.setHeader("Cache-Control", "private, no-cache");
        if (EntityTags.known(request, tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] document = documents.get(tag, t -> write(now, wanted, own));
        response.setContentType("application/json");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    private byte[] write(List<ApiPart> now, Predicate<Described> wanted, String own) {
        try {
            return mapper.writeValueAsBytes(ApiDocument.of(now, wanted, own));
        } catch (IOException e) {
            throw new IllegalStateException("A tree can be written.", e);
        }
    }
}
