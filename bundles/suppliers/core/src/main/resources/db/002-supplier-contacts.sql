--liquibase formatted sql

--changeset suppliers:002
create table suppliers.supplier_contacts (
  like platform.tenant_row including all,
  supplier_id         uuid not null,
  name                text not null check (length(name) <= 200),
  job_title           text check (length(job_title) <= 120),
  email               text check (length(email) <= 254),
  phone               text check (length(phone) <= 50),
  mobile              text check (length(mobile) <= 50),
  is_primary          boolean not null default false,
  receives_orders     boolean not null default false,
  receives_remittance boolean not null default false,
  notes               text check (length(notes) <= 1000),
  foreign key (organization_id, supplier_id) references suppliers.suppliers
);
create index on suppliers.supplier_contacts (organization_id, supplier_id, is_primary);
call platform.protect('suppliers.supplier_contacts');
--rollback drop table suppliers.supplier_contacts;
