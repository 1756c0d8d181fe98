package io.renoz.platform.registry.deployed;

import java.util.Map;
import org.osgi.framework.Bundle;

/** What is deployed on this node, as bundles. */
public interface Deployment {

    /** Another text after every change: a module more or less, or other code in one. Nodes need not agree on it. */
    String epoch();

    /** The bundle of each module, by the module's name. */
    Map<String, Bundle> bundles();
}
