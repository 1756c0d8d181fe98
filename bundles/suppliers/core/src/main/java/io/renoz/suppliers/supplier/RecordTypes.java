package io.renoz.suppliers.supplier;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityType.Capability;
import io.renoz.settings.api.EntityTypeProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The kinds of records of this module that others can hang things on. */
@Component
public final class RecordTypes implements EntityTypeProvider {

    public static final String MODULE = "suppliers";
    public static final String SUPPLIER = "supplier";
    public static final String CONTACT = "supplier_contact";
    public static final String ADDRESS = "supplier_address";
    public static final String PRICE = "supplier_price";
    public static final String PRICE_CHANGE = "supplier_price_change";
    public static final String AGREEMENT = "price_agreement";
    public static final String PURCHASE_ORDER = "purchase_order";
    public static final String RECEIPT = "purchase_order_receipt";

    private static final String PATH = "/api/v1/suppliers/";

    /** Name and number of a record, by type. */
    private static final Map<String, String> NAMES = Map.of(
            SUPPLIER, "name, supplier_code from suppliers.suppliers",
            CONTACT, "name, null from suppliers.supplier_contacts",
            ADDRESS, "street1 || ', ' || city, null from suppliers.supplier_addresses",
            PRICE,
                    "coalesce(supplier_product_name, supplier_product_code, effective_price || ' ' || currency), null"
                            + " from suppliers.supplier_price_lists",
            PRICE_CHANGE, "'Price ' || new_price, null from suppliers.price_change_history",
            AGREEMENT, "title, agreement_number from suppliers.price_agreements",
            PURCHASE_ORDER, "supplier_name, po_number from suppliers.purchase_orders",
            RECEIPT,
                    "coalesce(delivery_reference, receipt_number), receipt_number"
                            + " from suppliers.purchase_order_receipts");

    private final Tables tables;

    @Activate
    public RecordTypes(@Reference(target = "(domain=suppliers)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<EntityType> list() {
        return List.of(
                EntityType.of(MODULE, SUPPLIER, "Supplier", PATH + "suppliers/{id}"),
                EntityType.of(MODULE, CONTACT, "Supplier contact", null).with(),
                EntityType.of(MODULE, ADDRESS, "Supplier address", null).with(),
                EntityType.of(MODULE, PRICE, "Supplier price", PATH + "price-lists/{id}")
                        .with(),
                EntityType.of(MODULE, PRICE_CHANGE, "Supplier price change", PATH + "price-changes/{id}")
                        .with(),
                EntityType.of(MODULE, AGREEMENT, "Price agreement", PATH + "price-agreements/{id}"),
                EntityType.of(MODULE, PURCHASE_ORDER, "Purchase order", PATH + "purchase-orders/{id}"),
                EntityType.of(MODULE, RECEIPT, "Goods received note", PATH + "receipts/{id}")
                        .with(Capability.ATTACHMENTS));
    }

    @Override
    public Optional<EntityLabel> label(String type, UUID id) {
        String from = NAMES.get(type);
        if (from == null) {
            return Optional.empty();
        }
        List<?> rows = tables.entities()
                .createNativeQuery("select " + from + " where organization_id = ?1 and id = ?2"
                        + (kept(type) ? " and deleted_at is null" : ""))
                .setParameter(1, Call.tenant())
                .setParameter(2, id)
                .getResultList();
        return rows.stream().findFirst().map(row -> label((Object[]) row));
    }

    private static boolean kept(String type) {
        return type.equals(SUPPLIER) || type.equals(AGREEMENT) || type.equals(PURCHASE_ORDER);
    }

    private static EntityLabel label(Object[] row) {
        String name = String.valueOf(row[0]);
        return row[1] == null ? EntityLabel.named(name) : EntityLabel.numbered(name, row[1].toString());
    }
}
