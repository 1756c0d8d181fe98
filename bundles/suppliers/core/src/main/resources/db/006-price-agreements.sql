--liquibase formatted sql

--changeset suppliers:006
create table suppliers.price_agreements (
  like platform.tenant_row including all,
  deleted_at             timestamptz,
  agreement_number       text not null check (length(agreement_number) <= 30),
  supplier_id            uuid not null,
  title                  text not null check (length(title) <= 200),
  description            text check (length(description) <= 2000),
  status                 text not null default 'draft'
                          check (status in ('draft', 'pending', 'approved', 'rejected', 'expired', 'cancelled')),
  effective_date         date not null,
  expiry_date            date,
  currency               text not null check (length(currency) = 3),
  discount_percent       numeric(5,2),
  minimum_order_value    numeric(12,2),
  commitment_value       numeric(12,2),
  purchased_value        numeric(12,2) not null default 0,
  rebate_percent         numeric(5,2),
  total_items            integer not null default 0,
  submitted_by           uuid,
  decided_by             uuid,
  decided_at             timestamptz,
  rejection_reason       text check (length(rejection_reason) <= 500),
  document_attachment_id uuid,
  terms_and_conditions   text check (length(terms_and_conditions) <= 10000),
  notes                  text check (length(notes) <= 2000),
  check (expiry_date is null or expiry_date > effective_date),
  check (discount_percent is null or discount_percent between 0 and 100),
  check ((decided_by is null) = (decided_at is null)),
  check (total_items >= 0),
  foreign key (organization_id, supplier_id) references suppliers.suppliers,
  foreign key (organization_id, submitted_by) references users.users,
  foreign key (organization_id, decided_by) references users.users,
  foreign key (organization_id, document_attachment_id) references settings.attachments
);
create unique index price_agreements_agreement_number_key on suppliers.price_agreements (organization_id, agreement_number);
create index on suppliers.price_agreements (organization_id, supplier_id, status);
create index on suppliers.price_agreements (organization_id, status, expiry_date);
create index on suppliers.price_agreements (organization_id, submitted_by);
create index on suppliers.price_agreements (organization_id, decided_by);
create index on suppliers.price_agreements (organization_id, document_attachment_id);
call platform.protect('suppliers.price_agreements');
--rollback drop table suppliers.price_agreements;
