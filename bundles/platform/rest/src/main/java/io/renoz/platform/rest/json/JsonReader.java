package io.renoz.platform.rest.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renoz.data.Patch;
import io.renoz.platform.rest.operation.Types;
import io.renoz.problem.Problem;
import io.renoz.rest.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.ConstrainedTo;
import javax.ws.rs.Consumes;
import javax.ws.rs.RuntimeType;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;

/** Reads JSON bodies, merge patches among them. Thread-safe. */
@ConstrainedTo(RuntimeType.SERVER)
@Consumes(MediaType.WILDCARD)
public final class JsonReader implements MessageBodyReader<Object> {

    private final Bodies bodies;
    private final Supplier<Optional<Type>> expected;

    /**
     * @param expected the type of the body of the operation that is called, with no type variables left; more than the
     *     runtime knows of verbs whose types are given in the resource's header
     */
    public JsonReader(Bodies bodies, Supplier<Optional<Type>> expected) {
        this.bodies = bodies;
        this.expected = expected;
    }

    /** Takes whatever is not for others, so that the refusal of other media types is ours too. */
    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        if (type == Upload.class) {
            return false;
        }
        boolean raw =
                InputStream.class.isAssignableFrom(type) || type == byte[].class || Reader.class.isAssignableFrom(type);
        return json(media)
                ? !raw
                : !raw
                        && type != String.class
                        && (ours(type) || !media.getType().equals("multipart"));
    }

    /** Whether a type is read from JSON alone, so that files in its place are refused here. */
    private static boolean ours(Class<?> type) {
        return type.isRecord() || type == Patch.class || type == Optional.class;
    }

    static boolean json(MediaType media) {
        String subtype = media.getSubtype();
        return "application".equals(media.getType()) && ("json".equals(subtype) || subtype.endsWith("+json"));
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        byte[] body = in.readAllBytes();
        boolean optional = (Class<?>) type == Optional.class;
        if (optional && body.length == 0) {
            return Optional.empty();
        }
        if (!json(media) && body.length > 0) {
            throw Problem.of("unsupported-media-type", "Send JSON as application/json.");
        }
        Type target = expected.get().orElse(generic);
        if ((Class<?>) type == Patch.class) {
            if (bodies.tree(body) instanceof ObjectNode patch) {
                return new MergePatch<>(patch, bodies);
            }
            throw Problem.of("malformed-request", "A merge patch is a JSON object.");
        }
        return optional ? Optional.of(bodies.read(Types.argument(target), body)) : bodies.read(target, body);
    }
}
