--liquibase formatted sql

--changeset pipeline:005
create table pipeline.quotes (
  like platform.tenant_row including all,
  deleted_at              timestamptz,
  quote_number            text not null check (length(quote_number) <= 50),
  title                   text check (length(title) <= 255),
  opportunity_id          uuid,
  customer_id             uuid not null,
  customer_name           text not null check (length(customer_name) <= 255),
  contact_id              uuid,
  billing_address_id      uuid,
  site_address_id         uuid,
  assigned_to             uuid,
  status                  text not null default 'draft' check (status in ('draft', 'sent', 'accepted', 'rejected', 'expired', 'cancelled')),
  current_version_number  integer not null default 1,
  quote_date              date not null,
  valid_until             date,
  currency                text not null check (length(currency) = 3),
  subtotal                numeric(12,2) not null default 0,
  discount_amount         numeric(12,2) not null default 0,
  shipping_amount         numeric(12,2) not null default 0,
  tax_amount              numeric(12,2) not null default 0,
  total                   numeric(12,2) not null default 0,
  terms                   text check (length(terms) <= 10000),
  notes                   text check (length(notes) <= 2000),
  sent_at                 timestamptz,
  first_viewed_at         timestamptz,
  accepted_at             timestamptz,
  accepted_version_number integer,
  acceptance_method       text check (acceptance_method in ('staff', 'signed_link', 'purchase_order')),
  accepted_by_name        text check (length(accepted_by_name) <= 255),
  accepted_by_ip          inet,
  customer_po_number      text check (length(customer_po_number) <= 100),
  rejected_at             timestamptz,
  win_loss_reason_id      uuid,
  reject_notes            text check (length(reject_notes) <= 2000),
  order_id                uuid,
  converted_at            timestamptz,
  client_request_id       text check (length(client_request_id) <= 128),
  check (total = subtotal - discount_amount + shipping_amount + tax_amount),
  check (status <> 'accepted' or (accepted_at is not null and accepted_version_number is not null)),
  check (valid_until is null or valid_until >= quote_date),
  foreign key (organization_id, opportunity_id) references pipeline.opportunities,
  foreign key (organization_id, customer_id) references customers.customers,
  foreign key (organization_id, contact_id) references customers.contacts,
  foreign key (organization_id, billing_address_id) references customers.addresses,
  foreign key (organization_id, site_address_id) references customers.addresses,
  foreign key (organization_id, assigned_to) references users.users,
  foreign key (organization_id, win_loss_reason_id) references pipeline.win_loss_reasons
);
create unique index quotes_client_request_id_key on pipeline.quotes (organization_id, client_request_id)
  where deleted_at is null;
create unique index quotes_quote_number_key on pipeline.quotes (organization_id, quote_number);
create index on pipeline.quotes (organization_id, status, created_at);
create index on pipeline.quotes (organization_id, customer_id);
create index on pipeline.quotes (organization_id, opportunity_id);
create index on pipeline.quotes (organization_id, assigned_to, status);
create index on pipeline.quotes (organization_id, valid_until);
create index on pipeline.quotes (organization_id, created_at);
create index on pipeline.quotes (organization_id, contact_id);
create index on pipeline.quotes (organization_id, billing_address_id);
create index on pipeline.quotes (organization_id, site_address_id);
create index on pipeline.quotes (organization_id, win_loss_reason_id);
call platform.protect('pipeline.quotes');
--rollback drop table pipeline.quotes;
