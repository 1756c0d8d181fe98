package io.renoz.products;

import io.renoz.data.Ids;
import io.renoz.data.Tables;
import io.renoz.products.attribute.AttributeResource;
import io.renoz.products.attribute.AttributeRules;
import io.renoz.products.attribute.ProductAttributeResource;
import io.renoz.products.bundle.Bundles;
import io.renoz.products.bundle.ComponentResource;
import io.renoz.products.bundle.Expansion;
import io.renoz.products.category.CategoryMoveResource;
import io.renoz.products.category.CategoryResource;
import io.renoz.products.category.CategoryRows;
import io.renoz.products.category.CategoryTreeResource;
import io.renoz.products.category.Reassignment;
import io.renoz.products.image.ImageResource;
import io.renoz.products.price.BundlePriceResource;
import io.renoz.products.price.Buyers;
import io.renoz.products.price.CustomerPriceResource;
import io.renoz.products.price.CustomerPrices;
import io.renoz.products.price.PriceHistoryResource;
import io.renoz.products.price.PriceLog;
import io.renoz.products.price.PriceResource;
import io.renoz.products.price.PriceTierResource;
import io.renoz.products.price.PricesResource;
import io.renoz.products.price.Pricing;
import io.renoz.products.product.Catalog;
import io.renoz.products.product.Elsewhere;
import io.renoz.products.product.LookupResource;
import io.renoz.products.product.ProductInput;
import io.renoz.products.product.ProductResource;
import io.renoz.products.product.ProductRows;
import io.renoz.products.product.ProductRules;
import io.renoz.products.product.ProductView;
import io.renoz.products.product.Products;
import io.renoz.products.product.Skus;
import io.renoz.products.product.StatusResource;
import io.renoz.products.product.Stock;
import io.renoz.products.product.Uses;
import io.renoz.products.relation.RelationResource;
import io.renoz.products.tax.TaxCodeResource;
import io.renoz.products.tax.TaxCodes;
import io.renoz.products.tax.TaxRateSwitch;
import io.renoz.settings.attachment.AttachmentStore;
import io.renoz.testing.Organization;
import io.renoz.testing.TestPlatform;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The module put together as the service registry would, over a real database and in an organization of its own. */
public final class Shop {

    public static final TestPlatform PLATFORM = TestPlatform.shared();

    public static final Tables tables = PLATFORM.tables("products");

    public final Organization organization = PLATFORM.organization();
    public final Neighbours neighbours = new Neighbours();
    public final TaxCodes taxRates = new TaxCodes(tables, neighbours);
    public final TaxCodeResource taxCodes = new TaxCodeResource(tables, PLATFORM.events());
    public final TaxRateSwitch rateSwitch = new TaxRateSwitch(tables, neighbours, PLATFORM.events(), neighbours.clock);
    private final CategoryRows categoryRows = new CategoryRows(tables, PLATFORM.events());
    public final CategoryResource categories =
            new CategoryResource(tables, categoryRows, new Reassignment(tables, categoryRows));
    public final CategoryMoveResource moves = new CategoryMoveResource(tables, categoryRows);
    public final CategoryTreeResource tree = new CategoryTreeResource(tables);
    public final AttributeResource attributes = new AttributeResource(tables);
    private final AttributeRules attributeRules = new AttributeRules(tables);
    public final ProductAttributeResource values = new ProductAttributeResource(tables, attributeRules);
    private final PriceLog priceLog = new PriceLog(tables, PLATFORM.events(), neighbours.clock);
    private final ProductRows rows = new ProductRows(tables);
    public final Skus skus = new Skus(tables, neighbours, neighbours, neighbours.clock);
    private final ProductRules rules = new ProductRules(tables, categoryRows, taxRates, attributeRules, neighbours);
    private final Stock stock = new Stock(neighbours.partners);
    public final Products making = new Products(
            tables,
            rows,
            skus,
            rules,
            new Elsewhere(neighbours.partners),
            new Uses(tables, neighbours.partners, stock),
            priceLog);
    public final ProductResource products = new ProductResource(rows, making);
    public final StatusResource status = new StatusResource(tables, rows, rules, PLATFORM.events(), neighbours.clock);
    public final LookupResource lookup = new LookupResource(tables, rows, skus);
    public final Catalog catalog = new Catalog(tables, neighbours, categoryRows, skus, stock, neighbours.clock);
    public final PriceTierResource tiers = new PriceTierResource(tables, priceLog);
    public final CustomerPriceResource customerPrices =
            new CustomerPriceResource(tables, priceLog, neighbours.partners, neighbours, neighbours.clock);
    public final CustomerPrices references = new CustomerPrices(tables);
    public final PriceHistoryResource history = new PriceHistoryResource(tables);
    public final Pricing pricing = new Pricing(tables);
    private final Buyers buyers = new Buyers(neighbours.partners, neighbours, neighbours.clock);
    public final PriceResource price = new PriceResource(catalog, pricing, buyers);
    public final PricesResource prices = new PricesResource(pricing, buyers);
    public final BundlePriceResource bundlePrice = new BundlePriceResource(pricing, buyers);
    public final ComponentResource components = new ComponentResource(tables, new Bundles(tables, PLATFORM.events()));
    public final Expansion expansion = new Expansion(tables);
    public final RelationResource relations = new RelationResource(tables);
    public final AttachmentStore attachments = new AttachmentStore(
            PLATFORM.tables("settings"), PLATFORM.blobs(), PLATFORM.contentTypes(), neighbours, PLATFORM.events());
    public final ImageResource images = new ImageResource(tables, attachments, neighbours);
    public final ProductsStart start = new ProductsStart(skus, taxRates);

