package io.renoz.testing.sample;

import io.renoz.data.Audited;
import io.renoz.data.Emits;
import io.renoz.data.Json;
import io.renoz.data.Parts;
import io.renoz.data.Secret;
import io.renoz.data.Sensitive;
import io.renoz.data.Versioned;
import io.renoz.data.entity.KeptRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** Has one of everything that a column can be. */
@Entity
@Table(schema = "sample", name = "boxes")
@Audited(type = "box", name = "name")
@Emits(type = "box")
class Box extends KeptRecord {

    enum Kind {
        SMALL_ONE,
        BIG
    }

    String name = "";
    Kind kind = Kind.SMALL_ONE;

    @Nullable
    BigDecimal price;

    @Nullable
    Instant packedAt;

    @Nullable
    LocalDate bestBefore;

    @Nullable
    LocalTime opens;

    String[] labels = {};

    @Nullable
    Json extra;

    @Secret
    @Nullable
    String pin;

    @Sensitive
    @Nullable
    String phone;

    @Transient
    @Parts("boxId")
    List<Thing> things = new ArrayList<>();

    int pieces() {
        return things.stream().mapToInt(thing -> thing.pieces).sum();
    }

    record Input(
            String name,
            Kind kind,
            @Nullable BigDecimal price,
            @Nullable Instant packedAt,
            List<String> labels,
            @Nullable Json extra,
            @Nullable String pin,
            @Nullable String phone,
            List<ThingInput> things) {

        static Input of(String name, ThingInput... things) {
            return new Input(
                    name,
                    Kind.BIG,
                    new BigDecimal("1.50"),
                    null,
                    List.of("a\"b", "c,d"),
                    new Json("{\"x\": 1}"),
                    "1234",
                    "+61",
                    List.of(things));
        }

        Input with(String other, ThingInput... parts) {
            return new Input(other, kind, price, packedAt, labels, extra, pin, phone, List.of(parts));
        }
    }

    record ThingInput(@Nullable UUID id, String name, int pieces) {}

    record ThingView(UUID id, String name, int pieces) {}

    record View(
            UUID id,
            int version,
            String name,
            Kind kind,
            @Nullable BigDecimal price,
            List<String> labels,
            @Nullable Json extra,
            Instant createdAt,
            List<ThingView> things)
            implements Versioned {}
}
