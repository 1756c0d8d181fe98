--liquibase formatted sql

--changeset orders:014
create table orders.order_line_acts (
  like platform.tenant_row including all,
  order_line_item_id uuid not null,
  act                text not null check (act in ('delivered', 'handed_over', 'returned', 'drop_shipped')),
  source_type        text not null check (length(source_type) <= 60),
  source_id          uuid not null,
  quantity           numeric(12,3) not null,
  serials            text[] not null default '{}',
  undone_at          timestamptz,
  check (quantity > 0),
  foreign key (organization_id, order_line_item_id) references orders.order_line_items
);
create unique index order_line_acts_act_source_type_source_id_key on orders.order_line_acts (organization_id, act, source_type, source_id);
create index on orders.order_line_acts (organization_id, order_line_item_id, act);
call platform.protect('orders.order_line_acts');
--rollback drop table orders.order_line_acts;
