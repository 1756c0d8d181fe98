--liquibase formatted sql

--changeset orders:013
create table orders.order_documents (
  like platform.tenant_row including all,
  order_id         uuid not null,
  shipment_id      uuid,
  kind             text not null check (kind in ('confirmation', 'pro_forma', 'invoice', 'packing_slip', 'delivery_note', 'pick_list')),
  subject_revision integer not null,
  attachment_id    uuid not null,
  foreign key (organization_id, order_id) references orders.orders,
  foreign key (organization_id, shipment_id) references orders.order_shipments,
  foreign key (organization_id, attachment_id) references settings.attachments
);
create unique index order_documents_order_id_shipment_id_kind_subject_revision_key
  on orders.order_documents (organization_id, order_id, shipment_id, kind, subject_revision) nulls not distinct;
create index on orders.order_documents (organization_id, shipment_id);
create index on orders.order_documents (organization_id, attachment_id);
call platform.protect('orders.order_documents');
--rollback drop table orders.order_documents;
