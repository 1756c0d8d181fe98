package io.renoz.inventory.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Every unit with a serial number, in our stock or out of it, and what happened to it. Thread-safe. */
@ProviderType
public interface SerialRegistry {

    /** Units with that serial, however it is spelled, of whatever product. */
    List<SerialInfo> find(String serial);

    /** One unit, unless there is none. */
    Optional<SerialInfo> get(UUID serialId);

    /** Many, by id, in one query; unknown ids are left out. */
    Map<UUID, SerialInfo> getAll(Collection<UUID> serialIds);

    /** Whether a unit left on that line of an order, even if it came back since. */
    boolean wasShippedOn(UUID orderLineItemId, String serial);

    /**
     * Adds to a unit's story what happened elsewhere: a warranty registered or claimed, a return asked for. Moves it nowhere.
     *
     * @throws io.renoz.problem.Problem {@code not-found}
     */
    void recordEvent(UUID serialId, SerialEvent event);

    /**
     * A unit that was shipped is built in now; one in our stock has to be issued to the job first.
     *
     * @throws io.renoz.problem.Problem {@code serial-conflict} when there is no such unit, or it is elsewhere
     */
    SerialInfo markInstalled(String serial, UUID productId, UUID jobId, UUID customerId);

    /** What happened to a unit, oldest first. */
    List<SerialEvent> history(UUID serialId);
}
