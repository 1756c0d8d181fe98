package io.renoz.suppliers;

import io.renoz.data.Call;
import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingsReader;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SUP-07, SUP-18: nobody decides on what he or she asked for, unless the organization lets them. */
@Component(service = SelfApproval.class)
public final class SelfApproval {

    private final SettingsReader settings;

    @Activate
    public SelfApproval(@Reference SettingsReader settings) {
        this.settings = settings;
    }

    /**
     * Refuses when the caller is one of those who asked.
     *
     * @throws Problem {@code self-approval}
     */
    public void refuse(@Nullable UUID... askers) {
        Optional<UUID> user = Call.user();
        if (user.isPresent()
                && Arrays.asList(askers).contains(user.get())
                && !settings.getBoolean(SuppliersSettings.CATEGORY, SuppliersSettings.ALLOW_SELF_APPROVAL)) {
            throw Problem.of("self-approval", "Somebody else has to decide on what you asked for.");
        }
    }
}