    /** With the tax codes that everybody has: GST at ten percent, FRE and EXP. */
    public Shop() {
        organization.run(start::beforeEnable);
    }

    /** A new user of the organization, acting with some permissions. */
    public Organization user(String... permissions) {
        UUID id = Ids.next();
        organization.sql(
                "users", "insert into users.users (id, email, name) values (?, ?, 'Tess Ter')", id, id + "@test");
        return organization.as(id, permissions);
    }

    /** Makes a product from JSON. */
    public ProductView make(String json) {
        return make(organization, json);
    }

    public ProductView make(Organization as, String json) {
        return as.call(
                () -> products.create(Wire.read(json, ProductInput.class)).body());
    }

    /** A product with a name and a base price. */
    public ProductView priced(String name, String basePrice) {
        return make("{\"name\":\"" + name + "\",\"basePrice\":" + basePrice + "}");
    }

    /** A draft of a bundle. */
    public ProductView bundle(String name) {
        return make("{\"name\":\"" + name + "\",\"type\":\"bundle\"}");
    }

    /** Puts so many of a product into a bundle. */
    public void put(UUID bundle, UUID component, String quantity) {
        in(() -> components.create(
                bundle,
                Wire.read(
                        "{\"componentProductId\":\"" + component + "\",\"quantity\":" + quantity + "}",
                        ComponentResource.Input.class)));
    }

    public ProductView read(UUID product) {
        return organization.read(() -> products.get(product));
    }

    /** Changes a product in its present version. */
    public ProductView patch(UUID product, String json) {
        return patch(organization, product, json);
    }

    public ProductView patch(Organization as, UUID product, String json) {
        return as.ifMatch(read(product).version())
                .call(() -> products.update(product, Wire.patch(json, ProductInput.class)));
    }

    /** Moves a product along its life cycle. */
    public ProductView move(UUID product, String json) {
        return in(() -> status.move(product, Wire.read(json, StatusResource.Move.class)));
    }

    /** The tax code of that name. */
    public UUID taxCode(String code) {
        return organization.read(() -> taxCodes.list(io.renoz.data.ListQuery.first(50))).items().stream()
                .filter(view -> view.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Names of the events that were told of a record, in order. */
    public List<String> told(UUID record) {
        return PLATFORM.published().stream()
                .filter(event -> event.aggregateId().equals(record))
                .map(event -> event.name())
                .toList();
    }

    public <T> T in(Supplier<T> work) {
        return organization.call(work::get);
    }
}
