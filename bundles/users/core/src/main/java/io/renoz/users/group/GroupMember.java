package io.renoz.users.group;

import io.renoz.data.Audited;
import io.renoz.data.Call;
import io.renoz.data.entity.TenantRecord;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A user in a group. */
@Entity
@Table(schema = "users", name = "user_group_members")
@Audited(type = "user_group_member", parent = "groupId", parentType = "user_group")
class GroupMember extends TenantRecord {

    UUID groupId;
    UUID userId;
    GroupRole role = GroupRole.MEMBER;
    Instant joinedAt;

    @Nullable
    UUID addedBy;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected GroupMember() {}

    GroupMember(UUID groupId, UUID userId, Instant now) {
        this.groupId = groupId;
        this.userId = userId;
        joinedAt = now;
        addedBy = Call.user().orElse(null);
    }

    void join(Instant now) {
        joinedAt = now;
        addedBy = Call.user().orElse(null);
    }

    /** Leads and managers. */
    boolean leads() {
        return role != GroupRole.MEMBER;
    }
}
