package io.renoz.platform.rest.operation;

import io.renoz.data.Offer;
import io.renoz.platform.rest.operation.Operation.Plane;
import io.renoz.rest.Allow;
import io.renoz.rest.Anonymous;
import io.renoz.rest.Creates;
import io.renoz.rest.PartCreates;
import io.renoz.rest.Resource;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.Suspended;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.ParameterType;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.jspecify.annotations.Nullable;

/** The operations of one application, as the JAX-RS runtime found them. Immutable once filled. */
public final class Operations {

    private final Mount mount;
    private final IdentityHashMap<OperationResourceInfo, Operation> operations = new IdentityHashMap<>();

    /** None yet. */
    public Operations(Mount mount) {
        this.mount = mount;
    }

    /**
     * Takes in the operations of one resource.
     *
     * @throws IllegalStateException when a class leaves open who may use it
     */
    public void add(ClassResourceInfo type, Object resource) {
        var own = new ArrayList<Operation>();
        for (OperationResourceInfo info : type.getMethodDispatcher().getOperationResourceInfos()) {
            Operation operation = operation(type, info, resource);
            operations.put(info, operation);
            own.add(operation);
        }
        Misplaced.refuse(resource, own);
    }

    /** All of them. */
    public List<Operation> all() {
        return new ArrayList<>(operations.values());
    }

    /** The methods an address takes, for the header of that name; empty where there is nothing. */
    public String allowed(String path) {
        Set<String> verbs = operations.values().stream()
                .filter(operation -> operation.serves(path))
                .map(Operation::verb)
                .collect(Collectors.toCollection(TreeSet::new));
        if (verbs.contains("GET")) {
            verbs.add("HEAD");
        }
        if (!verbs.isEmpty()) {
            verbs.add("OPTIONS");
        }
        return String.join(", ", verbs);
    }

    /** The one that the current message calls. */
    public Operation current() {
        return of(JAXRSUtils.getCurrentMessage())
                .orElseThrow(() -> new IllegalStateException("No operation is called."));
    }

    /** The one a message calls. */
    public Optional<Operation> of(Message message) {
        return Optional.ofNullable(operations.get(message.getExchange().get(OperationResourceInfo.class)));
    }

    private Operation operation(ClassResourceInfo type, OperationResourceInfo info, Object resource) {
        if (info.getHttpMethod() == null) {
            throw new IllegalStateException(resource.getClass().getName()
                    + " has a sub-resource locator; give the method" + " the whole path instead.");
        }
        Method declared = info.getAnnotatedMethod();
        Method implementation = info.getMethodToInvoke();
        Types types = Types.of(resource.getClass());
        var draft = new Operation(
                mount.isOperator() ? "" : mount.name(),
                plane(resource, declared, implementation),
                resource,
                declared,
                implementation,
                adding(resource.getClass(), declared),
                info.getHttpMethod(),
                path(type, info),
                "",
                body(info, declared, types),
                types.resolve(declared.getGenericReturnType()),
                query(declared),
                offer(resource, declared),
                info.isAsync());
        return draft.under(draft.find(Allow.class).map(Allow::value).orElseGet(() -> usual(draft)));
    }

    private Plane plane(Object resource, Method declared, Method implementation) {
        if (mount.isOperator()) {
            return Plane.OPERATOR;
        }
        boolean open = Stream.of(implementation, declared, resource.getClass())
                .anyMatch(said -> said.isAnnotationPresent(Anonymous.class));
        return open ? Plane.ANONYMOUS : Plane.TENANT;
    }

    /** What a resource overrides to store what comes by {@code create} and {@code createAll}. */
    private static @Nullable Method adding(Class<?> resource, Method declared) {
        Class<?> verb = declared.getDeclaringClass();
        if (verb != Creates.class && verb != PartCreates.class) {
            return null;
        }
        int parameters = verb == Creates.class ? 1 : 2;
        return Stream.of(resource.getMethods())
                .filter(m -> m.getName().equals("add") && m.getParameterCount() == parameters && !m.isBridge())
                .filter(m -> m.getDeclaringClass() != verb)
                .findFirst()
                .orElse(null);
    }

    private static Set<String> query(Method declared) {
        return Stream.of(declared.getParameters())
                .flatMap(p -> Optional.ofNullable(p.getAnnotation(QueryParam.class)).stream())
                .map(QueryParam::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Offer offer(Object resource, Method declared) {
        if (!Misplaced.list(declared)) {
            return null;
        }
        Offer offer = resource instanceof Resource said ? said.offers().get(declared.getName()) : null;
        return offer == null ? Offer.nothing() : offer;
    }

    private String usual(Operation operation) {
        if (operation.plane() != Plane.TENANT) {
            return Allow.SIGNED_IN;
        }
        if (mount.name().isEmpty()) {
            throw new IllegalStateException(operation.implementation() + " belongs to no module and needs an @Allow.");
        }
        String delete = mount.name() + ".delete";
        return operation.reading()
                ? mount.name() + ".read"
                : operation.verb().equals("DELETE") && mount.permissions().contains(delete)
                        ? delete
                        : mount.name() + ".write";
    }

    private String path(ClassResourceInfo type, OperationResourceInfo info) {
        String path = mount.path() + "/" + part(type.getURITemplate().getValue()) + "/"
                + part(info.getURITemplate().getValue());
        return path.replaceAll("\\{\\s*([\\w.-]+)\\s*:[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
    }

    private static String part(@Nullable String template) {
        return template == null ? "" : template;
    }

    private static @Nullable Type body(OperationResourceInfo info, Method declared, Types types) {
        var parameters = info.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            boolean answer = declared.getParameters()[i].isAnnotationPresent(Suspended.class);
            if (parameters.get(i).getType() == ParameterType.REQUEST_BODY && !answer) {
                return types.resolve(declared.getGenericParameterTypes()[i]);
            }
        }
        return null;
    }
}
