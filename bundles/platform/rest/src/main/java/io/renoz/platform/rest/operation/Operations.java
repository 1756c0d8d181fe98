package io.renoz.platform.rest.operation;

import io.renoz.platform.rest.operation.Operation.Plane;
import io.renoz.rest.Allow;
import io.renoz.rest.Anonymous;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        for (OperationResourceInfo info : type.getMethodDispatcher().getOperationResourceInfos()) {
            operations.put(info, operation(type, info, resource));
        }
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
                info.getHttpMethod(),
                path(type, info),
                "",
                body(info, declared, types),
                types.resolve(declared.getGenericReturnType()),
                info.isAsync());
        return withPermission(draft);
    }

    private Plane plane(Object resource, Method declared, Method implementation) {
        if (mount.isOperator()) {
            return Plane.OPERATOR;
        }
        boolean open = Operation.find(Anonymous.class, implementation, declared).isPresent()
                || resource.getClass().isAnnotationPresent(Anonymous.class);
        return open ? Plane.ANONYMOUS : Plane.TENANT;
    }

    private Operation withPermission(Operation draft) {
        String permission = draft.find(Allow.class).map(Allow::value).orElseGet(() -> usual(draft));
        return new Operation(
                draft.module(),
                draft.plane(),
                draft.resource(),
                draft.method(),
                draft.implementation(),
                draft.verb(),
                draft.path(),
                permission,
                draft.body(),
                draft.answer(),
                draft.async());
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
            if (parameters.get(i).getType() == ParameterType.REQUEST_BODY) {
                return types.resolve(declared.getGenericParameterTypes()[i]);
            }
        }
        return null;
    }
}
