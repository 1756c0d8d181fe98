package io.renoz.users.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as other modules see one. */
public record UserRef(
        UUID id,
        String name,
        String email,
        UserStatus status,
        @Nullable UUID avatarAttachmentId) {

    public boolean active() {
        return status == UserStatus.ACTIVE;
    }
}
