--liquibase formatted sql

--changeset customers:003
create table customers.contact_consents (
  like platform.tenant_row including all,
  contact_id  uuid not null,
  channel     text not null check (channel in ('email', 'sms', 'phone', 'post')),
  opted_in    boolean not null,
  source      text not null default 'staff'
              check (source in ('staff', 'web_form', 'portal', 'unsubscribe_link', 'provider_complaint', 'import', 'erasure')),
  occurred_at timestamptz not null,
  evidence    text check (length(evidence) <= 500),
  ip_address  inet,
  foreign key (organization_id, contact_id) references customers.contacts
);
create index on customers.contact_consents (organization_id, contact_id, occurred_at);
create index on customers.contact_consents (organization_id, channel, occurred_at);
call platform.protect('customers.contact_consents');
--rollback drop table customers.contact_consents;
