package io.renoz.platform.rest.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renoz.data.Call;
import io.renoz.data.Transactions;
import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.file.FormReader.Form;
import io.renoz.platform.rest.file.Spool.Spooled;
import io.renoz.platform.rest.json.Bodies;
import io.renoz.platform.rest.operation.Operation;
import io.renoz.platform.rest.operation.Operation.Plane;
import io.renoz.platform.rest.operation.Types;
import io.renoz.problem.Problem;
import io.renoz.rest.Resource;
import io.renoz.rest.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ConstrainedTo;
import javax.ws.rs.Consumes;
import javax.ws.rs.RuntimeType;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;

/** Takes in files: to the disk, up to the limit of the resource that asks for them, with the fields beside them. Thread-safe. */
@ConstrainedTo(RuntimeType.SERVER)
@Consumes(MediaType.WILDCARD)
public final class UploadReader implements MessageBodyReader<Upload<?>> {

    /** What there may be beside the file, or after its end, before it is not even read. */
    private static final long SLACK = 1_048_576;

    private final Bodies bodies;
    private final FormFields fields;
    private final Transactions transactions;
    private final Supplier<Operation> current;
    private final Supplier<HttpServletRequest> request;
    private final Spool spool;

    /**
     * @param current the operation that is called
     * @param request the one that is answered
     */
    public UploadReader(
            Bodies bodies,
            Transactions transactions,
            Supplier<Operation> current,
            Supplier<HttpServletRequest> request,
            Spool spool) {
        this.bodies = bodies;
        this.fields = new FormFields(bodies);
        this.transactions = transactions;
        this.current = current;
        this.request = request;
        this.spool = spool;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Upload.class;
    }

    @Override
    public Upload<?> readFrom(
            Class<Upload<?>> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        Operation operation = current.get();
        Visit visit = Visit.of(request.get());
        boolean form = form(media);
        if (!fits(media, mediaTypes(operation))) {
            throw Problem.of(
                    "unsupported-media-type", "Send the file as " + String.join(" or ", mediaTypes(operation)) + ".");
        }
        long most = largest(operation, visit);
        visit.most(most + SLACK);
        Form sent = form ? new FormReader(spool, most).read(request.get(), in) : alone(media, in, most);
        visit.later(sent.file()::discard);
        return upload(operation, visit, sent);
    }

    private static boolean form(MediaType media) {
        return media.getType().equalsIgnoreCase("multipart");
    }

    /** What an operation takes a file as. */
    public static List<String> mediaTypes(Operation operation) {
        return operation
                .find(Consumes.class)
                .map(c -> List.of(c.value()))
                .orElse(List.of(MediaType.MULTIPART_FORM_DATA));
    }

    private static boolean fits(MediaType media, List<String> wanted) {
        return !media.isWildcardType()
                && wanted.stream().map(MediaType::valueOf).anyMatch(media::isCompatible);
    }

    private long largest(Operation operation, Visit visit) {
        if (!(operation.resource() instanceof Resource resource)) {
            return SLACK;
        }
        Callable<Long> ask = () -> resource.largestFile(operation.method().getName());
        Call call = visit.call().reading();
        if (operation.plane() == Plane.TENANT) {
            return transactions.run(call, ask);
        }
        try {
            return call.run(ask);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Form alone(MediaType media, InputStream in, long most) throws IOException {
        String type = (media.getType() + "/" + media.getSubtype()).toLowerCase(Locale.ROOT);
        return new Form(
                Map.of(), FileNames.sent(request.get().getHeader("Content-Disposition")), type, whole(in, most));
    }

    private Spooled whole(InputStream in, long most) throws IOException {
        try {
            return spool.take(in, most);
        } catch (Problem tooLarge) {
            Rest.throwAway(in);
            throw tooLarge;
        }
    }

    private Upload<?> upload(Operation operation, Visit visit, Form sent) {
        Type type = Types.argument(operation.body() == null ? Object.class : operation.body());
        ObjectNode tree = fields.tree(Types.raw(type), sent.texts());
        Spooled file = sent.file();
        // A form that is sent again has other boundaries; this is what it says.
        byte[] said = (tree + "\n" + sent.name() + "\n" + sent.mediaType() + "\n" + file.sha256())
                .getBytes(StandardCharsets.UTF_8);
        visit.body(() -> said);
        return new Upload<>(
                bodies.of(type, tree),
                sent.name(),
                sent.mediaType(),
                file.length(),
                file.sha256(),
                () -> Files.newInputStream(file.path()));
    }
}
