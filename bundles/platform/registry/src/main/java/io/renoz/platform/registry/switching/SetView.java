package io.renoz.platform.registry.switching;

import java.util.List;

/** The set of an organization. */
public record SetView(long revision, List<SetMember> modules) {

    public SetView {
        modules = List.copyOf(modules);
    }
}
