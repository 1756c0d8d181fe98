package io.renoz.products;

import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingDeclarations;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What organizations can set of products. */
@Component
public final class ProductSettings implements SettingDeclarations {

    public static final String CATEGORY = "products";
    public static final String TAX_ROUNDING = "tax_rounding";
    public static final String LINE = "line";
    public static final String DOCUMENT = "document";
    public static final String MAX_IMAGES = "max_images";
    public static final String MAX_IMAGE_BYTES = "max_image_bytes";
    public static final String DEFAULT_UNIT = "default_unit";
    private static final String MANUAL = "manual";

    @Override
    public List<SettingDeclaration> list() {
        return List.of(
                SettingDeclaration.text(CATEGORY, TAX_ROUNDING, "Where the taxes of a document are rounded", LINE)
                        .among(LINE, DOCUMENT),
                SettingDeclaration.text(CATEGORY, "cost_method", "How the standard cost is kept", MANUAL)
                        .among(MANUAL),
                SettingDeclaration.number(CATEGORY, MAX_IMAGES, "Most pictures of one product", 20, 1, 100),
                SettingDeclaration.number(
                        CATEGORY, MAX_IMAGE_BYTES, "Largest picture in bytes", 5_242_880, 1024, 20_971_520),
                SettingDeclaration.text(CATEGORY, DEFAULT_UNIT, "Unit of products that name none", "each"));
    }
}
