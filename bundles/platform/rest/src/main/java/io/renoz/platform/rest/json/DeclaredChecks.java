package io.renoz.platform.rest.json;

import io.renoz.data.InputChecks;
import io.renoz.problem.Problem.FieldError;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The constraints of inputs, for modules that get them otherwise than by a request. */
@Component
public final class DeclaredChecks implements InputChecks {

    private final Checks checks = Checks.create();

    @Override
    public List<FieldError> errors(Object input) {
        return checks.errors(input);
    }

    @Deactivate
    void close() {
        checks.close();
    }
}
