--liquibase formatted sql

--changeset orders:005
create table orders.order_shipments (
  like platform.tenant_row including all,
  order_id                uuid not null,
  shipment_number         text not null check (length(shipment_number) <= 50),
  status                  text not null default 'pending'
                           check (status in ('pending', 'in_transit', 'out_for_delivery', 'delivered', 'failed', 'returned')),
  carrier                 text check (length(carrier) <= 100),
  carrier_service         text check (length(carrier_service) <= 100),
  tracking_number         text check (length(tracking_number) <= 200),
  tracking_url            text check (length(tracking_url) <= 1000),
  ship_to_name            text not null check (length(ship_to_name) <= 255),
  ship_to_company         text check (length(ship_to_company) <= 255),
  ship_to_street1         text not null check (length(ship_to_street1) <= 255),
  ship_to_street2         text check (length(ship_to_street2) <= 255),
  ship_to_city            text not null check (length(ship_to_city) <= 100),
  ship_to_state           text check (length(ship_to_state) <= 100),
  ship_to_postcode        text not null check (length(ship_to_postcode) <= 20),
  ship_to_country         text not null check (length(ship_to_country) <= 2),
  ship_to_phone           text check (length(ship_to_phone) <= 30),
  ship_to_email           text check (length(ship_to_email) <= 320),
  instructions            text check (length(instructions) <= 1000),
  from_location_id        uuid,
  weight_grams            integer,
  length_mm               integer,
  width_mm                integer,
  height_mm               integer,
  package_count           integer not null default 1,
  has_dangerous_goods     boolean not null default false,
  shipping_cost           numeric(12,2),
  label_attachment_id     uuid,
  document_revision       integer not null default 0,
  shipped_at              timestamptz,
  shipped_by              uuid,
  estimated_delivery_at   timestamptz,
  delivered_at            timestamptz,
  delivered_to            text check (length(delivered_to) <= 200),
  signature_attachment_id uuid,
  photo_attachment_id     uuid,
  delivery_notes          text check (length(delivery_notes) <= 1000),
  failure_reason          text check (length(failure_reason) <= 500),
  notes                   text check (length(notes) <= 2000),
  carrier_notes           text check (length(carrier_notes) <= 2000),
  stock_posting_id        uuid,
  check (package_count >= 1),
  check (shipping_cost is null or shipping_cost >= 0),
  check (delivered_at is null or shipped_at is not null),
  check (status <> 'delivered' or delivered_at is not null),
  check (weight_grams is null or weight_grams >= 0),
  foreign key (organization_id, order_id) references orders.orders,
  foreign key (organization_id, label_attachment_id) references settings.attachments,
  foreign key (organization_id, shipped_by) references users.users,
  foreign key (organization_id, signature_attachment_id) references settings.attachments,
  foreign key (organization_id, photo_attachment_id) references settings.attachments
);
create unique index order_shipments_shipment_number_key on orders.order_shipments (organization_id, shipment_number);
create index on orders.order_shipments (organization_id, order_id);
create index on orders.order_shipments (organization_id, status, created_at);
create index on orders.order_shipments (organization_id, tracking_number);
create index on orders.order_shipments (organization_id, shipped_at);
create index on orders.order_shipments (organization_id, delivered_at);
create index on orders.order_shipments (organization_id, label_attachment_id);
create index on orders.order_shipments (organization_id, shipped_by);
create index on orders.order_shipments (organization_id, signature_attachment_id);
create index on orders.order_shipments (organization_id, photo_attachment_id);
call platform.protect('orders.order_shipments');
--rollback drop table orders.order_shipments;
