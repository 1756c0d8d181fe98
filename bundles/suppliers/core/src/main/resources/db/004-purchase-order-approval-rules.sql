--liquibase formatted sql

--changeset suppliers:004
create table suppliers.purchase_order_approval_rules (
  like platform.tenant_row including all,
  name               text not null check (length(name) <= 120),
  description        text check (length(description) <= 500),
  min_amount         numeric(12,2) not null default 0,
  max_amount         numeric(12,2),
  supplier_id        uuid,
  requires_approval  boolean not null default true,
  auto_approve_under numeric(12,2),
  levels             integer not null default 1,
  priority           integer not null default 0,
  escalation_hours   integer not null default 24,
  is_active          boolean not null default true,
  check (max_amount is null or max_amount >= min_amount),
  check (escalation_hours > 0),
  check (priority >= 0),
  check (levels between 1 and 5),
  foreign key (organization_id, supplier_id) references suppliers.suppliers
);
create unique index purchase_order_approval_rules_name_key on suppliers.purchase_order_approval_rules (organization_id, name);
create index on suppliers.purchase_order_approval_rules (organization_id, is_active, priority);
create index on suppliers.purchase_order_approval_rules (organization_id, supplier_id);
call platform.protect('suppliers.purchase_order_approval_rules');
--rollback drop table suppliers.purchase_order_approval_rules;
