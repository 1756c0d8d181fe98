package io.renoz.products.image;

import static io.renoz.products.Refusals.assertInvalid;
import static io.renoz.products.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.products.Shop;
import io.renoz.products.Wire;
import io.renoz.products.image.ImageResource.Fields;
import io.renoz.products.image.ImageResource.View;
import io.renoz.rest.Upload;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImageIT {

    private static final String PNG = "89504e470d0a1a0a0000000d49484452";
    private static final String JPEG = "ffd8ffe000104a46494600010100000100010000";

    private final Shop shop = new Shop();
    private final UUID product = shop.priced("A", "1").id();

    private View send(String name, String type, String hex, boolean primary) throws Exception {
        byte[] bytes = HexFormat.of().parseHex(hex);
        String sha =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        var upload = new Upload<>(
                new Fields("front", null, primary),
                name,
                type,
                bytes.length,
                sha,
                () -> new ByteArrayInputStream(bytes));
        return shop.organization.call(() -> shop.images.create(product, upload)).body();
    }

    private List<View> all() {
        return shop.organization
                .read(() -> shop.images.list(product, ListQuery.first(50)))
                .items();
    }

    @Test
    @DisplayName("PRD-21: pictures are told by their bytes, not by their names")
    void knowsPictures() throws Exception {
        View image = send("picture.jpg", "image/jpeg", PNG, false);

        var file = shop.in(() -> shop.attachments.open(image.attachmentId())).attachment();
        assertThat(file.mimeType()).isEqualTo("image/png");
        assertThat(file.entityId()).isEqualTo(product);
        assertRefused(() -> send("picture.png", "image/png", "68656c6c6f20776f726c6421", false))
                .isEqualTo("unsupported-media-type");
    }

    @Test
    @DisplayName("PRD-21: the first comes first, then whoever is made so; the next in order takes its place")
    void hasOnePrimary() throws Exception {
        View first = send("a.png", "image/png", PNG, false);
        View second = send("b.png", "image/png", PNG + "01", false);
        View third = send("c.jpg", "image/jpeg", JPEG, true);

        assertThat(all()).extracting(View::isPrimary).containsExactly(false, false, true);
        shop.organization
                .ifMatch(shop.in(() -> shop.images.get(product, second.id())).version())
                .call(() -> shop.images.update(
                        product, second.id(), Wire.patch("{\"isPrimary\":true}", ImageResource.Input.class)));
        assertThat(all()).extracting(View::isPrimary).containsExactly(false, true, false);
        assertInvalid(() -> shop.organization
                        .ifMatch(shop.in(() -> shop.images.get(product, second.id()))
                                .version())
                        .call(() -> shop.images.update(
                                product, second.id(), Wire.patch("{\"isPrimary\":false}", ImageResource.Input.class))))
                .isEqualTo("/isPrimary");
        shop.organization.run(() -> shop.images.delete(product, second.id()));
        assertThat(all()).extracting(View::isPrimary).containsExactly(true, false);
        shop.organization.run(() -> shop.images.delete(product, first.id()));
        assertThat(all()).extracting(View::id).containsExactly(third.id());
        assertThat(all().get(0).isPrimary()).isTrue();
        assertRefused(() -> shop.in(() -> shop.attachments.open(first.attachmentId())))
                .isEqualTo("gone");
    }

    @Test
    @DisplayName("PRD-21: the same bytes are one picture, and there are so many at most")
    void takesNoMoreThanItMay() throws Exception {
        send("a.png", "image/png", PNG, false);

        assertRefused(() -> send("b.png", "image/png", PNG, false)).isEqualTo("duplicate-value");
        shop.neighbours.put("products", "max_images", new Json("2"));
        send("b.png", "image/png", PNG + "02", false);
        assertRefused(() -> send("c.png", "image/png", PNG + "03", false)).isEqualTo("too-many-images");
        assertThat(shop.images.largestFile("create")).isEqualTo(5_242_880);
    }
}
