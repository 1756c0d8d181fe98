package io.renoz.users.user;

import io.renoz.data.Versioned;
import io.renoz.users.api.UserStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as admins see one. */
public record UserView(
        UUID id,
        int version,
        String email,
        String name,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String phone,
        @Nullable String jobTitle,
        @Nullable String department,
        @Nullable String bio,
        @Nullable UUID avatarAttachmentId,
        @Nullable UUID managerId,
        UserType type,
        UserStatus status,
        boolean isOwner,
        @Nullable String timezone,
        @Nullable String locale,
        @Nullable UUID invitedBy,
        @Nullable Instant invitedAt,
        @Nullable Instant emailVerifiedAt,
        @Nullable Instant lastLoginAt,
        @Nullable Instant lastActiveAt,
        @Nullable Instant suspendedAt,
        @Nullable Instant deactivatedAt,
        @Nullable UUID deactivatedBy,
        @Nullable String statusReason,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
