package io.renoz.platform.registry.switching;

import io.renoz.data.Call;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.kernel.AuditSink;
import io.renoz.kernel.RecordChange;
import io.renoz.module.ModuleChanges;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.ModuleLifecycle;
import io.renoz.module.Partners;
import io.renoz.module.Partners.Partner;
import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All that a change of a module set brings with it in its transaction, the rows themselves aside. */
@Component(service = Consequences.class)
public final class Consequences {

    private final Partners partners;
    private final AuditSink audit;
    private final EventPublisher events;

    @Activate
    public Consequences(@Reference Partners partners, @Reference AuditSink audit, @Reference EventPublisher events) {
        this.partners = partners;
        this.audit = audit;
        this.events = events;
    }

    /** Asks the modules concerned, and those that keep something for every module. */
    void before(Change change) {
        var hooks = partners.deployed(ModuleLifecycle.class);
        var observers = partners.deployed(ModuleChanges.class);
        for (ModuleDescriptor module : change.plan().add()) {
            ask(hooks, module.name(), ModuleLifecycle::beforeEnable);
            observers.forEach(observer -> observer.service().enabled(module, change.first(module.name())));
        }
        change.plan().remove().forEach(module -> ask(hooks, module, ModuleLifecycle::beforeDisable));
    }

    /** PLT-01: one veto, and nothing changes. */
    private static void ask(List<Partner<ModuleLifecycle>> hooks, String module, Consumer<ModuleLifecycle> question) {
        hooks.stream().filter(hook -> hook.module().equals(module)).forEach(hook -> {
            try {
                question.accept(hook.service());
            } catch (Problem veto) {
                throw Problem.of("vetoed", module + " refuses: " + veto.detail())
                        .with("module", module)
                        .with("problem", document(veto));
            }
        });
    }

    private static Map<String, Object> document(Problem problem) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "urn:renoz:problem:" + problem.slug());
        document.put("status", problem.status());
        document.put("detail", problem.detail());
        if (!problem.errors().isEmpty()) {
            document.put("errors", problem.errors());
        }
        document.putAll(problem.members());
        return document;
    }

    /** Writes the audit log and the events. */
    void tell(Change change) {
        var entries = new ArrayList<RecordChange>();
        change.on().forEach((module, id) -> {
            entries.add(entry(change, module, id, "enabled"));
            publish("modules.module.enabled", module, id, change);
        });
        change.off().forEach((module, id) -> {
            entries.add(entry(change, module, id, "disabled"));
            publish("modules.module.disabled", module, id, change);
        });
        audit.write(entries);
        Map<String, Object> payload = payload(change);
        payload.put("added", List.copyOf(change.on().keySet()));
        payload.put("removed", List.copyOf(change.off().keySet()));
        events.publish(new DomainEvent("modules.set.changed", "module_set", Call.tenant(), payload));
    }

    private void publish(String event, String module, UUID id, Change change) {
        Map<String, Object> payload = payload(change);
        payload.put("module", module);
        events.publish(new DomainEvent(event, "organization_module", id, payload));
    }

    private static Map<String, Object> payload(Change change) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("revision", change.set().revision());
        payload.put("actor", Call.current().actor().name());
        if (change.reason() != null) {
            payload.put("reason", change.reason());
        }
        return payload;
    }

    private static RecordChange entry(Change change, String module, UUID id, String wish) {
        boolean first = change.first(module);
        Map<String, @Nullable Object> before = new LinkedHashMap<>();
        if (!first) {
            before.put("wish", wish.equals("enabled") ? "disabled" : "enabled");
        }
        Map<String, @Nullable Object> after = new LinkedHashMap<>();
        after.put("wish", wish);
        if (change.reason() != null) {
            after.put("reason", change.reason());
        }
        return new RecordChange(
                "platform",
                "organization_module",
                id,
                module,
                null,
                null,
                null,
                first ? RecordChange.Kind.CREATED : RecordChange.Kind.UPDATED,
                before,
                after,
                false);
    }
}
