package io.renoz.testing.sample;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A part of a box. */
@Entity
@Table(schema = "sample", name = "things")
@Audited(type = "thing", name = "name", parentType = "box", parent = "boxId")
class Thing extends TenantRecord {

    @Nullable
    UUID boxId;

    String name = "";
    int pieces = 1;

    protected Thing() {}

    Thing(UUID boxId, String name) {
        this.boxId = boxId;
        this.name = name;
    }

    /** Some rows are named by another row's id. */
    static Thing named(UUID id, UUID boxId) {
        var thing = new Thing();
        thing.identify(id);
        thing.boxId = boxId;
        return thing;
    }
}
