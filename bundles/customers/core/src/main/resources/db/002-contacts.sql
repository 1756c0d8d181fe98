--liquibase formatted sql

--changeset customers:002
create table customers.contacts (
  like platform.tenant_row including all,
  customer_id        uuid not null,
  salutation         text check (length(salutation) <= 20),
  first_name         text not null check (length(first_name) <= 100),
  last_name          text not null check (length(last_name) <= 100),
  title              text check (length(title) <= 100),
  department         text check (length(department) <= 100),
  email              text check (length(email) <= 320),
  phone              text check (length(phone) <= 30),
  mobile             text check (length(mobile) <= 30),
  is_primary         boolean not null default false,
  is_billing         boolean not null default false,
  decision_maker     boolean not null default false,
  influencer         boolean not null default false,
  is_active          boolean not null default true,
  email_opt_in       boolean not null default false,
  sms_opt_in         boolean not null default false,
  phone_opt_in       boolean not null default true,
  email_opt_in_at    timestamptz,
  sms_opt_in_at      timestamptz,
  preferred_language text check (length(preferred_language) <= 10),
  birthday           date,
  last_contacted_at  timestamptz,
  erased_at          timestamptz,
  notes              text check (length(notes) <= 2000),
  check (erased_at is null or (email is null and phone is null and mobile is null)),
  foreign key (organization_id, customer_id) references customers.customers
);
create unique index contacts_customer_id_is_primary_key on customers.contacts (organization_id, customer_id)
  where is_primary;
create index on customers.contacts (organization_id, customer_id, is_primary);
create index on customers.contacts (organization_id, email);
create index on customers.contacts (organization_id, mobile);
create index on customers.contacts (organization_id, last_name, first_name);
call platform.protect('customers.contacts');
--rollback drop table customers.contacts;
