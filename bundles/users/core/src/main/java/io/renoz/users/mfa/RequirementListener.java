package io.renoz.users.mfa;

import io.renoz.data.Call;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
import io.renoz.security.TokenCache;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether staff need a second factor is part of what tokens stand for, so they are looked up again when it changes. */
@Component
public final class RequirementListener implements EventListener {

    private final TokenCache tokens;

    @Activate
    public RequirementListener(@Reference TokenCache tokens) {
        this.tokens = tokens;
    }

    @Override
    public Set<String> events() {
        return Set.of("settings.setting.changed");
    }

    @Override
    public void handle(DomainEvent event) {
        if ("users".equals(event.payload().get("category"))) {
            tokens.invalidate(Call.tenant());
        }
    }
}
