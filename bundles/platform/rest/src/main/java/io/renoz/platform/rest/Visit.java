package io.renoz.platform.rest;

import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.servlet.ServletRequest;
import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** One request on its way through the platform; belongs to the thread that works on the request at the time. */
public final class Visit {

    private static final String ATTRIBUTE = "renoz.visit";
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int USER_AGENT_LENGTH = 500;

    private final UUID id;
    private final long began = System.nanoTime();
    private String module = "";
    private String template = "";
    private boolean admitted;
    private boolean finished;
    private boolean suspended;
    private volatile boolean torn;
    private long waitingSince;
    private final List<Runnable> afterwards = new ArrayList<>();
    private BiConsumer<String, String> headers = (name, value) -> {};
    private @Nullable Body body;
    private @Nullable Call call;

    private Visit(UUID id) {
        this.id = id;
    }

    /** The body as it was read, for those who need its bytes. */
    public interface Body {
        /** What has been read so far. */
        byte[] read();

        /** Lets it have that many bytes, more than bodies have otherwise. */
        default void most(long bytes) {}
    }

    /** The visit a request is; begins one when it is new. */
    public static Visit of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Visit known) {
            return known;
        }
        var visit = new Visit(idOf(request.getHeader("X-Request-Id")));
        request.setAttribute(ATTRIBUTE, visit);
        return visit;
    }

    /** The visit behind a message of CXF. */
    public static Visit of(Message message) {
        Message in = message.getExchange() == null || message.getExchange().getInMessage() == null
                ? message
                : message.getExchange().getInMessage();
        return of(request(in));
    }

    /** The request behind a message of CXF. */
    public static HttpServletRequest request(Message message) {
        Object request = message.get(AbstractHTTPDestination.HTTP_REQUEST);
        if (request instanceof HttpServletRequest http) {
            return http;
        }
        throw new IllegalStateException("A message that came by no servlet.");
    }

    private static UUID idOf(@Nullable String header) {
        return header != null && ID.matcher(header).matches() ? UUID.fromString(header) : Ids.next();
    }

    /** What calls know of the request. */
    public static Request describe(HttpServletRequest request) {
        return new Request(
                of(request).id,
                Optional.ofNullable(request.getHeader("If-Match")),
                Optional.ofNullable(request.getRemoteAddr()).map(Visit::withoutZone),
                Optional.ofNullable(request.getHeader("User-Agent"))
                        .map(agent ->
                                agent.length() > USER_AGENT_LENGTH ? agent.substring(0, USER_AGENT_LENGTH) : agent));
    }

    /** Of {@code fe80::1%eth0} what others can make something of. */
    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    public UUID id() {
        return id;
    }

    /** {@link System#nanoTime()} when it came. */
    public long began() {
        return began;
    }

    /** The module asked, {@code operator} for the operator plane, {@code platform} for the kernel itself. */
    public String module() {
        return module;
    }

    public void module(String name) {
        module = name;
        MDC.put("module", name);
    }

    /** The operation's path with its parameters in braces; empty while none is found. */
    public String template() {
        return template;
    }

    public void template(String path) {
        template = path;
    }

    /** Whether it got through the door, so that it is not stopped there again when an asynchronous answer resumes it. */
    public boolean admitted() {
        return admitted;
    }

    public void admit() {
        admitted = true;
    }

    /** It goes on later, on another thread; or goes on now. */
    public void suspended(boolean later) {
        suspended = later;
    }

    /** Whether it goes on later. */
    public boolean suspended() {
        return suspended;
    }

    /** Its answer went wrong when a part of it was out already. */
    public void tear() {
        torn = true;
    }

    /** Whether its answer cannot be finished. */
    public boolean torn() {
        return torn;
    }

    /** Ends it; false when it had ended already. */
    public boolean finish() {
        boolean first = !finished;
        finished = true;
        return first;
    }

    /** Nanoseconds since it first had to wait at a door; 0 when this is the first time. */
    public long waited() {
        if (waitingSince == 0) {
            waitingSince = System.nanoTime();
            return 0;
        }
        return System.nanoTime() - waitingSince;
    }

    /** Keeps the body's bytes from the moment on when it is first asked for. */
    public void body(Body bytes) {
        body = bytes;
    }

    /** Lets the body have that many bytes: one with a file, once it is known what takes it. */
    public void most(long bytes) {
        if (body != null) {
            body.most(bytes);
        }
    }

    /** Where headers of the answer go. */
    public void headers(BiConsumer<String, String> setter) {
        headers = setter;
    }

    /** Adds a header to the answer, whatever that will be. */
    public void header(String name, String value) {
        headers.accept(name, value);
    }

    /** Does something when all is over, whichever way it ends. */
    public void later(Runnable work) {
        afterwards.add(work);
    }

    /** Does what was left for the end. */
    public void end() {
        afterwards.forEach(Runnable::run);
        afterwards.clear();
    }

    public byte[] bytes() {
        return body == null ? new byte[0] : body.read();
    }

    /** Who asks, once that is known. */
    public Call call() {
        if (call == null) {
            throw new IllegalStateException("Nobody was let in yet.");
        }
        return call;
    }

    /** Who asks, if that is known. */
    public Optional<Call> caller() {
        return Optional.ofNullable(call);
    }

    public void call(Call let) {
        call = let;
        mark();
    }

    /** Puts what log lines of this request carry on the thread. */
    public void mark() {
        MDC.put("request", id.toString());
        MDC.put("module", module);
        if (call != null) {
            if (call.organization() != null) {
                MDC.put("organization", call.organization().toString());
            }
            MDC.put("user", call.actor().user().map(UUID::toString).orElseGet(call.actor()::name));
        }
    }

    /** Takes it off again. */
    public static void unmark() {
        MDC.remove("request");
        MDC.remove("module");
        MDC.remove("organization");
        MDC.remove("user");
    }

    /** Whether a request reads only. */
    public static boolean reads(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** The visit a plain servlet request is, if it has begun. */
    public static Optional<Visit> find(ServletRequest request) {
        return Optional.ofNullable((Visit) request.getAttribute(ATTRIBUTE));
    }
}
